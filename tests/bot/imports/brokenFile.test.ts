import { beforeAll, describe, expect, it } from 'vitest';
import { calls } from '../../../bot/imports/calls.ts';
import { cases } from '../../../bot/imports/cases.ts';
import { importFile } from '../../../bot/imports/importFile.ts';
import type { FileSource } from '../../../bot/imports/source.ts';
import { fileSources } from '../../../bot/imports/sources.ts';
import type { FactServices } from '../../../bot/services.ts';
import { testServices } from '../../rig/services.ts';
import { testMunicipality } from '../../shared/municipality.ts';
import { importedAt } from './readFacts.ts';
import { sampleMapping, sampleOf } from './samples.ts';

let services: FactServices;
beforeAll(async () => {
  const { store, ...others } = await testServices();
  const municipalities = { ...store.municipalities, read: async () => testMunicipality };
  services = { ...others, store: { ...store, municipalities }, now: () => importedAt };
});

/** Imports the sample for a municipality of its own, but with this at its end each of the two times it is read. */
async function importWith(source: FileSource, ends: readonly (() => Uint8Array)[]) {
  const tenant = crypto.randomUUID();
  const { store } = services;
  await store.imports.putMapping(tenant, source.id, sampleMapping(source) as object);
  const left = [...ends];
  async function* open() {
    const end = left.shift();
    yield sampleOf(source);
    if (end) yield end();
  }
  const result = await importFile(tenant, source, { name: 'x', open, isDryRun: false }, services).catch(
    (error: unknown) => error,
  );
  const kept = [];
  for await (const facts of store.facts.readAll(tenant, source.kind)) kept.push(...facts);
  const [run] = await store.imports.listRuns(tenant);
  const months = await store.rollups.readMonths(tenant, '0000-00', '9999-99');
  return { result, kept: kept.length, months: months.size, state: run?.state };
}

const fine = () => Buffer.alloc(0);
const noText = () => Buffer.from('\0');
function breaks(): never {
  throw new Error('The connection is gone.');
}

const named = (sources: readonly FileSource[]) => sources.map((source) => ({ id: source.id, source }));

it.each(named(fileSources))(
  'a file of $id of which the last byte is not text changes nothing',
  async ({ source }) => {
    expect(await importWith(source, [noText])).toMatchObject({
      result: { kind: 'failed', failure: { reason: 'notText' } },
      kept: 0,
      months: 0,
      state: 'failed',
    });
  },
);

describe.each(named([calls as FileSource, cases as FileSource]))('of a file of $id', ({ source }) => {
  it('all is kept when nothing is wrong', async () => {
    const { kept, months, state } = await importWith(source, [fine, fine]);
    expect([kept > 0, months > 0, state]).toEqual([true, true, 'done']);
  });

  it.each([
    ['breaks off', [breaks]],
    ['breaks off the second time', [fine, breaks]],
    ['is another the second time', [fine, noText]],
  ])('nothing is kept when it %s, and no import is called done', async (_, ends) => {
    const { result, ...rest } = await importWith(source, ends);
    expect(result).toBeInstanceOf(Error);
    expect(rest).toEqual({ kept: 0, months: 0, state: 'running' });
  });
});

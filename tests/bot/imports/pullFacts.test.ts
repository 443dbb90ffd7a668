import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { pullFacts } from '../../../bot/imports/pullFacts.ts';
import { PullFailed } from '../../../bot/imports/pullFailed.ts';
import type { PullSource } from '../../../bot/imports/pullSource.ts';
import { readMonth } from '../../rig/readMonth.ts';
import { type TestServices, testServices } from '../../rig/services.ts';

const tenant = '7e000000-0000-4000-8000-000000000001';
const asking = { secret: () => undefined, isLocal: true, signal: new AbortController().signal };
let services: TestServices;
let failure: Error | undefined;
let asked: string[];
let refusals: number;

/** One case, and then a page that may fail. */
const system: PullSource<'cases', { readonly department: string }> = {
  id: 'system',
  kind: 'cases',
  mapping: v.object({ department: v.string() }),
  async *pull({ since, mapping: { department } }) {
    asked.push(since);
    const days = { startedOn: '2026-02-01', dueOn: '2026-04-10', closedOn: '2026-04-01' };
    yield { facts: [{ id: 'Z1', department, process: '', ...days }], records: 1, refused: [] };
    if (failure !== undefined) throw failure;
    const refused = Array.from({ length: refusals }, (_, place) => ({
      line: place + 2,
      column: 'startdatum',
      reason: 'notADay' as const,
    }));
    yield { facts: [], records: refusals, refused };
  },
};

beforeEach(async () => {
  services = await testServices();
  services.itIs('2026-05-01T09:00+02:00');
  failure = undefined;
  asked = [];
  refusals = 1;
});

async function casesOnTime() {
  const { answers } = await readMonth(tenant, '2026-04', services);
  return answers.find(({ id }) => id === 'casesOnTime')?.denominator;
}

const lastRun = async () => (await services.store.imports.listRuns(tenant))[0];

describe('another system', () => {
  beforeEach(() => services.store.imports.putMapping(tenant, 'system', { department: 'vergunningen' }));

  it('is asked for the last weeks, and what it says is counted', async () => {
    const result = await pullFacts(tenant, system, asking, services);
    expect(result).toMatchObject({ kind: 'imported', summary: { records: 2, added: 1, refused: 1 } });
    expect(asked).toEqual(['2026-03-27']);
    expect(await casesOnTime()).toBe(1);
    expect(await lastRun()).toMatchObject({ state: 'done', source: 'system' });
  });

  it('that fails halfway changes nothing, and is seen to', async () => {
    failure = new PullFailed('unauthorized', ['zaken.example', '401']);
    const result = await pullFacts(tenant, system, asking, services);
    const failed = { reason: 'unauthorized', details: ['zaken.example', '401'], refusals: [] };
    expect(result).toEqual({ kind: 'failed', failure: failed });
    expect(await casesOnTime()).toBe(0);
    expect(await lastRun()).toMatchObject({ state: 'failed', failure: failed });
  });

  it('of which nearly nothing fits changes nothing: the mapping is wrong', async () => {
    refusals = 5;
    expect(await pullFacts(tenant, system, asking, services)).toMatchObject({
      failure: { reason: 'mostlyRefused' },
    });
    expect(await casesOnTime()).toBe(0);
  });

  it('under a mapping that is wrong is not asked at all', async () => {
    await services.store.imports.putMapping(tenant, 'system', { department: 7 });
    expect(await pullFacts(tenant, system, asking, services)).toMatchObject({
      failure: { reason: 'badMapping' },
    });
    expect(asked).toEqual([]);
  });
});

it('where nothing was set nobody is asked, and nothing noted', async () => {
  expect(await pullFacts(tenant, system, asking, services)).toBeUndefined();
  expect([asked, await lastRun()]).toEqual([[], undefined]);
});

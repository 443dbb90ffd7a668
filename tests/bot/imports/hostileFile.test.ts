import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { calls } from '../../../bot/imports/calls.ts';
import { checkFile } from '../../../bot/imports/checkFile.ts';
import type { FileSource } from '../../../bot/imports/source.ts';
import { fileSources } from '../../../bot/imports/sources.ts';
import { testMunicipality } from '../../shared/municipality.ts';
import { importedAt } from './readFacts.ts';
import { sampleMapping, sampleOf } from './samples.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const megabyte = 2 ** 20;
const pieces = 800;
const pieceSize = megabyte / 16;

/** At the start, just before a record is too long, and later on. */
const looksAt = new Set([0, 15, 300, 799]);

/** What reading may keep at once, whatever the size of the file. */
const bound = 16 * megabyte;

/** Repeats something after a file that is as it should be, 50 MB long, and looks at memory now and then. */
function hostile(source: FileSource, repeated: string) {
  const piece = Buffer.from(repeated.repeat(Math.ceil(pieceSize / repeated.length)));
  const used: number[] = [];
  async function* file() {
    yield sampleOf(source);
    for (let sent = 0; sent < pieces; sent++) {
      if (looksAt.has(sent)) used.push(memoryUsed());
      yield piece;
    }
  }
  return { file: file(), grown: () => Math.max(...used) - (used[0] ?? Number.NaN) };
}

function memoryUsed(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const word = 'x'.repeat(60);

/** Each would fill memory, or take the square of its length, if it were believed. */
const attacks = {
  'a line without end': word,
  'quotes that are never closed': `"${word}\n`,
  'fields without end': `${word};,\t|`,
  'quotes without end': '""',
  'quoted line ends without end': `"${word}\n""`,
};

/** Long lines: it is what a source keeps that is looked at here, and not how fast it is. */
const refused = `${word.repeat(20)};,|\n`;

it.each([
  ...Object.entries(attacks).map(([name, repeated]) => ({
    id: calls.id,
    source: calls as FileSource,
    name,
    repeated,
  })),
  ...fileSources.map((source) => ({
    id: source.id,
    source,
    name: 'lines that are all refused',
    repeated: refused,
  })),
])('50 MB of $id with $name are read in bounded memory', async ({ source, repeated }) => {
  const context = {
    mapping: v.parse(source.mapping, sampleMapping(source)),
    municipality: testMunicipality,
    now: importedAt,
  };
  const { file, grown } = hostile(source, repeated);
  const checked = await checkFile(source.kind, source.read(file, context));
  expect(checked).toHaveProperty('reason');
  expect(grown()).toBeLessThan(bound);
});

import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { FileSource } from '../../../bot/imports/source.ts';

const folder = new URL('../../cases/imports/', import.meta.url);
const Mappings = v.record(v.string(), v.unknown());
const mappings = v.parse(Mappings, JSON.parse(readFileSync(new URL('mappings.json', folder), 'utf8')));

/** Ids of the sources that have a sample. */
export const sampled: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => name.slice(0, -'.csv'.length));

/** A small file as it should be, with quotes, line ends in fields and all that its source reads. */
export function sampleOf({ id }: FileSource): Buffer {
  return readFileSync(new URL(`${id}.csv`, folder));
}

/** What the municipality set for the file. */
export function sampleMapping({ id }: FileSource): unknown {
  return mappings[id] ?? {};
}

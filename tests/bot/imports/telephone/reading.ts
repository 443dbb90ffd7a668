import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import type { FileSource } from '../../../../bot/imports/source.ts';
import type { Call } from '../../../../shared/fact/call.ts';
import { BadFile, type Refusal } from '../../../../shared/fact/refusal.ts';
import { testMunicipality } from '../../../shared/municipality.ts';

export interface Reading {
  readonly calls: Call[];
  /** `line column reason` */
  readonly refused: string[];
  readonly records: number;
}

const now = Temporal.Instant.from('2026-11-25T12:00:00Z');

/** Reads a whole file, as it comes in chunks of so many bytes. */
export async function readCallsOf<Mapping>(
  source: FileSource<'calls', Mapping>,
  mapping: unknown,
  text: string,
  chunkSize = 1 << 16,
): Promise<Reading> {
  const bytes = Buffer.from(text);
  const file = async function* () {
    for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
  };
  const all: Reading & { records: number } = { calls: [], refused: [], records: 0 };
  const context = { mapping: v.parse(source.mapping, mapping), municipality: testMunicipality, now };
  for await (const { facts, refused, records } of source.read(file(), context)) {
    all.calls.push(...facts);
    all.refused.push(...refused.map(refusalText));
    all.records += records;
  }
  return all;
}

/** What is wrong with the file as a whole. */
export async function whyBad(reading: Promise<Reading>): Promise<readonly string[]> {
  const error: unknown = await reading.catch((thrown) => thrown);
  if (!(error instanceof BadFile)) throw new Error('The file was taken.', { cause: error });
  return [error.reason, ...error.details];
}

function refusalText({ line, column, reason }: Refusal): string {
  return [line, column, reason].filter((part) => part !== '').join(' ');
}

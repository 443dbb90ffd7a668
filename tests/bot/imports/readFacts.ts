import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import type { FileSource } from '../../../bot/imports/source.ts';
import type { FactKind, FactOf } from '../../../shared/fact/factKind.ts';
import { BadFile } from '../../../shared/fact/refusal.ts';
import { testMunicipality } from '../../shared/municipality.ts';

/** Friday 27 November 2026, 13:00 in the Netherlands. */
export const importedAt = Temporal.Instant.from('2026-11-27T12:00:00Z');

/** All of a file, read in small pieces; refusals as `line column reason`. */
export async function readFacts<Kind extends FactKind, Mapping>(
  source: FileSource<Kind, Mapping>,
  content: string | Uint8Array,
  mapping: unknown = {},
): Promise<{ readonly facts: FactOf[Kind][]; readonly refused: string[]; readonly records: number }> {
  const context = {
    mapping: v.parse(source.mapping, mapping),
    municipality: testMunicipality,
    now: importedAt,
  };
  const facts: FactOf[Kind][] = [];
  const refused: string[] = [];
  let records = 0;
  for await (const part of source.read(inPieces(content), context)) {
    facts.push(...part.facts);
    refused.push(...part.refused.map(({ line, column, reason }) => `${line} ${column} ${reason}`));
    records += part.records;
  }
  return { facts, refused, records };
}

/** What is said of a file that is not taken as a whole. */
export async function badFileOf(source: FileSource, content: string | Uint8Array, mapping: unknown = {}) {
  const error: unknown = await readFacts(source, content, mapping).catch((thrown) => thrown);
  return error instanceof BadFile ? [error.reason, ...error.details] : error;
}

/** Of a mapping that is not taken: where, and what is wrong. */
export function mappingIssues({ mapping }: FileSource, value: unknown): string[] {
  const issues = v.safeParse(mapping, value).issues ?? [];
  return issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
}

async function* inPieces(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += 50) yield bytes.subarray(at, at + 50);
}

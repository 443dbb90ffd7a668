import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import type { PullContext, PullSource } from '../../../bot/imports/pullSource.ts';
import type { FactKind, FactOf } from '../../../shared/fact/factKind.ts';
import type { Refusal } from '../../../shared/fact/refusal.ts';
import { testMunicipality } from '../../shared/municipality.ts';

/** Friday 15 May 2026, nine o'clock. */
export const testNow = Temporal.Instant.from('2026-05-15T09:00+02:00');

/** Everything that a source gives for a mapping as it is typed. */
export async function pulled<Kind extends FactKind, Mapping>(
  source: PullSource<Kind, Mapping>,
  mapping: unknown,
  changes: Partial<PullContext<Mapping>> = {},
) {
  const context: PullContext<Mapping> = {
    mapping: v.parse(source.mapping, mapping),
    municipality: testMunicipality,
    now: testNow,
    since: '2026-05-01',
    secret: () => undefined,
    isLocal: true,
    signal: new AbortController().signal,
    sleep: async () => undefined,
    ...changes,
  };
  const facts: FactOf[Kind][] = [];
  const refused: Refusal[] = [];
  let records = 0;
  for await (const part of source.pull(context)) {
    facts.push(...part.facts);
    refused.push(...part.refused);
    records += part.records;
  }
  return { facts, refused, records };
}

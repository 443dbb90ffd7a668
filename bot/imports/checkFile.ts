import type { FactKind, FactOf } from '../../shared/fact/factKind.ts';
import { BadFile, type Refusal } from '../../shared/fact/refusal.ts';
import type { ImportFailure } from '../../shared/imports/importRun.ts';
import { settings } from '../../shared/settings.ts';
import { type DayKind, isDayKind } from '../store/facts.ts';
import type { ReadPart } from './source.ts';

/** What reading a file to its end came to. */
export interface CheckedFile {
  readonly records: number;
  readonly refused: number;
  /** The first ones. */
  readonly refusals: readonly Refusal[];
}

/**
 * Reads all of a file before anything of it is taken: a bad one changes nothing.
 */
export async function checkFile<Kind extends FactKind>(
  kind: Kind,
  parts: AsyncIterable<ReadPart<Kind>>,
): Promise<CheckedFile | ImportFailure> {
  const refusals: Refusal[] = [];
  const days = new Map<string, number>();
  let records = 0;
  let refused = 0;
  try {
    for await (const part of parts) {
      records += part.records;
      refused += part.refused.length;
      const room = settings.imports.shownRefusals - refusals.length;
      refusals.push(...part.refused.slice(0, Math.max(0, room)));
      if (isDayKind(kind)) countDays(part.facts as readonly FactOf[DayKind][], days);
    }
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    return { reason: error.reason, details: [...error.details], refusals };
  }
  if (records === 0) return { reason: 'empty', details: [], refusals };
  // A mapping that is wrong refuses nearly everything; the few that fit by chance are no measurement.
  if (2 * refused > records) return { reason: 'mostlyRefused', details: [], refusals };
  const fullDay = Array.from(days).find(([, count]) => count > settings.imports.factsADay);
  if (fullDay !== undefined) return { reason: 'tooManyOnADay', details: [fullDay[0]], refusals };
  return { records, refused, refusals };
}

function countDays(facts: readonly FactOf[DayKind][], days: Map<string, number>): void {
  for (const { day } of facts) days.set(day, (days.get(day) ?? 0) + 1);
}

import type { Refusal } from '../../../shared/fact/refusal.ts';
import type { WebCount } from '../../../shared/fact/webCount.ts';
import type { ReadPart } from '../source.ts';
import type { ByDay } from './askMatomo.ts';
import { countOf } from './countOf.ts';

/** Of which process, on which days; `place` is how many counts were looked at before. */
interface Wanted {
  readonly id: string;
  readonly days: readonly string[];
  readonly place: number;
}

/** The counts of one process in what a report says of each day. */
export function readCounts(said: ByDay, metric: string, { id, days, place }: Wanted): ReadPart<'webCounts'> {
  const facts: WebCount[] = [];
  const refused: Refusal[] = [];
  for (const [index, day] of days.entries()) {
    const handled = countOf(said[day], metric);
    if (typeof handled === 'number') facts.push({ id, day, handled });
    else refused.push({ line: place + index + 1, column: id, reason: handled });
  }
  return { facts, refused, records: days.length };
}

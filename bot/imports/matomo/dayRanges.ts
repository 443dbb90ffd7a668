import { Temporal } from 'temporal-polyfill';

/** YYYY-MM-DD, both included. */
export interface DayRange {
  readonly first: string;
  readonly last: string;
  readonly days: readonly string[];
}

/** Matomo reads the archive of every day that is asked for: so many in one request. */
const mostDays = 31;

/** The days from one through another, in order, in ranges that can be asked for. */
export function dayRanges(from: Temporal.PlainDate, through: Temporal.PlainDate): DayRange[] {
  const ranges: DayRange[] = [];
  let next = from;
  while (Temporal.PlainDate.compare(next, through) <= 0) {
    const first = next;
    const count = Math.min(mostDays, first.until(through).days + 1);
    const days = Array.from({ length: count }, (_, index) => first.add({ days: index }).toString());
    next = first.add({ days: count });
    ranges.push({ first: first.toString(), last: next.subtract({ days: 1 }).toString(), days });
  }
  return ranges;
}

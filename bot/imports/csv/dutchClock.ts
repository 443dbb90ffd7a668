import { Temporal } from 'temporal-polyfill';
import { timeZone as dutchZone } from '../../../shared/calendar/zone.ts';

/** Clocks are changed at a whole quarter of an hour, everywhere: within one, the difference stays the same. */
const quarter = 900;

/** More quarters than a file has in one part, unless it is nonsense. */
const mostKept = 10_000;

/**
 * From the wall clock of a time zone to the Dutch one. Both are in seconds since 1 January 1970 00:00 on
 * that clock. A time that comes twice, when winter time begins, is the first of the two.
 */
export function dutchClock(timeZone: string): (wallSeconds: number) => number {
  if (timeZone === dutchZone) return (wallSeconds) => wallSeconds;
  const ahead = new Map<number, number>();
  return (wallSeconds) => {
    const start = Math.floor(wallSeconds / quarter) * quarter;
    const known = ahead.get(start);
    if (known !== undefined) return wallSeconds + known;
    if (ahead.size > mostKept) ahead.clear();
    const difference = dutchAhead(start, timeZone);
    ahead.set(start, difference);
    return wallSeconds + difference;
  };
}

function dutchAhead(wallSeconds: number, timeZone: string): number {
  const there = Temporal.Instant.fromEpochMilliseconds(wallSeconds * 1000)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
    .toZonedDateTime(timeZone);
  const here = there.withTimeZone(dutchZone);
  return (here.offsetNanoseconds - there.offsetNanoseconds) / 1_000_000_000;
}

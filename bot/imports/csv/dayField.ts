import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../../../shared/calendar/zone.ts';
import { ByteCache } from './byteCache.ts';
import { dayNumber, numberOfDay } from './dayNumber.ts';
import { decodeField } from './decodeField.ts';
import type { NumberReader } from './mappedRow.ts';

/** The order in days such as 11/25/2026; a year that comes first says it by itself. */
export type DayOrder = 'dayFirst' | 'monthFirst';

const space = 0x20;
const timeMark = 'T'.charCodeAt(0);

/**
 * Reads a day as days since 1 January 1970: 2026-11-25, 25-11-2026, 25/11/2026, 5.1.2026 or 20261125, with or
 * without a time after it, that does not matter here.
 */
export function dayReader(order: DayOrder): NumberReader {
  const parseDay = dayParser(order);
  return (record, field) => {
    const { bytes } = record;
    const start = record.start(field);
    const end = record.end(field);
    if (start >= end) return 'missing';
    const day = parseDay(bytes, start, dayEnd(bytes, start, end));
    return Number.isNaN(day) ? 'notADay' : day;
  };
}

/** The same, of days that cannot be later than today. */
export function pastDayReader(order: DayOrder, now: Temporal.Instant): NumberReader {
  const today = numberOfDay(localDay(now));
  const readDay = dayReader(order);
  return (record, field) => {
    const day = readDay(record, field);
    return typeof day === 'number' && day > today ? 'inFuture' : day;
  };
}

/** Where the day of a day and time ends. */
export function dayEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] !== space && bytes[at] !== timeMark) at++;
  return at;
}

/** Gives days since 1 January 1970; NaN of anything else than a day. */
export function dayParser(order: DayOrder): (bytes: Uint8Array, start: number, end: number) => number {
  // A file has many lines and few days.
  const cache = new ByteCache<number>();
  return (bytes, start, end) => {
    const known = cache.find(bytes, start, end);
    if (known !== undefined) return known.meaning;
    const day = dayIn(decodeField(bytes.subarray(start, Math.min(end, start + longest))), order);
    if (!Number.isNaN(day)) cache.keep(bytes, start, end, day);
    return day;
  };
}

/** No day is written longer than this: 25-11-2026, and one more to see that it is too long. */
const longest = 11;

const yearFirst = /^(\d{4})([-/.]?)(\d\d?)\2(\d\d?)$/;
const yearLast = /^(\d\d?)([-/.])(\d\d?)\2(\d{4})$/;

function dayIn(text: string, order: DayOrder): number {
  const first = yearFirst.exec(text);
  // Without separators every digit has its place.
  if (first?.[2] === '' && text.length !== 8) return Number.NaN;
  if (first !== null) return dayNumber(Number(first[1]), Number(first[3]), Number(first[4]));
  const last = yearLast.exec(text);
  if (last === null) return Number.NaN;
  const [one, two, year] = [Number(last[1]), Number(last[3]), Number(last[4])];
  return order === 'dayFirst' ? dayNumber(year, two, one) : dayNumber(year, one, two);
}

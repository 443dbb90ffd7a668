import type { RefusalReason } from '../../../shared/fact/refusal.ts';
import type { CsvRecord } from './csvRecord.ts';
import { type DayOrder, dayEnd, dayParser } from './dayField.ts';
import { decodeField } from './decodeField.ts';
import { dutchClock } from './dutchClock.ts';
import type { NumberReader } from './mappedRow.ts';
import { plainTime, timeIn } from './timeOfDay.ts';

/** Seconds in a day on the wall clock. */
const dayLength = 24 * 60 * 60;

/** No time is written longer than this. */
const longestTime = 40;

/** A day and a time on the Dutch wall clock, in seconds since 1 January 1970 00:00 on it. */
export type Moment = number;

/** Days since 1 January 1970. */
export function dayOf(moment: Moment): number {
  return Math.floor(moment / dayLength);
}

export function startOfDay(day: number): Moment {
  return day * dayLength;
}

export interface MomentReader {
  /** Of one field with both: 2026-11-25 09:05:30, 25-11-2026 9:05, 2026-11-25T08:05:30Z. */
  read(record: CsvRecord, field: number): Moment | RefusalReason;
  /** Of a field with the day and one with the time. */
  readApart(record: CsvRecord, dayField: number, timeField: number): Moment | RefusalReason;
  /** Of a field that may leave out the day: then it is the first time that it was so late after `earlier`. */
  readAfter(earlier: Moment): NumberReader;
}

/** @param timeZone of times that do not say theirs. */
export function momentReader(timeZone: string, order: DayOrder): MomentReader {
  const parseDay = dayParser(order);
  const fromZone = dutchClock(timeZone);
  const fromUtc = dutchClock('UTC');

  /** @param day days since 1 January 1970. */
  function momentOn(day: number, bytes: Uint8Array, start: number, end: number): Moment | RefusalReason {
    if (Number.isNaN(day)) return 'notADay';
    const second = plainTime(bytes, start, end);
    if (!Number.isNaN(second)) return fromZone(day * dayLength + second);
    const time = timeIn(decodeField(bytes.subarray(start, Math.min(end, start + longestTime))));
    if (time === undefined) return 'notATime';
    const wallSeconds = day * dayLength + time.second;
    return time.offset === undefined ? fromZone(wallSeconds) : fromUtc(wallSeconds - time.offset);
  }

  function read(record: CsvRecord, field: number): Moment | RefusalReason {
    const { bytes } = record;
    const start = record.start(field);
    const end = record.end(field);
    if (start >= end) return 'missing';
    const middle = dayEnd(bytes, start, end);
    return momentOn(parseDay(bytes, start, middle), bytes, middle + 1, end);
  }

  function readApart(record: CsvRecord, dayField: number, timeField: number): Moment | RefusalReason {
    const { bytes } = record;
    const start = record.start(dayField);
    const timeStart = record.start(timeField);
    const timeEnd = record.end(timeField);
    if (start >= record.end(dayField) || timeStart >= timeEnd) return 'missing';
    // Excel writes 0:00 after a day where only the day was meant.
    const day = parseDay(bytes, start, dayEnd(bytes, start, record.end(dayField)));
    return momentOn(day, bytes, timeStart, timeEnd);
  }

  function readAfter(earlier: Moment): NumberReader {
    return (record, field) => {
      const { bytes } = record;
      const onDay = momentOn(dayOf(earlier), bytes, record.start(field), record.end(field));
      if (typeof onDay === 'string') return read(record, field);
      return earlier + ((((onDay - earlier) % dayLength) + dayLength) % dayLength);
    };
  }

  return { read, readApart, readAfter };
}

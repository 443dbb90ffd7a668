import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../../shared/calendar/zone.ts';
import type { RefusalReason } from '../../../shared/fact/refusal.ts';
import type { CsvRecord } from '../csv/csvRecord.ts';
import { dayNumber, dayTexts, numberOfDay } from '../csv/dayNumber.ts';
import { dutchClock } from '../csv/dutchClock.ts';

/** In seconds since the epoch: so that the time between two of them is right on any night of the year. */
export type Instant = number;

export interface CallMoments {
  /** Of one field with a day and a time. */
  read(record: CsvRecord, field: number): Instant | RefusalReason;
  /** Where an instant is on the Dutch calendar and clock. */
  placeOf(instant: Instant): { readonly day: string; readonly second: number };
  /** Why no call can have been then. */
  whyNotThen(instant: Instant): RefusalReason | undefined;
}

const dayLength = 24 * 60 * 60;

/** 1 January 2000: what is older is half a number, or a clock that was not set. */
const earliest = 946_684_800;

/** 2026/11/25 09:05:30 as 3CX writes it, 2026-11-25 09:05:30 as Asterisk does, 2026-11-25T09:05:30. */
const dayAndTime = /^(\d{4})[-/](\d\d)[-/](\d\d)[ T](\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z)?$/;

/** @param timeZone of times that do not say theirs. */
export function callMoments(timeZone: string, now: Temporal.Instant): CallMoments {
  const instantOf = clockOf(timeZone);
  const toDutch = dutchClock('UTC');
  // What could not be read is refused for that.
  const dutchTime = (instant: Instant) => (Number.isNaN(instant) ? Number.NaN : toDutch(instant));
  const dayOf = (instant: Instant) => Math.floor(dutchTime(instant) / dayLength);
  const dayText = dayTexts();
  const today = numberOfDay(localDay(now));
  const latest = (today + 2) * dayLength;
  return {
    read(record, field) {
      const text = record.text(field);
      if (text === '') return 'missing';
      const parts = dayAndTime.exec(text);
      if (parts === null) return 'notATime';
      const [, year, month, date, hour, minute, second, utc] = parts;
      const day = dayNumber(Number(year), Number(month), Number(date));
      if (Number.isNaN(day)) return 'notADay';
      if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return 'notATime';
      const wallSeconds = day * dayLength + Number(hour) * 3600 + Number(minute) * 60 + Number(second);
      return utc === undefined ? instantOf(wallSeconds) : wallSeconds;
    },
    placeOf(instant) {
      const day = dayOf(instant);
      return { day: dayText(day), second: dutchTime(instant) - day * dayLength };
    },
    whyNotThen(instant) {
      if (instant < earliest) return 'outOfRange';
      return instant > latest || dayOf(instant) > today ? 'inFuture' : undefined;
    },
  };
}

/** Clocks are changed at a whole quarter of an hour, everywhere: within one, the difference stays the same. */
const quarter = 900;

/** More quarters than a file has near each other, unless it is nonsense. */
const mostKept = 10_000;

/**
 * From the wall clock of a time zone, in seconds since 1 January 1970 00:00 on it. A time that comes twice,
 * when winter time begins, is the first of the two.
 */
function clockOf(timeZone: string): (wallSeconds: number) => Instant {
  if (timeZone === 'UTC') return (wallSeconds) => wallSeconds;
  const ahead = new Map<number, number>();
  return (wallSeconds) => {
    const start = Math.floor(wallSeconds / quarter) * quarter;
    const known = ahead.get(start);
    if (known !== undefined) return wallSeconds - known;
    if (ahead.size > mostKept) ahead.clear();
    const wall = Temporal.Instant.fromEpochMilliseconds(start * 1000)
      .toZonedDateTimeISO('UTC')
      .toPlainDateTime();
    const offset = wall.toZonedDateTime(timeZone).offsetNanoseconds / 1_000_000_000;
    ahead.set(start, offset);
    return wallSeconds - offset;
  };
}

import type { OpenPeriod } from './rules.ts';

/** A period in which the office is open, in minutes since midnight on the wall clock: 0 to 1440. */
interface DayPeriod {
  readonly opens: number;
  readonly closes: number;
}

/** The open periods of a day, in order; none on a day without office hours. */
export type DayHours = readonly DayPeriod[];

/**
 * @param ofWhat whose hours they are, for the error.
 * @throws RangeError when a time is not one, or does not come after the one before it.
 */
export function readHours(periods: readonly OpenPeriod[], ofWhat: string): DayHours {
  const hours = periods.map(({ opens, closes }) => ({
    opens: readMinute(opens),
    closes: readMinute(closes),
  }));
  let before = -1;
  for (const minute of hours.flatMap(({ opens, closes }) => [opens, closes])) {
    if (minute <= before) {
      const times = periods.flatMap(({ opens, closes }) => [opens, closes]);
      throw new RangeError(`The office hours of ${ofWhat} are not in order: ${times.join(', ')}.`);
    }
    before = minute;
  }
  return hours;
}

/** @throws RangeError when it is not HH:MM, from 00:00 to 24:00. */
export function readMinute(time: string): number {
  if (!/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)) {
    throw new RangeError(`A time of the office hours is written HH:MM, not ${time}.`);
  }
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** What is left of a day's hours when the office closes at this minute; none when it would not open. */
export function hoursUntil(hours: DayHours, minute: number): DayHours {
  return hours
    .filter(({ opens }) => opens < minute)
    .map(({ opens, closes }) => ({ opens, closes: Math.min(closes, minute) }));
}

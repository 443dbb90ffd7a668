import { Temporal } from 'temporal-polyfill';
import { type DayHours, hoursUntil, readHours, readMinute } from './dayHours.ts';
import { type CalendarRules, type ClosingDay, type OpenPeriod, weekdays } from './rules.ts';

/** The rules of a municipality, checked, with their times in minutes and their days by date (YYYY-MM-DD). */
export interface ReadRules {
  /** In the order of `weekdays`. */
  readonly week: readonly DayHours[];
  readonly closingDays: ReadonlyMap<string, ReadClosingDay>;
  /** The hours that an opened day has of its own, if any. */
  readonly openedDays: ReadonlyMap<string, DayHours | undefined>;
}

interface ReadClosingDay {
  readonly name: string;
  /** Undefined when the whole day is closed. */
  readonly closes: number | undefined;
}

/**
 * @throws RangeError when no weekday has office hours (there would be no next working day), when a date, a
 *   time or the order of the hours is wrong, when a date comes twice in a list, or when a half day would
 *   close before it opens.
 */
export function readRules({ officeHours, closingDays, openedDays }: CalendarRules): ReadRules {
  const week = weekdays.map((weekday) => readHours(officeHours[weekday], weekday));
  if (week.every((hours) => hours.length === 0)) {
    throw new RangeError('A calendar needs office hours on at least one weekday; this one has none.');
  }
  return {
    week,
    closingDays: byDate(closingDays, 'closing days', (day, date) => readClosingDay(day, date, week)),
    openedDays: byDate(openedDays, 'opened days', ({ date, hours }) => hours && ownHours(hours, date)),
  };
}

function byDate<Day extends { readonly date: string }, Read>(
  days: readonly Day[],
  list: string,
  read: (day: Day, date: Temporal.PlainDate) => Read,
): ReadonlyMap<string, Read> {
  const dates = new Map<string, Read>();
  for (const day of days) {
    const date = Temporal.PlainDate.from(day.date);
    // The table compares dates as text: another spelling of a date would silently never match.
    if (date.toString() !== day.date) {
      throw new RangeError(`A date among the ${list} is written YYYY-MM-DD, not ${day.date}.`);
    }
    if (dates.has(day.date)) throw new RangeError(`${day.date} is among the ${list} more than once.`);
    dates.set(day.date, read(day, date));
  }
  return dates;
}

function readClosingDay(
  { name, closes }: ClosingDay,
  date: Temporal.PlainDate,
  week: readonly DayHours[],
): ReadClosingDay {
  if (closes === undefined) return { name, closes };
  const minute = readMinute(closes);
  const usual = week[date.dayOfWeek - 1] ?? [];
  if (usual.length > 0 && hoursUntil(usual, minute).length === 0) {
    throw new RangeError(`${name} (${date}) closes at ${closes}, before the office opens.`);
  }
  return { name, closes: minute };
}

function ownHours(hours: readonly OpenPeriod[], date: string): DayHours {
  if (hours.length === 0) throw new RangeError(`The opened day ${date} has no hours.`);
  return readHours(hours, date);
}

import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';
import type { CalendarDay, OpenDay } from './calendarDay.ts';
import type { CalendarYear } from './calendarYear.ts';
import { yearOf } from './lookUp.ts';
import { rowAt } from './row.ts';

/** How many working days d there are with from < d ≤ to; 0 when `to` does not come after `from`. */
export function workingDaysBetween(
  calendar: Calendar,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): number {
  if (Temporal.PlainDate.compare(to, from) <= 0) return 0;
  let count = workingDaysThrough(calendar, to) - workingDaysThrough(calendar, from);
  for (let year = from.year; year < to.year; year++) count += calendar.year(year).workingDays.length;
  return count;
}

/** The working days of a range, its first and last day included. */
export function workingDaysIn(
  calendar: Calendar,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): readonly Temporal.PlainDate[] {
  return daysIn(calendar, first, last)
    .filter(({ closed }) => closed === undefined)
    .map(({ date }) => date);
}

/** Every day of a range, its first and last day included; none when `last` comes before `first`. */
export function daysIn(calendar: Calendar, first: DayOfYear, last: DayOfYear): readonly CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let year = first.year; year <= last.year; year++) {
    const start = year === first.year ? first.dayOfYear - 1 : 0;
    const end = year === last.year ? last.dayOfYear : undefined;
    days.push(...calendar.year(year).days.slice(start, end));
  }
  return days;
}

/** A date, or its row in the table. */
type DayOfYear = Pick<Temporal.PlainDate, 'year' | 'dayOfYear'>;

/**
 * The working day that is `count` working days after a date, which itself does not count.
 *
 * @param count 1 or more.
 * @throws RangeError when it is not a whole number from 1, or the day is more than `furthestYears` away.
 */
export function workingDayAfter(
  calendar: Calendar,
  date: Temporal.PlainDate,
  count: number,
): Temporal.PlainDate {
  checkCount(count, 1);
  const index = workingDaysThrough(calendar, date) + count - 1;
  return nthWorkingDay(calendar, calendar.year(date.year), index).date;
}

/** @param index from 0, the first working day of `from`; it may lie in a later year. */
export function nthWorkingDay(calendar: Calendar, from: CalendarYear, index: number): OpenDay {
  const found = yearOf(calendar, from, index, workingDaysOf);
  return rowAt(found.year.workingDays, found.index);
}

/** @throws RangeError when it is not a whole number from `least`. */
export function checkCount(count: number, least: number): void {
  if (Number.isInteger(count) && count >= least) return;
  throw new RangeError(`A number of working days is a whole number from ${least}, not ${count}.`);
}

/** How many working days its year has had by the end of this date. */
function workingDaysThrough(calendar: Calendar, date: Temporal.PlainDate): number {
  return rowAt(calendar.year(date.year).workingDaysThrough, date.dayOfYear);
}

function workingDaysOf({ workingDays }: CalendarYear): number {
  return workingDays.length;
}

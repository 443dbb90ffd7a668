import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';
import type { CalendarDay, CalendarYear } from './calendarYear.ts';

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
export function daysIn(
  calendar: Calendar,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): readonly CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let year = first.year; year <= last.year; year++) {
    const start = year === first.year ? first.dayOfYear - 1 : 0;
    const end = year === last.year ? last.dayOfYear : undefined;
    days.push(...calendar.year(year).days.slice(start, end));
  }
  return days;
}

/**
 * The working day that is `count` working days after a date, which itself does not count.
 *
 * @param count 1 or more.
 */
export function workingDayAfter(
  calendar: Calendar,
  date: Temporal.PlainDate,
  count: number,
): Temporal.PlainDate {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`A number of working days is a whole number from 1, not ${count}.`);
  }
  // Ends, because a calendar always has a weekday with office hours and its closing days are finite.
  let index = workingDaysThrough(calendar, date) + count - 1;
  for (let number = date.year; ; number++) {
    const { workingDays }: CalendarYear = calendar.year(number);
    const found = workingDays[index];
    if (found !== undefined) return found;
    index -= workingDays.length;
  }
}

/** How many working days its year has had by the end of this date. */
function workingDaysThrough(calendar: Calendar, date: Temporal.PlainDate): number {
  return calendar.year(date.year).workingDaysThrough[date.dayOfYear] ?? 0;
}

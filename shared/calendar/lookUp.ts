import type { Calendar } from './calendar.ts';
import type { CalendarDay } from './calendarDay.ts';
import type { CalendarYear } from './calendarYear.ts';
import { rowAt } from './row.ts';
import { passedBy, usualDay } from './timeline.ts';

const yearsPerMillisecond = 1 / (365.2425 * usualDay);

/** The table of the year to which an instant (milliseconds since the epoch) belongs on the Dutch wall clock. */
export function yearAt(calendar: Calendar, instant: number): CalendarYear {
  // Off by two days at most, so at most by one year.
  const guess = calendar.year(1970 + Math.floor(instant * yearsPerMillisecond));
  if (instant < guess.begins) return calendar.year(guess.number - 1);
  return instant < guess.ends ? guess : calendar.year(guess.number + 1);
}

/** The day to which an instant of this year belongs. */
export function dayAt({ days, midnights }: CalendarYear, instant: number): CalendarDay {
  return rowAt(days, passedBy(midnights, instant) - 1);
}

/**
 * How many years ahead or back anything is looked for. What is not found by then is a mistake: closing days
 * that leave no day open, or a number nobody means. It ends the search, which otherwise may have no end.
 */
export const furthestYears = 10;

/**
 * The year in which something falls that is counted on from year to year, such as the 300th working day.
 *
 * @param index from 0 at the beginning of `from`; below 0 before it.
 * @param inYear how many of them a year has.
 * @returns the year and the index counted from its beginning.
 * @throws RangeError when it is more than `furthestYears` away.
 */
export function yearOf(
  calendar: Calendar,
  from: CalendarYear,
  index: number,
  inYear: (year: CalendarYear) => number,
): { readonly year: CalendarYear; readonly index: number } {
  let year = from;
  let left = index;
  const next = (number: number): CalendarYear => {
    if (Math.abs(number - from.number) <= furthestYears) return calendar.year(number);
    throw new RangeError(`Not found from ${from.number} to ${year.number}: too far, or no day is open.`);
  };
  while (left < 0) {
    year = next(year.number - 1);
    left += inYear(year);
  }
  while (left >= inYear(year)) {
    left -= inYear(year);
    year = next(year.number + 1);
  }
  return { year, index: left };
}

import type { Temporal } from 'temporal-polyfill';
import type { WorkingDay } from './calendarDay.ts';
import { buildCalendarYear, type CalendarYear } from './calendarYear.ts';
import type { ClosedReason } from './planDay.ts';
import { readRules } from './readRules.ts';
import { rowAt } from './row.ts';
import type { CalendarRules } from './rules.ts';

export type { WorkingDay } from './calendarDay.ts';

/** The working days of one municipality. Dates are local (Europe/Amsterdam). */
export interface Calendar {
  isWorkingDay(date: Temporal.PlainDate): boolean;
  /** Why the municipality is closed on this date; undefined on a working day. */
  closedReason(date: Temporal.PlainDate): ClosedReason | undefined;
  /** When this working day opens and closes; undefined on a closed day. */
  workingDay(date: Temporal.PlainDate): WorkingDay | undefined;
  /** The table of a year, built when it is first asked for. */
  year(number: number): CalendarYear;
}

/**
 * Make it once per municipality and keep it: each year is built once and then only looked up.
 *
 * @throws RangeError when the rules cannot work; see `readRules`.
 */
export function createCalendar(rules: CalendarRules): Calendar {
  const read = readRules(rules);
  // By year since 1970, for an array is read faster than a map; before 1970 it is slower, but right.
  const years: CalendarYear[] = [];
  const year = (number: number): CalendarYear => {
    const known = years[number - 1970];
    if (known !== undefined) return known;
    const built = buildCalendarYear(read, number);
    years[number - 1970] = built;
    return built;
  };
  const dayOf = (date: Temporal.PlainDate) => rowAt(year(date.year).days, date.dayOfYear - 1);
  return {
    isWorkingDay: (date) => dayOf(date).closed === undefined,
    closedReason: (date) => dayOf(date).closed,
    workingDay: (date) => {
      const day = dayOf(date);
      return day.closed === undefined ? day.workingDay : undefined;
    },
    year,
  };
}

import type { Calendar } from './calendar.ts';
import type { CalendarYear, OfficePeriod } from './calendarYear.ts';
import { yearAt, yearOf } from './lookUp.ts';
import { rowAt } from './row.ts';
import { passedBy } from './timeline.ts';

/**
 * A clock that only runs while the office is open. Everything is a number of milliseconds: an instant
 * since the epoch, or a length of office time.
 */

export function isOpen(calendar: Calendar, instant: number): boolean {
  const period = lastToOpen(yearAt(calendar, instant), instant);
  return period !== undefined && instant < period.closes;
}

/** How long the office is open from one instant to another that comes after it. */
export function officeTimeBetween(calendar: Calendar, from: number, to: number): number {
  const first = yearAt(calendar, from);
  const last = yearAt(calendar, to);
  let officeTime = officeTimeUntil(last, to) - officeTimeUntil(first, from);
  for (let year = first.number; year < last.number; year++) officeTime += calendar.year(year).officeTime;
  return officeTime;
}

/** The first instant by which the office has been open so long since `from`. */
export function afterOfficeTime(calendar: Calendar, from: number, length: number): number {
  if (length === 0) return from;
  const year = yearAt(calendar, from);
  const lastMillisecond = officeTimeUntil(year, from) + length - 1;
  return instantOf(calendar, year, lastMillisecond) + 1;
}

/** The last instant from which the office is open so long until `until`. */
export function beforeOfficeTime(calendar: Calendar, until: number, length: number): number {
  if (length === 0) return until;
  const year = yearAt(calendar, until);
  return instantOf(calendar, year, officeTimeUntil(year, until) - length);
}

/** How long the office has been open in this year until an instant of it. */
function officeTimeUntil(year: CalendarYear, instant: number): number {
  const period = lastToOpen(year, instant);
  if (period === undefined) return 0;
  return period.officeTimeBefore + Math.min(instant, period.closes) - period.opens;
}

function lastToOpen({ openPeriods, openings }: CalendarYear, instant: number): OfficePeriod | undefined {
  return openPeriods[passedBy(openings, instant) - 1];
}

/**
 * The instant at which a millisecond of office time begins.
 *
 * @param millisecond from 0, the first one of `from`; it may lie in another year.
 */
function instantOf(calendar: Calendar, from: CalendarYear, millisecond: number): number {
  const { year, index } = yearOf(calendar, from, millisecond, ({ officeTime }) => officeTime);
  const { opens, officeTimeBefore } = rowAt(year.openPeriods, passedBy(year.officeTimes, index) - 1);
  return opens + index - officeTimeBefore;
}

import type { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';
import type { CalendarDay } from './calendarDay.ts';
import type { CalendarYear } from './calendarYear.ts';
import { dayAt, yearAt } from './lookUp.ts';
import type { ClosedReason } from './planDay.ts';
import { passedBy } from './timeline.ts';
import { checkCount, daysIn, nthWorkingDay } from './workingDays.ts';

export interface SkippedDay {
  readonly date: Temporal.PlainDate;
  readonly reason: ClosedReason;
}

/** A deadline that can explain itself: "woensdag 29 april 17:00: 2 werkdagen, Koningsdag telt niet". */
export interface Deadline {
  /** Closing time of the last day; done at this very instant is still on time. */
  readonly due: Temporal.Instant;
  /** The promise. */
  readonly workingDays: number;
  /** The working day on which it counts as asked; the promise starts on the next one. */
  readonly countedFrom: Temporal.PlainDate;
  /** Every closed day from the day on which it was really asked up to the due day, in order. */
  readonly skipped: readonly SkippedDay[];
  /** Why the office closes early on the due day, in the municipality's own words; undefined when it does not. */
  readonly halfDay: string | undefined;
}

/**
 * Closing time of the working day that is `workingDays` after the one on which it was asked. Asked on a
 * closed day, or at or after closing time, counts as asked on the next working day.
 *
 * @param workingDays the promise; 0 is the day on which it counts as asked itself.
 * @throws RangeError when it is not a whole number from 0, or the day is more than `furthestYears` away.
 */
export function callbackDeadline(calendar: Calendar, asked: Temporal.Instant, workingDays: number): Deadline {
  checkCount(workingDays, 0);
  const instant = asked.epochMilliseconds;
  const year = yearAt(calendar, instant);
  const index = indexItCountsFrom(year, instant);
  const dueDay = nthWorkingDay(calendar, year, index + workingDays);
  return {
    due: dueDay.workingDay.closes,
    workingDays,
    countedFrom: nthWorkingDay(calendar, year, index).date,
    skipped: skippedDays(calendar, dayAt(year, instant), dueDay),
    halfDay: dueDay.workingDay.halfDay,
  };
}

/** When it is due and no more, in milliseconds since the epoch, as `asked` is: for who asks it of thousands. */
export function dueTime(calendar: Calendar, asked: number, workingDays: number): number {
  checkCount(workingDays, 0);
  const year = yearAt(calendar, asked);
  const index = indexItCountsFrom(year, asked) + workingDays;
  return (
    year.closings.moments[index] ?? nthWorkingDay(calendar, year, index).workingDay.closes.epochMilliseconds
  );
}

/** The day on which it counts as asked is the first working day that has yet to close. */
function indexItCountsFrom({ closings }: CalendarYear, asked: number): number {
  return passedBy(closings, asked);
}

function skippedDays(calendar: Calendar, first: CalendarDay, last: CalendarDay): readonly SkippedDay[] {
  const skipped: SkippedDay[] = [];
  for (const { date, closed } of daysIn(calendar, first, last)) {
    if (closed !== undefined) skipped.push({ date, reason: closed });
  }
  return skipped;
}

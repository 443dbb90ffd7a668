import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';
import type { ClosedReason } from './calendarYear.ts';
import { daysIn, workingDayAfter } from './workingDays.ts';
import { localDay } from './zone.ts';

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
}

/**
 * Closing time of the working day that is `workingDays` after the one on which it was asked. Asked on a
 * closed day, or at or after closing time, counts as asked on the next working day.
 *
 * @param workingDays the promise: a whole number; 0 is the day on which it counts as asked itself.
 */
export function callbackDeadline(calendar: Calendar, asked: Temporal.Instant, workingDays: number): Deadline {
  const askedDay = localDay(asked);
  const countedFrom = dayItCountsAsAsked(calendar, asked, askedDay);
  const dueDay = workingDays === 0 ? countedFrom : workingDayAfter(calendar, countedFrom, workingDays);
  return {
    due: closingTime(calendar, dueDay),
    workingDays,
    countedFrom,
    skipped: closedDays(calendar, askedDay, dueDay),
  };
}

function dayItCountsAsAsked(
  calendar: Calendar,
  asked: Temporal.Instant,
  day: Temporal.PlainDate,
): Temporal.PlainDate {
  const hours = calendar.workingDay(day);
  const inTime = hours !== undefined && Temporal.Instant.compare(asked, hours.closes) < 0;
  return inTime ? day : workingDayAfter(calendar, day, 1);
}

function closingTime(calendar: Calendar, date: Temporal.PlainDate): Temporal.Instant {
  const day = calendar.workingDay(date);
  if (day === undefined) throw new Error(`${date} was found as a working day, but is closed.`);
  return day.closes;
}

function closedDays(
  calendar: Calendar,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): readonly SkippedDay[] {
  return daysIn(calendar, first, last).flatMap(({ date, closed }) =>
    closed === undefined ? [] : [{ date, reason: closed }],
  );
}

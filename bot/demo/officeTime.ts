import type { Temporal } from 'temporal-polyfill';
import type { Calendar, WorkingDay } from '../../shared/calendar/calendar.ts';
import { workingDayAfter } from '../../shared/calendar/workingDays.ts';
import { localDay } from '../../shared/calendar/zone.ts';

/** How many seconds the office is open between two instants. */
export function officeSeconds(calendar: Calendar, from: Temporal.Instant, to: Temporal.Instant): number {
  let seconds = 0;
  for (const { opens, closes } of officeDays(calendar, from)) {
    if (opens.epochMilliseconds >= to.epochMilliseconds) return seconds;
    seconds += secondsBetween(later(opens, from), earlier(closes, to));
  }
  return seconds;
}

/** The instant at which the office has been open for so many seconds since `from`. */
export function afterOfficeSeconds(
  calendar: Calendar,
  from: Temporal.Instant,
  seconds: number,
): Temporal.Instant {
  let left = Math.round(seconds);
  for (const { opens, closes } of officeDays(calendar, from)) {
    const start = later(opens, from);
    const open = secondsBetween(start, closes);
    if (left <= open) return start.add({ seconds: left });
    left -= open;
  }
  throw new Error('A calendar has no last working day.');
}

/** The working days that have yet to close, first the one of this instant. */
function* officeDays(calendar: Calendar, from: Temporal.Instant): Generator<WorkingDay> {
  for (let date = localDay(from).subtract({ days: 1 }); ; ) {
    date = workingDayAfter(calendar, date, 1);
    const day = calendar.workingDay(date);
    if (day !== undefined && day.closes.epochMilliseconds > from.epochMilliseconds) yield day;
  }
}

function secondsBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return (to.epochMilliseconds - from.epochMilliseconds) / 1000;
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return one.epochMilliseconds > other.epochMilliseconds ? one : other;
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return one.epochMilliseconds < other.epochMilliseconds ? one : other;
}

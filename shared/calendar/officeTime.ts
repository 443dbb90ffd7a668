import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';
import { afterOfficeTime, beforeOfficeTime, isOpen, officeTimeBetween } from './officeClock.ts';

// Instants count to the millisecond here, as the table has them.

const minute = 60_000;

/** Whether the office is open: it is at `opens`, and no longer at `closes` or in a break. */
export function isOfficeTime(calendar: Calendar, instant: Temporal.Instant): boolean {
  return isOpen(calendar, instant.epochMilliseconds);
}

/**
 * How many whole minutes the office is open between two instants, in all its open time together: seconds
 * before a break and seconds after it make a minute. 0 when `to` does not come after `from`.
 */
export function officeMinutesBetween(
  calendar: Calendar,
  from: Temporal.Instant,
  to: Temporal.Instant,
): number {
  const start = from.epochMilliseconds;
  const end = to.epochMilliseconds;
  return end > start ? Math.floor(officeTimeBetween(calendar, start, end) / minute) : 0;
}

/**
 * The first instant by which the office has been open for `minutes` since `from`. What ends with the day
 * ends at closing time, not when the office opens again; 0 minutes end at `from` itself.
 *
 * @param minutes 0 or more; fractions count to the millisecond.
 * @throws RangeError when it is less, or the instant is more than `furthestYears` away.
 */
export function officeTimeAfter(
  calendar: Calendar,
  from: Temporal.Instant,
  minutes: number,
): Temporal.Instant {
  const instant = afterOfficeTime(calendar, from.epochMilliseconds, lengthOf(minutes));
  return Temporal.Instant.fromEpochMilliseconds(instant);
}

/**
 * The last instant from which the office is open for `minutes` until `until`. What begins with the day
 * begins when the office opens, not when it closed before; 0 minutes begin at `until` itself.
 *
 * @param minutes 0 or more; fractions count to the millisecond.
 * @throws RangeError when it is less, or the instant is more than `furthestYears` away.
 */
export function officeTimeBefore(
  calendar: Calendar,
  until: Temporal.Instant,
  minutes: number,
): Temporal.Instant {
  const instant = beforeOfficeTime(calendar, until.epochMilliseconds, lengthOf(minutes));
  return Temporal.Instant.fromEpochMilliseconds(instant);
}

function lengthOf(minutes: number): number {
  if (Number.isFinite(minutes) && minutes >= 0) return Math.round(minutes * minute);
  throw new RangeError(`A number of office minutes is 0 or more, not ${minutes}.`);
}

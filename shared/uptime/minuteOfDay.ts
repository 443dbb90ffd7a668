import type { Temporal } from 'temporal-polyfill';
import { localDay, midnight } from '../calendar/zone.ts';
import type { Probe } from '../fact/probe.ts';
import { marks } from './minutes.ts';

const minuteMs = 60_000;

/**
 * The place of an instant among the minutes of its local day: how many went by since local midnight, which
 * is not what the wall clock shows once that day's clock was changed.
 */
export function minuteOfDay(instant: Temporal.Instant): number {
  return Math.floor((instant.epochMilliseconds - midnight(localDay(instant))) / minuteMs);
}

/** 1,440; on a day on which the clock changes 1,380 or 1,500. */
export function minutesIn(day: Temporal.PlainDate): number {
  return (midnight(day.add({ days: 1 })) - midnight(day)) / minuteMs;
}

/** A day of a website channel at which nobody looked yet. */
export function unmeasuredDay(id: string, day: Temporal.PlainDate): Probe {
  return { id, day: day.toString(), minutes: marks.unmeasured.repeat(minutesIn(day)) };
}

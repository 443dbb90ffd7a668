import { Temporal } from 'temporal-polyfill';
import { demoDay } from '../../../bot/demo/demoDay.ts';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import { defaultRules } from '../../../shared/calendar/rules.ts';
import { daysIn } from '../../../shared/calendar/workingDays.ts';
import type { Registered } from '../../../shared/contact/register.ts';

export const calendar = createCalendar(defaultRules);

/** A Tuesday, 11:00. */
export const now = Temporal.Instant.from('2026-11-24T10:00:00Z');
export const today = Temporal.PlainDate.from('2026-11-24');

/** The days of the year before `now`. */
export const allDays: readonly Temporal.PlainDate[] = daysIn(
  calendar,
  Temporal.PlainDate.from('2025-11-01'),
  today,
).map(({ date }) => date);

/** The registrations of that year, day by day. */
export const year: readonly (readonly Registered[])[] = allDays.map((date) =>
  demoDay(date, { calendar, now }),
);

export function day(date: string, at = now): Registered[] {
  return demoDay(Temporal.PlainDate.from(date), { calendar, now: at });
}

import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../shared/calendar/zone.ts';
import { settings } from '../shared/settings.ts';

/** The days that the nightly sweep looks at again, YYYY-MM-DD, the latest first. */
export function lastDays(now: Temporal.Instant): string[] {
  const today = localDay(now);
  return Array.from({ length: settings.sweep.nightDays }, (_, days) => today.subtract({ days }).toString());
}

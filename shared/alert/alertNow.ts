import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../calendar/calendar.ts';
import { isOfficeTime } from '../calendar/officeTime.ts';
import { localDay } from '../calendar/zone.ts';
import { dailyAlertTime } from './alertMoments.ts';
import type { OpenCallback } from './openCallback.ts';
import { type Notice, pendingNotices } from './pendingNotices.ts';

/** What a channel has been told so far. */
export interface Told {
  /** The day (YYYY-MM-DD) of its last daily alert; '' before the first. */
  readonly alertedOn: string;
  /** Every notice whose moment lies up to here was given. */
  readonly toldUntil: Temporal.Instant;
}

export interface AlertNow {
  /** `daily`: the alert of this day, with the notices in it; `notices`: these alone. */
  readonly kind: 'daily' | 'notices';
  readonly notices: readonly Notice[];
}

interface Moment {
  readonly calendar: Calendar;
  readonly now: Temporal.Instant;
}

/**
 * What a department's channel must be told at this moment; undefined when nothing. Outside office hours
 * nobody is told anything, and in the morning the notices wait for the daily alert that carries them.
 */
export function alertNow(
  told: Told,
  open: readonly OpenCallback[],
  { calendar, now }: Moment,
): AlertNow | undefined {
  const notices = pendingNotices(open, calendar, { after: told.toldUntil, upTo: now });
  const daily = dailyNow(told, { calendar, now });
  if (daily === 'now') return { kind: 'daily', notices };
  if (daily === 'soon' || notices.length === 0 || !isOfficeTime(calendar, now)) return undefined;
  return { kind: 'notices', notices };
}

/** Whether the alert of a day is due now, still to come today, or neither. */
export function dailyNow({ alertedOn }: Told, { calendar, now }: Moment): 'now' | 'soon' | 'no' {
  const today = localDay(now);
  const time = dailyAlertTime(calendar, today);
  if (time === undefined || alertedOn === today.toString()) return 'no';
  if (Temporal.Instant.compare(now, time.from) < 0) return 'soon';
  return Temporal.Instant.compare(now, time.until) < 0 ? 'now' : 'no';
}

/** The same for an alert of once a week: on Monday, or the first working day after it. */
export function weeklyNow(told: Told, { calendar, now }: Moment): boolean {
  const today = localDay(now);
  const monday = today.subtract({ days: today.dayOfWeek - 1 }).toString();
  return told.alertedOn < monday && dailyNow(told, { calendar, now }) === 'now';
}

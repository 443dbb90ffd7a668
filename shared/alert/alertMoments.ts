import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../calendar/calendar.ts';
import { officeTimeBefore } from '../calendar/officeTime.ts';
import { workingDayAfter } from '../calendar/workingDays.ts';
import { localDay, timeZone } from '../calendar/zone.ts';
import { settings } from '../settings.ts';

/**
 * When the daily alert of a working day is due, and until when it may still come. Undefined on a closed
 * day.
 */
export function dailyAlertTime(
  calendar: Calendar,
  day: Temporal.PlainDate,
): { readonly from: Temporal.Instant; readonly until: Temporal.Instant } | undefined {
  if (!calendar.isWorkingDay(day)) return undefined;
  return { from: at(day, settings.alert.dailyAt), until: at(day, settings.alert.dailyUntil) };
}

/** What a department is told of an open callback, from the mildest to the most urgent. */
export const noticeKinds = ['dueToday', 'almostDue', 'overdue', 'escalated'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/**
 * When each notice of a deadline is due. All but the warning come with the daily alert, so that a
 * department reads one message in the morning: a deadline is a closing time, so what passes it is told
 * on the next working morning.
 */
export function noticeMoments(
  calendar: Calendar,
  due: Temporal.Instant,
): Readonly<Record<NoticeKind, Temporal.Instant>> {
  const dueDay = localDay(due);
  const { dailyAt, warningMinutes, escalationWorkingDays } = settings.alert;
  const morningAfter = (count: number) => at(workingDayAfter(calendar, dueDay, count), dailyAt);
  return {
    dueToday: at(dueDay, dailyAt),
    almostDue: officeTimeBefore(calendar, due, warningMinutes),
    overdue: morningAfter(1),
    escalated: morningAfter(1 + escalationWorkingDays),
  };
}

function at(day: Temporal.PlainDate, plainTime: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(plainTime) }).toInstant();
}

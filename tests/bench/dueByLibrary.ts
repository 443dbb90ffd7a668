import { TZDate } from '@date-fns/tz';
import { addDays, isWeekend, lightFormat, setHours, startOfDay } from 'date-fns';
import luxon, { type DateTime } from 'luxon-business-days';
import type { Temporal } from 'temporal-polyfill';

/**
 * The callback deadline as one would write it with a library and a set of holidays (YYYY-MM-DD): in steps of
 * a day, office hours until 17:00.
 */

const timeZone = 'Europe/Amsterdam';
const closes = 17;

/** @param asked a TZDate, or a Date on a machine that stands on Dutch time. */
export function dueByDateFns(asked: Date, workingDays: number, holidays: ReadonlySet<string>): number {
  const isOpen = (date: Date) => !isWeekend(date) && !holidays.has(lightFormat(date, 'yyyy-MM-dd'));
  let day = startOfDay(asked);
  if (asked.getHours() >= closes) day = addDays(day, 1);
  while (!isOpen(day)) day = addDays(day, 1);
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1);
    if (isOpen(day)) left--;
  }
  return setHours(day, closes).getTime();
}

export function inAmsterdam(instant: number): TZDate {
  return new TZDate(instant, timeZone);
}

/** The library keeps its holidays for the whole process. */
export function setLuxonHolidays(holidays: ReadonlySet<string>): void {
  const holidayMatchers = [(day: DateTime) => holidays.has(day.toISODate())];
  luxon.DateTime.fromMillis(0, { zone: timeZone }).setupBusiness({ holidayMatchers });
}

export function dueByLuxon(asked: number, workingDays: number): number {
  const moment = luxon.DateTime.fromMillis(asked, { zone: timeZone });
  let day = moment.startOf('day');
  if (moment.hour >= closes) day = day.plus({ days: 1 });
  while (!day.isBusinessDay() || day.isHoliday()) day = day.plus({ days: 1 });
  return day.plusBusiness({ days: workingDays }).set({ hour: closes }).toMillis();
}

export function dueByTemporal(
  asked: Temporal.Instant,
  workingDays: number,
  holidays: ReadonlySet<string>,
): Temporal.Instant {
  const isOpen = (date: Temporal.PlainDate) => date.dayOfWeek <= 5 && !holidays.has(date.toString());
  const moment = asked.toZonedDateTimeISO(timeZone);
  let day = moment.toPlainDate();
  if (moment.hour >= closes) day = day.add({ days: 1 });
  while (!isOpen(day)) day = day.add({ days: 1 });
  for (let left = workingDays; left > 0; ) {
    day = day.add({ days: 1 });
    if (isOpen(day)) left--;
  }
  return day.toZonedDateTime({ timeZone, plainTime: `${closes}:00` }).toInstant();
}

import { Temporal } from 'temporal-polyfill';
import { type HolidayId, holidaysOf } from './holidays.ts';
import { type CalendarRules, weekdays } from './rules.ts';

/** `weekend`: a day of the week without office hours. */
export type ClosedReason =
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly id: HolidayId }
  | { readonly kind: 'closingDay'; readonly name: string };

export interface CalendarDay {
  readonly date: Temporal.PlainDate;
  /** Undefined on a working day. */
  readonly closed: ClosedReason | undefined;
}

/** One year of a municipality as a table, so that its days are looked up and never searched. */
export interface CalendarYear {
  /** Every day of the year; the day at index i is the one with `dayOfYear` i + 1. */
  readonly days: readonly CalendarDay[];
  readonly workingDays: readonly Temporal.PlainDate[];
  /** By `dayOfYear`: how many working days the year has had by the end of that day; 0 at index 0. */
  readonly workingDaysThrough: readonly number[];
}

export function buildCalendarYear(rules: CalendarRules, year: number): CalendarYear {
  const reasons = reasonsOf(rules, year);
  const opened = new Set(rules.openedDays.map(({ date }) => date));
  const first = new Temporal.PlainDate(year, 1, 1);
  const days: CalendarDay[] = [];
  const workingDays: Temporal.PlainDate[] = [];
  const workingDaysThrough = [0];
  for (let index = 0; index < first.daysInYear; index++) {
    const date = first.add({ days: index });
    const key = date.toString();
    const closed = opened.has(key) ? undefined : (weekendReason(rules, date) ?? reasons.get(key));
    days.push({ date, closed });
    if (closed === undefined) workingDays.push(date);
    workingDaysThrough.push(workingDays.length);
  }
  return { days, workingDays, workingDaysThrough };
}

/** A holiday on a Saturday took no working day away, so the weekend explains the day. */
function weekendReason({ officeHours }: CalendarRules, date: Temporal.PlainDate): ClosedReason | undefined {
  const weekday = weekdays[date.dayOfWeek - 1];
  return weekday !== undefined && officeHours[weekday].length > 0 ? undefined : { kind: 'weekend' };
}

/** By date. Where two reasons meet, a holiday explains more than a closing day, and the first holiday wins. */
function reasonsOf({ closingDays }: CalendarRules, year: number): ReadonlyMap<string, ClosedReason> {
  const reasons = new Map<string, ClosedReason>();
  for (const { date, name } of closingDays) reasons.set(date, { kind: 'closingDay', name });
  for (const { date, id } of holidaysOf(year).toReversed()) {
    reasons.set(date.toString(), { kind: 'holiday', id });
  }
  return reasons;
}

import type { Temporal } from 'temporal-polyfill';
import { type DayHours, hoursUntil, readHours } from './dayHours.ts';
import type { HolidayId } from './holidays.ts';
import type { ReadRules } from './readRules.ts';
import { usualHours } from './rules.ts';

/** `weekend`: a day of the week without office hours. */
export type ClosedReason =
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly id: HolidayId }
  | { readonly kind: 'closingDay'; readonly name: string };

/** What a date is by the rules: closed for a reason, or open at hours that may end early for a reason. */
export type DayPlan =
  | { readonly closed: ClosedReason }
  | { readonly closed?: undefined; readonly hours: DayHours; readonly halfDay: string | undefined };

const hoursOfUnusualDay = readHours([usualHours], 'an opened day');

/**
 * Where two reasons meet: opened goes before everything; a holiday on a Saturday took no working day away,
 * so the weekend explains the day; and a holiday explains more than a closing day.
 */
export function planDay(
  rules: ReadRules,
  holidays: ReadonlyMap<string, HolidayId>,
  date: Temporal.PlainDate,
): DayPlan {
  const key = date.toString();
  const hours = rules.week[date.dayOfWeek - 1] ?? [];
  if (rules.openedDays.has(key)) {
    const usual = hours.length > 0 ? hours : hoursOfUnusualDay;
    return { hours: rules.openedDays.get(key) ?? usual, halfDay: undefined };
  }
  if (hours.length === 0) return { closed: { kind: 'weekend' } };
  const holiday = holidays.get(key);
  if (holiday !== undefined) return { closed: { kind: 'holiday', id: holiday } };
  const closingDay = rules.closingDays.get(key);
  if (closingDay === undefined) return { hours, halfDay: undefined };
  const { name, closes } = closingDay;
  return closes === undefined ? { closed: { kind: 'closingDay', name } } : halfDay(hours, closes, name);
}

/** A weekday that closes no later than that anyway is not cut short. */
function halfDay(hours: DayHours, closes: number, name: string): DayPlan {
  const left = hoursUntil(hours, closes);
  const isCut = left.at(-1)?.closes !== hours.at(-1)?.closes;
  return { hours: left, halfDay: isCut ? name : undefined };
}

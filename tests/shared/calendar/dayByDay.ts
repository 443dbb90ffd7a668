import Holidays from 'date-holidays';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

/**
 * The same rules, written the slow and obvious way: one calendar day at a time, holidays from a library.
 * What the tables say is held against this.
 */

const oracle = new Holidays('NL');
const namesOfHolidays = [
  'Nieuwjaar',
  'Tweede paasdag',
  'Koningsdag',
  'Bevrijdingsdag',
  'Hemelvaartsdag',
  'Tweede pinksterdag',
  'Kerstmis',
  'Tweede kerstdag',
];

/** By name and not by type: the library calls 5 May a school holiday, and every Easter Sunday public. */
export function holidaysByLibrary(year: number): Map<string, string> {
  const holidays = oracle.getHolidays(year).filter(({ name }) => namesOfHolidays.includes(name));
  return new Map(holidays.map(({ name, date }) => [name, date.slice(0, 10)]));
}

export interface OwnDays {
  readonly closed: ReadonlySet<string>;
  readonly opened: ReadonlySet<string>;
}

const closedByLibrary = new Map<number, ReadonlySet<string>>();

export function isOpenByLibrary(date: Temporal.PlainDate, own: OwnDays): boolean {
  const holidays = closedByLibrary.get(date.year) ?? new Set(holidaysByLibrary(date.year).values());
  closedByLibrary.set(date.year, holidays);
  const key = date.toString();
  return own.opened.has(key) || (date.dayOfWeek <= 5 && !holidays.has(key) && !own.closed.has(key));
}

export function dueDayByDay(asked: Temporal.Instant, workingDays: number, own: OwnDays): Temporal.Instant {
  const local = asked.toZonedDateTimeISO('Europe/Amsterdam');
  let day = local.toPlainDate();
  if (local.hour >= 17) day = day.add({ days: 1 });
  while (!isOpenByLibrary(day, own)) day = day.add({ days: 1 });
  for (let left = workingDays; left > 0; ) {
    day = day.add({ days: 1 });
    if (isOpenByLibrary(day, own)) left--;
  }
  return day.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '17:00' }).toInstant();
}

const first = Temporal.PlainDate.from('2020-01-01');
const daysThrough2035 = first.until('2035-12-31').days;

/** Any day of 2020 through 2035. */
export const anyDay = fc.integer({ min: 0, max: daysThrough2035 }).map((days) => first.add({ days }));

/** Days near what is special: holidays, the turn of the year, and both Sundays on which the clock changes. */
const dayNearSomething = fc
  .tuple(
    fc.integer({ min: 2020, max: 2035 }),
    fc.constantFrom('01-01', '03-28', '04-06', '04-27', '05-05', '05-25', '10-28', '12-25', '12-31'),
    fc.integer({ min: -6, max: 6 }),
  )
  .map(([year, day, shift]) => Temporal.PlainDate.from(`${year}-${day}`).add({ days: shift }));

/** Moments of the day, dense around the clock change, opening, closing and midnight. */
const anyTime = fc.oneof(
  fc.constantFrom(
    '00:00',
    '01:59',
    '02:00',
    '02:30',
    '03:00',
    '08:29',
    '08:30',
    '16:59:59.999',
    '17:00',
    '23:59',
  ),
  fc
    .integer({ min: 0, max: 1439 })
    .map((minute) => Temporal.PlainTime.from({ hour: 0 }).add({ minutes: minute })),
);

export const anyMoment = fc
  .tuple(fc.oneof(anyDay, dayNearSomething), anyTime)
  .map(([day, plainTime]) => day.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime }).toInstant());

const someDates = fc.uniqueArray(
  fc.oneof(anyDay, dayNearSomething).map((day) => day.toString()),
  { maxLength: 40 },
);

/** Closing days and opened days of a municipality; some fall on holidays, weekends or on each other. */
export const anyOwnDays = fc.record({
  closed: someDates.map((dates) => new Set(dates)),
  opened: someDates.map((dates) => new Set(dates)),
});

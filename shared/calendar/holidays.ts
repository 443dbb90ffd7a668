import { Temporal } from 'temporal-polyfill';

export const holidayIds = [
  'newYear',
  'easterMonday',
  'kingsDay',
  'liberationDay',
  'ascension',
  'whitMonday',
  'christmas',
  'secondChristmas',
] as const;
export type HolidayId = (typeof holidayIds)[number];

interface Holiday {
  readonly id: HolidayId;
  readonly date: Temporal.PlainDate;
}

/**
 * The days on which every Dutch municipality is closed: Cao Gemeenten, article 6.6 (since 2024 with
 * 5 May in every year, not in lustrum years only). Good Friday and bridging days are each municipality's
 * own choice, so they are closing days. In the order of `holidayIds`; two may share a date, as
 * Ascension and Liberation Day did in 2016.
 */
export function holidaysOf(year: number): readonly Holiday[] {
  const easter = easterSunday(year);
  const dates: Record<HolidayId, Temporal.PlainDate> = {
    newYear: new Temporal.PlainDate(year, 1, 1),
    easterMonday: easter.add({ days: 1 }),
    kingsDay: kingsDay(year),
    liberationDay: new Temporal.PlainDate(year, 5, 5),
    ascension: easter.add({ days: 39 }),
    whitMonday: easter.add({ days: 50 }),
    christmas: new Temporal.PlainDate(year, 12, 25),
    secondChristmas: new Temporal.PlainDate(year, 12, 26),
  };
  return holidayIds.map((id) => ({ id, date: dates[id] }));
}

/** 27 April, or the day before when that is a Sunday. */
function kingsDay(year: number): Temporal.PlainDate {
  const birthday = new Temporal.PlainDate(year, 4, 27);
  return birthday.dayOfWeek === 7 ? birthday.subtract({ days: 1 }) : birthday;
}

/** The Gregorian computus in the form of Meeus, Jones and Butcher (J. Meeus, Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return new Temporal.PlainDate(year, Math.floor(days / 31), (days % 31) + 1);
}

import { expect, test } from 'vitest';
import { type HolidayId, holidayIds, holidaysOf } from '../../../shared/calendar/holidays.ts';
import closingDays from '../../cases/dutch-closing-days.json' with { type: 'json' };
import { holidaysByLibrary } from './holidaysByLibrary.ts';

function dateOf(id: HolidayId, year: number): string | undefined {
  return holidaysOf(year)
    .find((holiday) => holiday.id === id)
    ?.date.toString();
}

test('2026 has the holidays that its printed calendars have', () => {
  expect(holidaysOf(2026).map(({ id, date }) => [id, date.toString()])).toEqual([
    ['newYear', '2026-01-01'],
    ['easterMonday', '2026-04-06'],
    ['kingsDay', '2026-04-27'],
    ['liberationDay', '2026-05-05'],
    ['ascension', '2026-05-14'],
    ['whitMonday', '2026-05-25'],
    ['christmas', '2026-12-25'],
    ['secondChristmas', '2026-12-26'],
  ]);
});

const nameInCao: Record<HolidayId, string> = {
  newYear: 'Nieuwjaarsdag',
  easterMonday: 'Tweede paasdag',
  kingsDay: 'Koningsdag',
  liberationDay: 'Bevrijdingsdag 5 mei (every year)',
  ascension: 'Hemelvaartsdag',
  whitMonday: 'Tweede pinksterdag',
  christmas: 'Eerste kerstdag',
  secondChristmas: 'Tweede kerstdag',
};

test('Cao Gemeenten 6.6: its paid holidays, no more and no fewer', () => {
  expect(holidayIds.map((id) => nameInCao[id])).toEqual(closingDays.cao_gemeenten_paid_days_from_2024);
});

test('a day that the law only equates with a holiday is no holiday: each municipality decides', () => {
  for (const equated of closingDays.atw_gelijkgesteld) {
    const dates = holidaysOf(Number(equated.slice(0, 4))).map(({ date }) => date.toString());
    expect(dates).not.toContain(equated);
  }
});

test("King's Day moves to Saturday 26 April when the 27th is a Sunday, in 2025 and 2031", () => {
  expect(dateOf('kingsDay', 2025)).toBe('2025-04-26');
  expect(dateOf('kingsDay', 2031)).toBe('2031-04-26');
  expect(dateOf('kingsDay', 2026)).toBe('2026-04-27');
});

test('Liberation Day is 5 May in every year, not in lustrum years only', () => {
  for (let year = 2024; year <= 2040; year++) expect(dateOf('liberationDay', year)).toBe(`${year}-05-05`);
});

test.each([
  ['the earliest Easter there is', 1818, '1818-03-23'],
  ['the latest Easter there is', 2038, '2038-04-26'],
  ['a year in which the epact needs its exception', 1954, '1954-04-19'],
  ['another one', 1981, '1981-04-20'],
  ['a leap century', 2000, '2000-04-24'],
])('Easter Monday comes out right in %s', (_why, year, monday) => {
  expect(dateOf('easterMonday', year)).toBe(monday);
});

const nameInLibrary: Record<HolidayId, string> = {
  newYear: 'Nieuwjaar',
  easterMonday: 'Tweede paasdag',
  kingsDay: 'Koningsdag',
  liberationDay: 'Bevrijdingsdag',
  ascension: 'Hemelvaartsdag',
  whitMonday: 'Tweede pinksterdag',
  christmas: 'Kerstmis',
  secondChristmas: 'Tweede kerstdag',
};

test('every holiday of 2013 through 2040 is where date-holidays has it', () => {
  for (let year = 2013; year <= 2040; year++) {
    const library = holidaysByLibrary(year);
    for (const { id, date } of holidaysOf(year)) {
      // The first King's Day was in 2014; before it there was Queen's Day.
      if (id === 'kingsDay' && year < 2014) continue;
      expect([year, id, date.toString()]).toEqual([year, id, library.get(nameInLibrary[id])]);
    }
  }
});

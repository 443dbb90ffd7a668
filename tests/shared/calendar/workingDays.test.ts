import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import { defaultRules } from '../../../shared/calendar/rules.ts';
import {
  daysIn,
  workingDayAfter,
  workingDaysBetween,
  workingDaysIn,
} from '../../../shared/calendar/workingDays.ts';
import { anyDay, anyOwnDays, isOpenByLibrary } from './dayByDay.ts';

const day = (date: string) => Temporal.PlainDate.from(date);
const usual = createCalendar(defaultRules);

describe('working days between two dates', () => {
  test.each([
    ['the first date does not count, the last one does', '2026-01-12', '2026-01-16', 4],
    ['from Friday to Monday is one', '2026-01-16', '2026-01-19', 1],
    ['from Friday to Sunday is none', '2026-01-16', '2026-01-18', 0],
    ['the same day is none', '2026-01-16', '2026-01-16', 0],
    ['an earlier day is none', '2026-01-16', '2026-01-12', 0],
    ["King's Day does not count", '2026-04-24', '2026-04-28', 1],
    ['the turn of the year is crossed', '2025-12-30', '2026-01-05', 3],
    ['a year in between counts whole', '2025-12-31', '2027-01-04', 255],
  ])('%s', (_what, from, to, count) => {
    expect(workingDaysBetween(usual, day(from), day(to))).toBe(count);
  });
});

describe('working days in a range', () => {
  const inRange = (first: string, last: string) => workingDaysIn(usual, day(first), day(last)).map(String);

  test('include its first and its last day', () => {
    expect(inRange('2026-05-04', '2026-05-08')).toEqual([
      '2026-05-04',
      '2026-05-06',
      '2026-05-07',
      '2026-05-08',
    ]);
  });

  test('cross the turn of the year', () => {
    expect(inRange('2026-12-31', '2027-01-04')).toEqual(['2026-12-31', '2027-01-04']);
  });

  test('of a range that ends before it starts are none', () => {
    expect(inRange('2026-05-08', '2026-05-04')).toEqual([]);
    expect(inRange('2027-01-04', '2026-12-31')).toEqual([]);
  });
});

test('days in a range are all of them, each with its reason', () => {
  const days = daysIn(usual, day('2026-12-31'), day('2027-01-02'));
  expect(days.map(({ date, closed }) => [date.toString(), closed])).toEqual([
    ['2026-12-31', undefined],
    ['2027-01-01', { kind: 'holiday', id: 'newYear' }],
    ['2027-01-02', { kind: 'weekend' }],
  ]);
});

test.each([0, -1, 1.5, Number.NaN])('%s working days after a date is refused', (count) => {
  expect(() => workingDayAfter(usual, day('2026-01-12'), count)).toThrow(RangeError);
});

test('a year closed from beginning to end is stepped over', () => {
  const closingDays = daysIn(usual, day('2027-01-01'), day('2027-12-31')).map(({ date }) => ({
    date: date.toString(),
    name: 'Verbouwing',
  }));
  const calendar = createCalendar({ ...defaultRules, closingDays });
  expect(workingDayAfter(calendar, day('2026-12-31'), 1).toString()).toBe('2028-01-03');
});

test('counting, listing and stepping agree with going day by day, 2020 through 2035', () =>
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 500 }), anyOwnDays, (from, length, own) => {
      const calendar = createCalendar({
        ...defaultRules,
        closingDays: [...own.closed].map((date) => ({ date, name: 'Dicht' })),
        openedDays: [...own.opened].map((date) => ({ date })),
      });
      const after = Array.from({ length }, (_, index) => from.add({ days: index + 1 }));
      const open = after.filter((date) => isOpenByLibrary(date, own)).map(String);
      const to = from.add({ days: length });
      expect(workingDaysBetween(calendar, from, to)).toBe(open.length);
      expect(workingDaysIn(calendar, from.add({ days: 1 }), to).map(String)).toEqual(open);
      if (open.length > 0) {
        expect(workingDayAfter(calendar, from, open.length).toString()).toBe(open.at(-1));
      }
    }),
    { numRuns: 200 },
  ));

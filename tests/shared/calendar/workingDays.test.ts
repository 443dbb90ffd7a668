import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type Calendar, createCalendar } from '../../../shared/calendar/calendar.ts';
import { callbackDeadline } from '../../../shared/calendar/deadline.ts';
import { officeTimeAfter, officeTimeBefore } from '../../../shared/calendar/officeTime.ts';
import { defaultRules } from '../../../shared/calendar/rules.ts';
import {
  daysIn,
  workingDayAfter,
  workingDaysBetween,
  workingDaysIn,
} from '../../../shared/calendar/workingDays.ts';

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

/** A calendar without a working day from 2027 through this year. */
function closedThrough(lastYear: number): Calendar {
  const closingDays = daysIn(usual, day('2027-01-01'), day(`${lastYear}-12-31`)).map(({ date }) => ({
    date: date.toString(),
    name: 'Verbouwing',
  }));
  return createCalendar({ ...defaultRules, closingDays });
}

test('years closed from beginning to end are stepped over', () => {
  expect(workingDayAfter(closedThrough(2027), day('2026-12-31'), 1).toString()).toBe('2028-01-03');
  expect(workingDayAfter(closedThrough(2035), day('2026-12-31'), 1).toString()).toBe('2036-01-02');
});

test('more than ten of them are an error, not an endless search, whatever asks', () => {
  const calendar = closedThrough(2036);
  const before = day('2026-12-31').toZonedDateTime('Europe/Amsterdam').toInstant().add({ hours: 23 });
  const after = day('2037-01-01').toZonedDateTime('Europe/Amsterdam').toInstant();
  const error = new RangeError('Not found from 2026 to 2036: too far, or no day is open.');
  expect(() => workingDayAfter(calendar, day('2026-12-31'), 1)).toThrow(error);
  expect(() => callbackDeadline(calendar, before, 0)).toThrow(error);
  expect(() => officeTimeAfter(calendar, before, 1)).toThrow(error);
  expect(() => officeTimeBefore(calendar, after, 1)).toThrow(/from 2037 to 2027/);
});

test('a number nobody means is an error at once', () => {
  const asked = Temporal.Instant.from('2026-01-12T10:00Z');
  expect(() => workingDayAfter(usual, day('2026-01-12'), 1e9)).toThrow(/too far/);
  expect(() => callbackDeadline(usual, asked, 1e9)).toThrow(/too far/);
  expect(() => officeTimeAfter(usual, asked, 1e12)).toThrow(/too far/);
  expect(() => officeTimeBefore(usual, asked, 1e12)).toThrow(/too far/);
});

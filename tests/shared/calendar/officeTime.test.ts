import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import {
  isOfficeTime,
  officeMinutesBetween,
  officeTimeAfter,
  officeTimeBefore,
} from '../../../shared/calendar/officeTime.ts';
import { defaultRules } from '../../../shared/calendar/rules.ts';
import cases from '../../cases/working-time.json' with { type: 'json' };

const usual = createCalendar(defaultRules);

/** Thursday with a break and an evening, a half day, and a Saturday on which it is open once. */
const eventful = createCalendar({
  officeHours: {
    ...defaultRules.officeHours,
    thursday: [
      { opens: '09:00', closes: '12:30' },
      { opens: '13:00', closes: '20:00' },
    ],
  },
  closingDays: [{ date: '2026-12-24', name: 'Kerstavond', closes: '12:00' }],
  openedDays: [{ date: '2026-01-17', hours: [{ opens: '10:00', closes: '14:00' }] }],
});

/** Open in the night from Saturday to Sunday, when the clock changes. */
const nightly = createCalendar({
  ...defaultRules,
  officeHours: { ...defaultRules.officeHours, sunday: [{ opens: '01:00', closes: '04:00' }] },
});

function at(local: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Amsterdam').toInstant();
}

function local(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO('Europe/Amsterdam').toPlainDateTime().toString();
}

const minutes = (from: string, to: string, calendar = usual) =>
  officeMinutesBetween(calendar, at(from), at(to));
const endAfter = (from: string, count: number, calendar = usual) =>
  local(officeTimeAfter(calendar, at(from), count));
const startBefore = (until: string, count: number, calendar = usual) =>
  local(officeTimeBefore(calendar, at(until), count));

test("the 300 spans that Zendesk's biz computed have as many office minutes", () => {
  for (const { from, to, officeMinutes } of cases.minutes) {
    const counted = officeMinutesBetween(usual, Temporal.Instant.from(from), Temporal.Instant.from(to));
    expect([from, to, counted]).toEqual([from, to, officeMinutes]);
  }
});

/**
 * Whole days of office hours, asked when the office was closed: biz ends them at the next opening, we (as
 * Zammad, Chatwoot and business_time) at the closing time before it. By `from` in the table.
 */
const tiesAtClosingTime = [
  '2030-12-26T23:30:00Z',
  '2026-01-01T08:00:00Z',
  '2028-10-29T22:00:00Z',
  '2024-05-02T22:30:00Z',
  '2030-01-07T03:25:00Z',
  '2024-12-26T06:37:00Z',
];

test("of the 100 additions that Zendesk's biz computed, the 94 without a tie at closing time end alike", () => {
  const alike = cases.hoursAfter.filter(({ from }) => !tiesAtClosingTime.includes(from));
  expect(alike).toHaveLength(94);
  for (const { from, officeHours, to } of alike) {
    const end = officeTimeAfter(usual, Temporal.Instant.from(from), officeHours * 60);
    expect([from, officeHours, end.toString()]).toEqual([from, officeHours, to]);
  }
});

test('the 6 with a tie end at closing time, with no office time left until where biz ends them', () => {
  const ties = cases.hoursAfter.filter(({ from }) => tiesAtClosingTime.includes(from));
  expect(ties).toHaveLength(6);
  for (const { from, officeHours, to } of ties) {
    const end = officeTimeAfter(usual, Temporal.Instant.from(from), officeHours * 60);
    expect([from, local(end).slice(11)]).toEqual([from, '17:00:00']);
    expect(officeTimeAfter(usual, end, 1)).toEqual(Temporal.Instant.from(to).add({ minutes: 1 }));
  }
});

describe('it is office time', () => {
  test.each([
    ['when the office opens', '2026-01-12T08:30', true],
    ['not a moment before', '2026-01-12T08:29:59.999', false],
    ['until the last moment', '2026-01-12T16:59:59.999', true],
    ['not at closing time', '2026-01-12T17:00', false],
    ['not on a Saturday', '2026-01-10T12:00', false],
    ['not on a holiday', '2026-04-27T12:00', false],
  ])('%s', (_what, moment, expected) => {
    expect(isOfficeTime(usual, at(moment))).toBe(expected);
  });

  test.each([
    ['until the break', '2026-01-15T12:29', true],
    ['not in the break', '2026-01-15T12:30', false],
    ['when the break is over', '2026-01-15T13:00', true],
    ['until a half day closes', '2026-12-24T11:59', true],
    ['not on its afternoon', '2026-12-24T13:00', false],
    ['on a day that is opened, at its own hours', '2026-01-17T10:00', true],
    ['on that day not at the usual hours', '2026-01-17T09:59', false],
  ])('%s', (_what, moment, expected) => {
    expect(isOfficeTime(eventful, at(moment))).toBe(expected);
  });
});

describe('office minutes between two moments', () => {
  test.each([
    ['of one day are those on the clock', '2026-01-12T10:00', '2026-01-12T10:45', 45],
    ['do not run in the night', '2026-01-12T16:30', '2026-01-13T09:00', 60],
    ["do not run on King's Day and the weekend before it", '2026-04-24T16:00', '2026-04-28T09:30', 120],
    ['are none when the second does not come after the first', '2026-01-12T12:00', '2026-01-12T10:00', 0],
    ['are whole ones', '2026-01-12T10:00', '2026-01-12T10:00:59.999', 0],
    ['make a minute of the seconds of two days', '2026-01-12T16:59:30', '2026-01-13T08:30:30', 1],
    ['of a week', '2026-01-12T00:00', '2026-01-19T00:00', 5 * 510],
    ['cross the turn of the year', '2025-12-31T16:00', '2026-01-02T09:30', 120],
    ['of whole years in between count', '2024-12-31T17:00', '2027-01-01T00:00', (253 + 255) * 510],
  ])('%s', (_what, from, to, expected) => {
    expect(minutes(from, to)).toBe(expected);
  });

  test('leave out the break, the afternoon of a half day, and nothing of an opened day', () => {
    expect(minutes('2026-01-15T12:00', '2026-01-15T13:30', eventful)).toBe(60);
    expect(minutes('2026-12-24T00:00', '2026-12-25T00:00', eventful)).toBe(180);
    expect(minutes('2026-01-17T00:00', '2026-01-18T00:00', eventful)).toBe(240);
  });

  test('are those that pass, not those on the clock, in the nights on which it changes', () => {
    expect(minutes('2026-03-22T00:00', '2026-03-23T00:00', nightly)).toBe(180);
    expect(minutes('2026-03-29T00:00', '2026-03-30T00:00', nightly)).toBe(120);
    expect(minutes('2026-10-25T00:00', '2026-10-26T00:00', nightly)).toBe(240);
  });
});

describe('office minutes after a moment', () => {
  test.each([
    ['stay on the same day', '2026-01-12T10:00', 60, '2026-01-12T11:00:00'],
    ['go on when the office opens again', '2026-01-12T16:30', 60, '2026-01-13T09:00:00'],
    ['begin when the office opens', '2026-01-10T12:00', 60, '2026-01-12T09:30:00'],
    ['end at closing time, not at the next opening', '2026-01-12T16:00', 60, '2026-01-12T17:00:00'],
    ['end at closing time after whole days, too', '2026-01-12T08:30', 2 * 510, '2026-01-13T17:00:00'],
    ['keep the seconds', '2026-01-12T16:59:30', 2, '2026-01-13T08:31:30'],
    ['may be a part of one', '2026-01-12T10:00', 1.5, '2026-01-12T10:01:30'],
    ['are over at once when there are none', '2026-01-10T12:00', 0, '2026-01-10T12:00:00'],
    ['cross the turn of the year', '2025-12-31T16:30', 60, '2026-01-02T09:00:00'],
  ])('%s', (_what, from, count, expected) => {
    expect(endAfter(from, count)).toBe(expected);
  });

  test('step over the break and the afternoon of a half day', () => {
    expect(endAfter('2026-01-15T12:00', 30, eventful)).toBe('2026-01-15T12:30:00');
    expect(endAfter('2026-01-15T12:00', 31, eventful)).toBe('2026-01-15T13:01:00');
    expect(endAfter('2026-12-24T11:30', 60, eventful)).toBe('2026-12-28T09:00:00');
  });
});

describe('office minutes before a moment', () => {
  test.each([
    ['two office hours before closing time', '2026-01-12T17:00', 120, '2026-01-12T15:00:00'],
    ['begin on an earlier day', '2026-01-12T09:30', 120, '2026-01-09T16:00:00'],
    [
      'begin when the office opens, not when it closed before',
      '2026-01-12T10:30',
      120,
      '2026-01-12T08:30:00',
    ],
    ['of a moment in the night end at closing time', '2026-01-12T22:00', 60, '2026-01-12T16:00:00'],
    ['have not begun when there are none', '2026-01-10T12:00', 0, '2026-01-10T12:00:00'],
    ['cross the turn of the year', '2026-01-02T09:30', 90, '2025-12-31T16:30:00'],
  ])('%s', (_what, until, count, expected) => {
    expect(startBefore(until, count)).toBe(expected);
  });

  test('step over the break, and know when a half day closes', () => {
    expect(startBefore('2026-01-15T13:30', 60, eventful)).toBe('2026-01-15T12:00:00');
    expect(startBefore('2026-12-24T12:00', 120, eventful)).toBe('2026-12-24T10:00:00');
  });
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('%s office minutes are refused', (count) => {
  expect(() => endAfter('2026-01-12T10:00', count)).toThrow(RangeError);
  expect(() => startBefore('2026-01-12T10:00', count)).toThrow(RangeError);
});

import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import { callbackDeadline, dueTime } from '../../../shared/calendar/deadline.ts';
import { defaultRules } from '../../../shared/calendar/rules.ts';
import cases from '../../cases/working-time.json' with { type: 'json' };

const usual = createCalendar(defaultRules);

/** Local Dutch time in, local Dutch time out. */
function due(asked: string, workingDays = 2, calendar = usual): string {
  return callbackDeadline(calendar, local(asked), workingDays)
    .due.toZonedDateTimeISO('Europe/Amsterdam')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

function local(dateTime: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(dateTime).toZonedDateTime('Europe/Amsterdam').toInstant();
}

test('the 300 deadlines computed by another program come out alike', () => {
  for (const { asked, workingDays, due: expected } of cases.deadlines) {
    const deadline = callbackDeadline(usual, Temporal.Instant.from(asked), workingDays);
    expect([asked, workingDays, deadline.due.toString()]).toEqual([asked, workingDays, expected]);
  }
});

describe('two working days', () => {
  test.each([
    ['asked on Monday is due on Wednesday', '2026-01-12T10:00', '2026-01-14T17:00'],
    ['asked before opening is asked that day', '2026-01-12T06:00', '2026-01-14T17:00'],
    ['asked one second before closing is asked that day', '2026-01-16T16:59:59', '2026-01-20T17:00'],
    ['asked at closing time is asked on the next working day', '2026-01-16T17:00', '2026-01-21T17:00'],
    ['asked on Friday at 17:05 is due on Wednesday', '2026-01-16T17:05', '2026-01-21T17:00'],
    ['asked on Saturday is asked on Monday', '2026-01-17T12:00', '2026-01-21T17:00'],
    ["asked on Friday before King's Day is due on Wednesday", '2026-04-24T10:00', '2026-04-29T17:00'],
    ["asked on King's Day is asked on the day after", '2026-04-27T10:00', '2026-04-30T17:00'],
    ['asked on 30 December skips New Year and the weekend', '2025-12-30T10:00', '2026-01-02T17:00'],
    [
      'asked in the evening of 31 December 2026 is asked on 4 January',
      '2026-12-31T18:00',
      '2027-01-06T17:00',
    ],
    ['over the change to summer time is due by the new clock', '2026-03-27T10:00', '2026-03-31T17:00'],
    ['over the change to winter time is due by the new clock', '2026-10-23T10:00', '2026-10-27T17:00'],
  ])('%s', (_what, asked, expected) => {
    expect(due(asked)).toBe(expected);
  });
});

test('a process may promise more, less, or the same day', () => {
  expect(due('2026-01-12T10:00', 5)).toBe('2026-01-19T17:00');
  expect(due('2026-01-12T10:00', 1)).toBe('2026-01-13T17:00');
  expect(due('2026-01-12T10:00', 0)).toBe('2026-01-12T17:00');
  expect(due('2026-01-12T17:00', 0)).toBe('2026-01-13T17:00');
});

test.each([-1, 0.5])('a promise of %s working days is refused', (workingDays) => {
  expect(() => due('2026-01-12T10:00', workingDays)).toThrow(RangeError);
});

test('closing time is that of the weekday, both for asking and for the deadline', () => {
  const calendar = createCalendar({
    ...defaultRules,
    officeHours: { ...defaultRules.officeHours, friday: [{ opens: '08:30', closes: '12:00' }] },
  });
  expect(due('2026-01-14T10:00', 2, calendar)).toBe('2026-01-16T12:00');
  expect(due('2026-01-16T11:59', 2, calendar)).toBe('2026-01-20T17:00');
  expect(due('2026-01-16T12:00', 2, calendar)).toBe('2026-01-21T17:00');
});

describe('a deadline explains itself', () => {
  test("it counts from Friday, and the weekend and King's Day do not count", () => {
    const { countedFrom, workingDays, skipped } = callbackDeadline(usual, local('2026-04-24T10:00'), 2);
    expect(countedFrom.toString()).toBe('2026-04-24');
    expect(workingDays).toBe(2);
    expect(skipped.map(({ date, reason }) => [date.toString(), reason])).toEqual([
      ['2026-04-25', { kind: 'weekend' }],
      ['2026-04-26', { kind: 'weekend' }],
      ['2026-04-27', { kind: 'holiday', id: 'kingsDay' }],
    ]);
  });

  test('it names the closed day on which it was asked', () => {
    const { countedFrom, skipped } = callbackDeadline(usual, local('2026-04-27T10:00'), 2);
    expect(countedFrom.toString()).toBe('2026-04-28');
    expect(skipped.map(({ date }) => date.toString())).toEqual(['2026-04-27']);
  });

  test("it gives the municipality's own name for its closing day", () => {
    const closingDays = [{ date: '2026-05-15', name: 'Dag na Hemelvaart' }];
    const calendar = createCalendar({ ...defaultRules, closingDays });
    const { skipped } = callbackDeadline(calendar, local('2026-05-13T10:00'), 1);
    expect(skipped.map(({ reason }) => reason)).toEqual([
      { kind: 'holiday', id: 'ascension' },
      { kind: 'closingDay', name: 'Dag na Hemelvaart' },
      { kind: 'weekend' },
      { kind: 'weekend' },
    ]);
  });

  test('it has nothing to explain in an ordinary week', () => {
    expect(callbackDeadline(usual, local('2026-01-12T10:00'), 2).skipped).toEqual([]);
  });
});

describe('a half day', () => {
  const calendar = createCalendar({
    ...defaultRules,
    closingDays: [{ date: '2026-12-24', name: 'Kerstavond', closes: '12:00' }],
  });

  test('is a working day on which a deadline is at its own closing time, and says why', () => {
    const deadline = callbackDeadline(calendar, local('2026-12-22T10:00'), 2);
    expect(deadline.due.toString()).toBe('2026-12-24T11:00:00Z');
    expect(deadline.halfDay).toBe('Kerstavond');
    expect(deadline.skipped).toEqual([]);
  });

  test('counts as any other for a deadline after it, which has nothing to say of it', () => {
    const deadline = callbackDeadline(calendar, local('2026-12-23T10:00'), 2);
    expect(deadline.due.toString()).toBe('2026-12-28T16:00:00Z');
    expect(deadline.halfDay).toBeUndefined();
  });

  test.each([
    ['before it closes is asked that day', '2026-12-24T11:59', '2026-12-29T17:00'],
    ['when it has closed is asked on the next working day', '2026-12-24T12:00', '2026-12-30T17:00'],
  ])('asked %s', (_what, asked, expected) => {
    expect(due(asked, 2, calendar)).toBe(expected);
  });
});

test('office hours until midnight end at midnight', () => {
  const monday = [{ opens: '08:30', closes: '24:00' }];
  const calendar = createCalendar({
    ...defaultRules,
    officeHours: { ...defaultRules.officeHours, monday },
  });
  expect(due('2026-01-12T23:59', 0, calendar)).toBe('2026-01-13T00:00');
  expect(due('2026-01-13T00:00', 0, calendar)).toBe('2026-01-13T17:00');
});

test('the deadline as a number is the deadline', () => {
  const asked = local('2026-12-30T10:00');
  for (const workingDays of [0, 1, 2, 400]) {
    const { due: expected } = callbackDeadline(usual, asked, workingDays);
    expect(dueTime(usual, asked.epochMilliseconds, workingDays)).toBe(expected.epochMilliseconds);
  }
  expect(() => dueTime(usual, asked.epochMilliseconds, -1)).toThrow(RangeError);
});

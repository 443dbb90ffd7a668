import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type Calendar, createCalendar } from '../../../shared/calendar/calendar.ts';
import { type CalendarRules, defaultRules } from '../../../shared/calendar/rules.ts';
import cases from '../../cases/working-time.json' with { type: 'json' };

const day = (date: string) => Temporal.PlainDate.from(date);
const usual = createCalendar(defaultRules);

function hoursOn(calendar: Calendar, date: string): string | undefined {
  const hours = calendar.workingDay(day(date));
  return hours && `${hours.opens} – ${hours.closes}`;
}

test('the 100 days computed by another program are open or closed alike', () => {
  for (const { date, working } of cases.workingDays) {
    expect([date, usual.isWorkingDay(day(date))]).toEqual([date, working]);
  }
});

describe('a closed day says why', () => {
  const calendar = createCalendar({
    ...defaultRules,
    closingDays: [
      { date: '2026-05-15', name: 'Dag na Hemelvaart' },
      { date: '2026-05-14', name: 'Brugdag' },
    ],
  });

  test.each([
    ['a Saturday', '2026-05-16', { kind: 'weekend' }],
    ['a holiday', '2026-04-27', { kind: 'holiday', id: 'kingsDay' }],
    ['a closing day, by its own name', '2026-05-15', { kind: 'closingDay', name: 'Dag na Hemelvaart' }],
    [
      'a holiday that is also set as a closing day is a holiday',
      '2026-05-14',
      { kind: 'holiday', id: 'ascension' },
    ],
    ['a holiday in the weekend took no working day away', '2026-12-26', { kind: 'weekend' }],
    [
      'of two holidays on one day the first one counts',
      '2016-05-05',
      { kind: 'holiday', id: 'liberationDay' },
    ],
    ['a working day has no reason', '2026-05-13', undefined],
  ])('%s', (_what, date, reason) => {
    expect(calendar.closedReason(day(date))).toEqual(reason);
  });
});

test('Good Friday is a working day until the municipality closes it', () => {
  const closed = createCalendar({
    ...defaultRules,
    closingDays: [{ date: '2026-04-03', name: 'Goede Vrijdag' }],
  });
  expect(usual.isWorkingDay(day('2026-04-03'))).toBe(true);
  expect(closed.isWorkingDay(day('2026-04-03'))).toBe(false);
  expect(closed.isWorkingDay(day('2027-03-26'))).toBe(true);
});

test('an opened day is a working day, whatever closed it', () => {
  const opened = ['2026-05-05', '2026-05-15', '2026-05-16'];
  const calendar = createCalendar({
    ...defaultRules,
    closingDays: [{ date: '2026-05-15', name: 'Dag na Hemelvaart' }],
    openedDays: opened.map((date) => ({ date })),
  });
  for (const date of opened) expect(calendar.isWorkingDay(day(date))).toBe(true);
});

describe('opening and closing', () => {
  test('follow the wall clock: another UTC hour in summer than in winter', () => {
    expect(hoursOn(usual, '2026-03-27')).toBe('2026-03-27T07:30:00Z – 2026-03-27T16:00:00Z');
    expect(hoursOn(usual, '2026-03-30')).toBe('2026-03-30T06:30:00Z – 2026-03-30T15:00:00Z');
    expect(hoursOn(usual, '2026-10-23')).toBe('2026-10-23T06:30:00Z – 2026-10-23T15:00:00Z');
    expect(hoursOn(usual, '2026-10-26')).toBe('2026-10-26T07:30:00Z – 2026-10-26T16:00:00Z');
  });

  test('do not exist on a closed day', () => {
    expect(hoursOn(usual, '2026-04-27')).toBeUndefined();
  });

  test('are set per weekday, and a break does not close the day', () => {
    const calendar = createCalendar({
      ...defaultRules,
      officeHours: {
        ...defaultRules.officeHours,
        thursday: [
          { opens: '09:00', closes: '12:30' },
          { opens: '13:00', closes: '20:00' },
        ],
      },
    });
    expect(hoursOn(calendar, '2026-01-15')).toBe('2026-01-15T08:00:00Z – 2026-01-15T19:00:00Z');
    expect(hoursOn(calendar, '2026-01-16')).toBe('2026-01-16T07:30:00Z – 2026-01-16T16:00:00Z');
  });

  test('of an opened day are its own, those of its weekday, or the usual ones', () => {
    const calendar = createCalendar({
      ...defaultRules,
      officeHours: { ...defaultRules.officeHours, tuesday: [{ opens: '09:00', closes: '20:00' }] },
      openedDays: [
        { date: '2026-01-10', hours: [{ opens: '10:00', closes: '14:00' }] },
        { date: '2026-01-17' },
        { date: '2026-05-05' },
      ],
    });
    expect(hoursOn(calendar, '2026-01-10')).toBe('2026-01-10T09:00:00Z – 2026-01-10T13:00:00Z');
    expect(hoursOn(calendar, '2026-01-17')).toBe('2026-01-17T07:30:00Z – 2026-01-17T16:00:00Z');
    expect(hoursOn(calendar, '2026-05-05')).toBe('2026-05-05T07:00:00Z – 2026-05-05T18:00:00Z');
  });

  test('may last until midnight', () => {
    const wednesday = [{ opens: '00:00', closes: '24:00' }];
    const calendar = createCalendar({
      ...defaultRules,
      officeHours: { ...defaultRules.officeHours, wednesday },
    });
    expect(hoursOn(calendar, '2026-01-14')).toBe('2026-01-13T23:00:00Z – 2026-01-14T23:00:00Z');
  });
});

describe('a half day', () => {
  const halfDay = (date: string, closes: string, change: Partial<CalendarRules> = {}) => {
    const closingDays = [{ date, name: 'Kerstavond', closes }];
    return createCalendar({ ...defaultRules, closingDays, ...change });
  };

  test('is a working day that closes early, and says why', () => {
    const calendar = halfDay('2026-12-24', '12:00');
    expect(calendar.isWorkingDay(day('2026-12-24'))).toBe(true);
    expect(calendar.closedReason(day('2026-12-24'))).toBeUndefined();
    expect(hoursOn(calendar, '2026-12-24')).toBe('2026-12-24T07:30:00Z – 2026-12-24T11:00:00Z');
    expect(calendar.workingDay(day('2026-12-24'))?.halfDay).toBe('Kerstavond');
    expect(calendar.workingDay(day('2026-12-23'))?.halfDay).toBeUndefined();
  });

  test('that closes in the break closes before it', () => {
    const thursday = [
      { opens: '09:00', closes: '12:00' },
      { opens: '13:00', closes: '17:00' },
    ];
    const officeHours = { ...defaultRules.officeHours, thursday };
    const calendar = halfDay('2026-12-24', '12:30', { officeHours });
    expect(hoursOn(calendar, '2026-12-24')).toBe('2026-12-24T08:00:00Z – 2026-12-24T11:00:00Z');
  });

  test('is an ordinary day when its weekday closes no later anyway', () => {
    const calendar = halfDay('2026-12-24', '17:00');
    expect(hoursOn(calendar, '2026-12-24')).toBe('2026-12-24T07:30:00Z – 2026-12-24T16:00:00Z');
    expect(calendar.workingDay(day('2026-12-24'))?.halfDay).toBeUndefined();
  });

  test.each([
    ['a Saturday', '2026-12-19', { kind: 'weekend' }],
    ['a holiday', '2026-12-25', { kind: 'holiday', id: 'christmas' }],
  ])('does not open %s', (_what, date, reason) => {
    expect(halfDay(date, '12:00').closedReason(day(date))).toEqual(reason);
  });

  test('can be opened again for the whole day', () => {
    const calendar = halfDay('2026-12-24', '12:00', { openedDays: [{ date: '2026-12-24' }] });
    expect(hoursOn(calendar, '2026-12-24')).toBe('2026-12-24T07:30:00Z – 2026-12-24T16:00:00Z');
    expect(calendar.workingDay(day('2026-12-24'))?.halfDay).toBeUndefined();
  });
});

describe('rules that cannot work are refused at once', () => {
  const never = {
    monday: [],
    tuesday: [],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [],
    sunday: [],
  };
  const withMonday = (...periods: [opens: string, closes: string][]) => ({
    ...defaultRules,
    officeHours: { ...never, monday: periods.map(([opens, closes]) => ({ opens, closes })) },
  });
  const closedOn = (...dates: string[]) => ({
    ...defaultRules,
    closingDays: dates.map((date) => ({ date, name: 'Dicht' })),
  });
  const halfDay = (closes: string) => ({
    ...defaultRules,
    closingDays: [{ date: '2026-12-24', name: 'Kerstavond', closes }],
  });
  const opened = (date: string, ...periods: [opens: string, closes: string][]) => ({
    ...defaultRules,
    openedDays: [{ date, hours: periods.map(([opens, closes]) => ({ opens, closes })) }],
  });

  test.each([
    ['no open day at all', { ...defaultRules, officeHours: never }, /at least one weekday/],
    [
      'opened days only, which come to an end',
      { ...defaultRules, officeHours: never, openedDays: [{ date: '2026-01-17' }] },
      /at least one weekday/,
    ],
    ['closing before opening', withMonday(['17:00', '08:30']), /monday/],
    ['closing when it opens', withMonday(['08:30', '08:30']), /monday/],
    ['overlapping periods', withMonday(['08:30', '13:00'], ['12:30', '17:00']), /monday/],
    ['a break of no length', withMonday(['08:30', '12:00'], ['12:00', '17:00']), /monday/],
    ['a time that does not exist', withMonday(['08:30', '25:00']), /HH:MM, not 25:00/],
    ['a time in another spelling', withMonday(['8:30', '17:00']), /HH:MM, not 8:30/],
    ['opening at midnight of the next day', withMonday(['24:00', '24:00']), /monday/],
    ['a date that does not exist', closedOn('2026-02-30'), RangeError],
    ['a date in another spelling', closedOn('20260515'), /YYYY-MM-DD, not 20260515/],
    ['a date with a time', closedOn('2026-05-15T00:00'), /YYYY-MM-DD/],
    ['a date that comes twice', closedOn('2026-05-15', '2026-05-15'), /2026-05-15 .* more than once/],
    ['a half day that closes when it opens', halfDay('08:30'), /Kerstavond .* before the office opens/],
    ['a half day that closes at no time', halfDay('noon'), /HH:MM, not noon/],
    ['an opened day without hours', opened('2026-01-17'), /2026-01-17 has no hours/],
    [
      'an opened day that closes first',
      opened('2026-01-17', ['14:00', '10:00']),
      /2026-01-17 are not in order/,
    ],
    ['an opened day in another spelling', opened('17-01-2026', ['10:00', '14:00']), RangeError],
  ])('%s', (_what, rules, error) => {
    expect(() => createCalendar(rules)).toThrow(error);
  });
});

test('a half day closes early whatever the order of the days, and in no other year', () => {
  const calendar = createCalendar({
    ...defaultRules,
    closingDays: [
      { date: '2026-12-31', name: 'Oudejaarsdag', closes: '12:00' },
      { date: '2026-12-24', name: 'Kerstavond', closes: '13:00' },
    ],
  });
  const closes = (date: string) => hoursOn(calendar, date)?.slice(-9, -4);
  expect(closes('2026-12-24')).toBe('12:00');
  expect(closes('2026-12-31')).toBe('11:00');
  expect(closes('2027-12-24')).toBe('16:00');
});

test('a year is built once', () => {
  expect(usual.year(2026)).toBe(usual.year(2026));
});

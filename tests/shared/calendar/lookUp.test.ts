import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import { dayAt, yearAt } from '../../../shared/calendar/lookUp.ts';
import { defaultRules } from '../../../shared/calendar/rules.ts';
import { midnight } from '../../../shared/calendar/zone.ts';

const calendar = createCalendar(defaultRules);
const dateAt = (instant: number) => dayAt(yearAt(calendar, instant), instant).date.toString();

test('every day is found from its first millisecond through its last, and so is its year', () => {
  const last = Temporal.PlainDate.from('2035-12-31');
  let begins = midnight(Temporal.PlainDate.from('2019-12-31'));
  for (let date = Temporal.PlainDate.from('2019-12-31'); Temporal.PlainDate.compare(date, last) <= 0; ) {
    const next = date.add({ days: 1 });
    const ends = midnight(next);
    expect([dateAt(begins), dateAt(ends - 1)]).toEqual([date.toString(), date.toString()]);
    [date, begins] = [next, ends];
  }
});

test.each([1969, 1970, 1999, 2000, 2100])('the turn of the year %s is found, also long ago', (year) => {
  const turn = midnight(new Temporal.PlainDate(year, 1, 1));
  expect(yearAt(calendar, turn - 1).number).toBe(year - 1);
  expect(yearAt(calendar, turn).number).toBe(year);
});

import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import { callbackDeadline, dueTime } from '../../../shared/calendar/deadline.ts';
import {
  isOfficeTime,
  officeMinutesBetween,
  officeTimeAfter,
  officeTimeBefore,
} from '../../../shared/calendar/officeTime.ts';
import { type CalendarRules, defaultRules } from '../../../shared/calendar/rules.ts';
import { workingDayAfter, workingDaysBetween, workingDaysIn } from '../../../shared/calendar/workingDays.ts';
import { anyScenario } from './anyCalendar.ts';
import { plainCalendar, rememberedSpans } from './plainCalendar.ts';

// The tables against going day by day in plain Temporal, 2020 through 2035: not one difference.

interface Question {
  readonly moment: Temporal.Instant;
  readonly later: Temporal.Instant;
  readonly workingDays: number;
  readonly minutes: number;
}

function byTable(rules: CalendarRules): (question: Question) => unknown {
  const calendar = createCalendar(rules);
  return ({ moment, later, workingDays, minutes }) => ({
    moment: moment.toString(),
    isOpen: isOfficeTime(calendar, moment),
    due: callbackDeadline(calendar, moment, workingDays).due.toString(),
    dueTime: dueTime(calendar, moment.epochMilliseconds, workingDays),
    between: officeMinutesBetween(calendar, moment, later),
    after: officeTimeAfter(calendar, moment, minutes).toString(),
    before: officeTimeBefore(calendar, moment, minutes).toString(),
  });
}

function dayByDay(rules: CalendarRules): (question: Question) => unknown {
  const plain = plainCalendar(rules, rememberedSpans(rules));
  return ({ moment, later, workingDays, minutes }) => ({
    moment: moment.toString(),
    isOpen: plain.isOpen(moment),
    due: plain.due(moment, workingDays).toString(),
    dueTime: plain.due(moment, workingDays).epochMilliseconds,
    between: plain.minutes(moment, later),
    after: plain.after(moment, minutes).toString(),
    before: plain.before(moment, minutes).toString(),
  });
}

/** With breaks, a late evening, the night on which the clock changes, half days and opened days. */
const eventful: CalendarRules = {
  officeHours: {
    ...defaultRules.officeHours,
    tuesday: [
      { opens: '09:00', closes: '12:30' },
      { opens: '13:00', closes: '20:00' },
    ],
    friday: [{ opens: '08:30', closes: '12:00' }],
    sunday: [
      { opens: '00:30', closes: '02:30' },
      { opens: '02:45', closes: '03:15' },
      { opens: '22:00', closes: '24:00' },
    ],
  },
  closingDays: [
    ...everyYear('05-15').map((date) => ({ date, name: 'Brugdag' })),
    ...everyYear('12-24').map((date) => ({ date, name: 'Kerstavond', closes: '12:00' })),
  ],
  openedDays: [
    ...everyYear('01-01').map((date) => ({ date, hours: [{ opens: '00:00', closes: '00:30' }] })),
    ...everyYear('04-27').map((date) => ({ date })),
  ],
};

function everyYear(day: string): readonly string[] {
  return Array.from({ length: 16 }, (_, index) => `${2020 + index}-${day}`);
}

test.each([
  ['the usual calendar', defaultRules],
  ['an eventful one', eventful],
])(
  'every day of %s',
  (_what, rules) => {
    const [table, plain] = [byTable(rules), dayByDay(rules)];
    const last = Temporal.PlainDate.from('2035-12-31');
    for (let date = Temporal.PlainDate.from('2020-01-01'); Temporal.PlainDate.compare(date, last) <= 0; ) {
      const plainTime = ['02:30', '12:00', '17:00'][date.day % 3] ?? '';
      const moment = date.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime }).toInstant();
      const later = moment.add({ hours: 24 * (date.day % 5), minutes: date.day });
      const question = { moment, later, workingDays: 2, minutes: 8.5 * 60 };
      expect(table(question)).toEqual(plain(question));
      date = date.add({ days: 1 });
    }
  },
  60_000,
);

const someMinutes = fc.oneof(
  fc.constantFrom(0, 1, 30, 60, 120, 8.5 * 60, 24 * 60),
  fc.integer({ min: 0, max: 15_000 }),
);

test(
  'any moment in any calendar',
  () =>
    fc.assert(
      fc.property(
        anyScenario,
        fc.integer({ min: -5_000_000_000, max: 5_000_000_000 }),
        fc.integer({ min: 0, max: 12 }),
        someMinutes,
        ({ rules, moment }, milliseconds, workingDays, minutes) => {
          const question = { moment, later: moment.add({ milliseconds }), workingDays, minutes };
          expect(byTable(rules)(question)).toEqual(dayByDay(rules)(question));
        },
      ),
      { numRuns: 400 },
    ),
  60_000,
);

test(
  'working days counted, listed and stepped in any calendar',
  () =>
    fc.assert(
      fc.property(anyScenario, fc.integer({ min: 1, max: 100 }), ({ rules, date: from }, length) => {
        const calendar = createCalendar(rules);
        const after = Array.from({ length }, (_, index) => from.add({ days: index + 1 }));
        const open = after.filter(plainCalendar(rules).isOpenDay).map(String);
        const to = from.add({ days: length });
        expect(workingDaysBetween(calendar, from, to)).toBe(open.length);
        expect(workingDaysIn(calendar, from.add({ days: 1 }), to).map(String)).toEqual(open);
        if (open.length > 0) {
          expect(workingDayAfter(calendar, from, open.length).toString()).toBe(open.at(-1));
        }
      }),
      { numRuns: 150 },
    ),
  60_000,
);

test(
  'what was added lies between, and taking it off again leads back',
  () =>
    fc.assert(
      fc.property(anyScenario, someMinutes, ({ rules, moment }, minutes) => {
        const calendar = createCalendar(rules);
        const after = officeTimeAfter(calendar, moment, minutes);
        expect(officeMinutesBetween(calendar, moment, after)).toBe(minutes);
        const back = officeTimeBefore(calendar, after, minutes);
        expect(officeMinutesBetween(calendar, back, after)).toBe(minutes);
        if (isOfficeTime(calendar, moment)) expect(back.toString()).toBe(moment.toString());
      }),
      { numRuns: 150 },
    ),
  60_000,
);

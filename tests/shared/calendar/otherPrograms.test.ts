import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import { callbackDeadline } from '../../../shared/calendar/deadline.ts';
import { isOfficeTime, officeMinutesBetween, officeTimeAfter } from '../../../shared/calendar/officeTime.ts';
import { defaultRules } from '../../../shared/calendar/rules.ts';
import { workingDayAfter } from '../../../shared/calendar/workingDays.ts';
import businessTime from '../../cases/business-time-hours.json' with { type: 'json' };
import chatwoot from '../../cases/chatwoot-office-hours.json' with { type: 'json' };
import closingDays from '../../cases/dutch-closing-days.json' with { type: 'json' };
import glpi from '../../cases/glpi-calendar.json' with { type: 'json' };
import zammad from '../../cases/zammad-sla.json' with { type: 'json' };
import { at, caseCalendar, everyDay, hoursOn, mondayToFriday } from './caseCalendar.ts';

// Rows of which the rule is not ours are skipped by name, with the reason.

/** Europe/Berlin, which has the offsets of Europe/Amsterdam. */
describe('Zammad', () => {
  const calendarOf = ({ hours, holidays }: { hours: string; holidays?: readonly string[] }) => {
    const [days = '', period = ''] = hours.split(' ');
    return caseCalendar(hoursOn(days === 'Mon-Sun' ? everyDay : mondayToFriday, period), holidays);
  };
  const instant = (text: string | undefined) => Temporal.Instant.from(text ?? '');

  test.each(zammad.deadline)('$minutes minutes after $start, $hours', (row) => {
    const end = officeTimeAfter(calendarOf(row), instant(row.start), row.minutes);
    expect(end.toString()).toBe(row.expected);
  });

  test.each(zammad.deadlineWithPauses)('$minutes minutes after $start without its pauses', (row) => {
    const calendar = calendarOf(row);
    let from = instant(row.start);
    let left = row.minutes;
    // We have no pauses; what is left of the minutes goes on when a pause is over.
    for (const [pause, end] of row.pauses) {
      left -= officeMinutesBetween(calendar, from, instant(pause));
      from = instant(end);
    }
    expect(officeTimeAfter(calendar, from, left).toString()).toBe(row.expected);
  });

  test.each(zammad.elapsed)('$expectedMinutes minutes from $from to $to', (row) => {
    const calendar = calendarOf(row);
    const minutes = (from?: string, to?: string) =>
      officeMinutesBetween(calendar, instant(from), instant(to));
    const paused = (row.pauses ?? []).map(([from, to]) => minutes(from, to));
    const elapsed = paused.reduce((left, pause) => left - pause, minutes(row.from, row.to));
    expect([elapsed, row.target - elapsed]).toEqual([row.expectedMinutes, row.diff]);
  });

  describe('our promise to the citizen is never paused', () => {
    test.skip.each(zammad.pauseSplitting)('so that no pause is split: $from to $to', () => undefined);
  });
});

/** In UTC or New York; without clock changes, so that they hold for Dutch wall time. */
describe('Chatwoot', () => {
  const calendarOf = ({ override }: { override?: { sat?: string; tue?: string } }) =>
    caseCalendar({
      ...hoursOn(mondayToFriday, '09:00-17:00'),
      ...(override?.tue && hoursOn([1], override.tue)),
      ...(override?.sat && hoursOn([5], override.sat)),
    });
  const byWallClock = chatwoot.cases.filter(
    ({ businessHours, allDaysClosed }) => businessHours === false || allDaysClosed,
  );
  const byOfficeHours = chatwoot.cases.filter((row) => !byWallClock.includes(row));

  test.each(byOfficeHours)('$hours hours after $start', (row) => {
    const end = officeTimeAfter(calendarOf(row), at(row.start), row.hours * 60);
    expect(end.toString()).toBe(at(row.expected).toString());
  });

  describe('a municipality has office hours; without any day it is an error, not the wall clock', () => {
    test.skip.each(byWallClock)('$note', () => undefined);

    test('an error', () => {
      expect(() => caseCalendar({})).toThrow(RangeError);
    });
  });
});

describe('business_time', () => {
  const calendarOf = ({ workHours, holidays }: (typeof businessTime.cases)[number]) => {
    const of = (period: readonly string[] | undefined) => {
      const [opens, closes] = period ?? [];
      return opens === undefined || closes === undefined ? [] : [{ opens, closes }];
    };
    if (workHours === undefined) return caseCalendar(hoursOn(mondayToFriday, '09:00-17:00'), holidays);
    return caseCalendar({
      monday: of(workHours.mon),
      friday: of(workHours.fri),
      saturday: of(workHours.sat),
    });
  };
  const rolling = businessTime.cases.filter(({ rollForward }) => rollForward !== undefined);
  const adding = businessTime.cases.filter((row) => !rolling.includes(row));

  test.each(adding)('$hours hours after $start', (row) => {
    const end = officeTimeAfter(calendarOf(row), at(row.start ?? ''), (row.hours ?? 0) * 60);
    expect(end.toString()).toBe(at(row.expected).toString());
  });

  test.each(rolling)('after $rollForward the first hour begins at $expected', (row) => {
    const end = officeTimeAfter(calendarOf(row), at(row.rollForward ?? ''), 60);
    expect(end.toString()).toBe(at(row.expected).add({ hours: 1 }).toString());
  });
});

describe('GLPI', () => {
  const calendarOf = (name: string) =>
    caseCalendar(hoursOn(mondayToFriday, name === '5x24' ? '00:00-24:00' : '08:00-20:00'));
  const dayOf = (localTime: string) => Temporal.PlainDate.from(localTime.slice(0, 10));
  const ahead = glpi.computeEndDate.filter(({ workingDays }) => workingDays > 0);
  const back = glpi.computeEndDate.filter((row) => !ahead.includes(row));

  test.each(ahead.filter(({ endOfDay }) => endOfDay))('$calendar: $workingDays days after $start', (row) => {
    const { due } = callbackDeadline(calendarOf(row.calendar), at(row.start), row.workingDays);
    expect(due.toString()).toBe(at(row.expected).toString());
  });

  test.each(ahead.filter(({ endOfDay }) => endOfDay === undefined))(
    '$calendar: $workingDays days after $start, the day but not the time of the day, which GLPI keeps',
    (row) => {
      const day = workingDayAfter(calendarOf(row.calendar), dayOf(row.start), row.workingDays);
      expect(day.toString()).toBe(dayOf(row.expected).toString());
    },
  );

  describe('our working days are not counted back', () => {
    test.skip.each(back)('$calendar: $workingDays days after $start', () => undefined);
  });

  test.each(glpi.activeTimeBetweenHours)('$hours hours from $start to $end', (row) => {
    const minutes = officeMinutesBetween(calendarOf(row.calendar), at(row.start), at(row.end));
    expect(minutes).toBe(row.hours * 60);
  });

  const calendar = calendarOf('08-20');

  test.each(glpi.isAWorkingDay)('%s is a working day: %s', (date, expected) => {
    expect(calendar.isWorkingDay(dayOf(String(date)))).toBe(expected);
  });

  test.each(glpi.isAWorkingHour)('%s is office time: %s', (moment, expected) => {
    expect(isOfficeTime(calendar, at(String(moment)))).toBe(expected);
  });
});

describe('what each municipality decides, in Dutch collective agreement and law', () => {
  const usual = createCalendar(defaultRules);
  const chosen = createCalendar({
    ...defaultRules,
    closingDays: [
      { date: '2026-04-03', name: 'Goede Vrijdag' },
      { date: '2026-05-15', name: 'vrijdag na Hemelvaart (brugdag)' },
      { date: '2026-12-24', name: '24 december middag', closes: '12:00' },
      { date: '2026-12-31', name: '31 december middag', closes: '12:00' },
    ],
  });
  const dates = ['2026-04-03', '2026-05-15', '2026-12-24', '2026-12-31'];
  const choices = closingDays.local_choice.map((name, index) => ({ name, date: dates[index] ?? '' }));

  test.each(choices)('$name is a working day until it is set', ({ name, date }) => {
    const day = Temporal.PlainDate.from(date);
    const closes = (calendar: typeof usual) => calendar.workingDay(day)?.closes.toString();
    expect(usual.isWorkingDay(day)).toBe(true);
    expect(closes(chosen)).not.toBe(closes(usual));
    expect(chosen.closedReason(day) ?? chosen.workingDay(day)?.halfDay).toEqual(
      name.endsWith('middag') ? name : { kind: 'closingDay', name },
    );
  });

  test.skip('Good Friday: the law extends its own terms over it, our promise is a service norm', () =>
    undefined);
});

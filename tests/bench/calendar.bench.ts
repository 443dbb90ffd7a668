import { Temporal } from 'temporal-polyfill';
import { createCalendar } from '../../shared/calendar/calendar.ts';
import { callbackDeadline, dueTime } from '../../shared/calendar/deadline.ts';
import { holidaysOf } from '../../shared/calendar/holidays.ts';
import { afterOfficeTime, officeTimeBetween } from '../../shared/calendar/officeClock.ts';
import { officeMinutesBetween, officeTimeAfter } from '../../shared/calendar/officeTime.ts';
import { defaultRules } from '../../shared/calendar/rules.ts';
import { plainCalendar } from '../shared/calendar/plainCalendar.ts';
import { compare } from './compare.ts';
import { dueByDateFns, dueByLuxon, dueByTemporal, inAmsterdam, setLuxonHolidays } from './dueByLibrary.ts';

const hour = 3_600_000;
const plainTemporal = 'plain Temporal, day by day';

/** Working time by table, against what one would write without it. */
export function benchCalendar(): void {
  const calendar = createCalendar(defaultRules);
  const holidays = holidaySet();
  setLuxonHolidays(holidays);
  const inputs = moments();

  onDutchTime(() => {
    compare('The deadline two working days ahead', inputs, [
      { name: 'the table', answer: ({ number }) => dueTime(calendar, number, 2) },
      {
        name: 'the table, in Temporal and with its reasons',
        answer: ({ instant }) => callbackDeadline(calendar, instant, 2).due.epochMilliseconds,
      },
      {
        name: 'date-fns with a holiday set, on a machine that stands on Dutch time',
        goal: 100,
        answer: ({ number }) => dueByDateFns(new Date(number), 2, holidays),
      },
      {
        name: 'date-fns with a holiday set, on any machine',
        goal: 100,
        answer: ({ number }) => dueByDateFns(inAmsterdam(number), 2, holidays),
      },
      { name: 'luxon-business-days', goal: 500, answer: ({ number }) => dueByLuxon(number, 2) },
      {
        name: plainTemporal,
        goal: 500,
        answer: ({ instant }) => dueByTemporal(instant, 2, holidays).epochMilliseconds,
      },
    ]);
  });

  const plain = plainCalendar(defaultRules);
  compare('The office minutes in 100 hours', inputs, [
    {
      name: 'the table',
      answer: ({ number }) => Math.floor(officeTimeBetween(calendar, number, number + 100 * hour) / 60_000),
    },
    {
      name: 'the table, in Temporal',
      answer: ({ instant, later }) => officeMinutesBetween(calendar, instant, later),
    },
    { name: plainTemporal, goal: 500, answer: ({ instant, later }) => plain.minutes(instant, later) },
  ]);
  compare('The moment ten office hours later', inputs, [
    { name: 'the table', answer: ({ number }) => afterOfficeTime(calendar, number, 10 * hour) },
    {
      name: 'the table, in Temporal',
      answer: ({ instant }) => officeTimeAfter(calendar, instant, 600).epochMilliseconds,
    },
    { name: plainTemporal, goal: 500, answer: ({ instant }) => plain.after(instant, 600).epochMilliseconds },
  ]);
}

/** Moments of 2024 through 2031 in no order, at all times of day and night. */
function moments() {
  const count = 2_000;
  const first = Temporal.Instant.from('2024-01-01T00:00Z').epochMilliseconds;
  const apart = 35 * hour + 180_000;
  return Array.from({ length: count }, (_, index) => {
    const number = first + ((index * 997) % count) * apart;
    const instant = Temporal.Instant.fromEpochMilliseconds(number);
    return { number, instant, later: instant.add({ hours: 100 }) };
  });
}

function holidaySet(): ReadonlySet<string> {
  const years = Array.from({ length: 9 }, (_, index) => 2024 + index);
  return new Set(years.flatMap(holidaysOf).map(({ date }) => date.toString()));
}

/** For libraries that know no other zone than the machine's. */
function onDutchTime(run: () => void): void {
  const usual = process.env['TZ'];
  process.env['TZ'] = 'Europe/Amsterdam';
  try {
    run();
  } finally {
    if (usual === undefined) delete process.env['TZ'];
    else process.env['TZ'] = usual;
  }
}

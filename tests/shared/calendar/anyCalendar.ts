import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  type CalendarRules,
  type ClosingDay,
  defaultRules,
  type OfficeHours,
  type OpenPeriod,
  weekdays,
} from '../../../shared/calendar/rules.ts';

const first = Temporal.PlainDate.from('2020-01-01');
const last = Temporal.PlainDate.from('2035-12-31');

/** Days near what is special: holidays, the turn of the year, and both Sundays on which the clock changes. */
const dayNearSomething = fc
  .tuple(
    fc.integer({ min: first.year, max: last.year }),
    fc.constantFrom('01-01', '03-28', '04-06', '04-27', '05-05', '05-25', '10-28', '12-25', '12-31'),
    fc.integer({ min: -6, max: 6 }),
  )
  .map(([year, day, shift]) => Temporal.PlainDate.from(`${year}-${day}`).add({ days: shift }));

/** Any day of 2020 through 2035, and a few days around. */
const anyDay = fc.oneof(
  fc.integer({ min: 0, max: first.until(last).days }).map((days) => first.add({ days })),
  dayNearSomething,
);

/** HH:MM, dense around midnight, the change of the clock, opening, breaks and closing. */
const anyTime = fc.oneof(
  fc.constantFrom('00:00', '00:30', '01:59', '02:00', '02:30', '02:59', '03:00', '03:30'),
  fc.constantFrom('08:29', '08:30', '12:00', '12:30', '13:00', '16:59', '17:00', '20:00', '23:00', '23:59'),
  fc
    .integer({ min: 0, max: 1439 })
    .map((minutes) => new Temporal.PlainTime().add({ minutes }).toString({ smallestUnit: 'minute' })),
);

/** Up to three periods with breaks, in the order of the day, some of them until midnight. */
const someHours: fc.Arbitrary<readonly OpenPeriod[]> = fc
  .tuple(fc.uniqueArray(anyTime, { minLength: 2, maxLength: 6 }), fc.boolean())
  .map(([times, untilMidnight]) => {
    const inOrder = times.toSorted();
    if (inOrder.length % 2 === 1) inOrder.pop();
    if (untilMidnight) inOrder.splice(-1, 1, '24:00');
    return Array.from({ length: inOrder.length / 2 }, (_, index) => ({
      opens: inOrder[2 * index] ?? '',
      closes: inOrder[2 * index + 1] ?? '',
    }));
  });

const anyHours = fc.oneof({ weight: 4, arbitrary: someHours }, { weight: 1, arbitrary: fc.constant([]) });

/**
 * Half of them as municipalities have them, half of them open on any night; ten hours a week at least, so
 * that what is asked stays near.
 */
const anyOfficeHours: fc.Arbitrary<OfficeHours> = fc
  .oneof(
    fc.constant(defaultRules.officeHours),
    fc.record({
      monday: anyHours,
      tuesday: anyHours,
      wednesday: anyHours,
      thursday: anyHours,
      friday: anyHours,
      saturday: anyHours,
      sunday: anyHours,
    }),
  )
  .filter((week) => weekdays.flatMap((weekday) => week[weekday]).reduce(addMinutes, 0) >= 600);

/** Days around the one that is asked about, by how many days they are away. */
function daysAround<Value>(
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<(readonly [number, Value | undefined])[]> {
  const day = fc.tuple(fc.integer({ min: -12, max: 20 }), fc.option(value, { nil: undefined }));
  return fc.uniqueArray(day, { maxLength: 12, selector: ([away]) => away });
}

interface Scenario {
  readonly rules: CalendarRules;
  readonly date: Temporal.PlainDate;
  /** A moment of that date, to the millisecond. */
  readonly moment: Temporal.Instant;
}

/** Any calendar, with closing days, half days and opened days around a moment, some of them on each other. */
export const anyScenario: fc.Arbitrary<Scenario> = fc
  .record({
    date: anyDay,
    time: anyTime,
    milliseconds: fc.oneof(fc.constantFrom(0, 1, 59_999), fc.integer({ min: 0, max: 59_999 })),
    officeHours: anyOfficeHours,
    closing: daysAround(anyTime),
    opened: daysAround(someHours),
  })
  .map(({ date, time, milliseconds, officeHours, closing, opened }) => {
    const dateAt = (away: number) => date.add({ days: away }).toString();
    const closingDays = closing
      .map(([away, closes]) => ({ date: dateAt(away), name: 'Dicht', closes }))
      .filter((day) => canBe(day, officeHours));
    const openedDays = opened.map(([away, hours]) => ({ date: dateAt(away), hours }));
    return {
      rules: { officeHours, closingDays, openedDays },
      date,
      moment: date
        .toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: time })
        .toInstant()
        .add({ milliseconds }),
    };
  });

/** A half day cannot close before it opens. */
function canBe({ date, closes }: ClosingDay, officeHours: OfficeHours): boolean {
  const weekday = weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? 'monday';
  const opens = officeHours[weekday].at(0)?.opens;
  return closes === undefined || opens === undefined || opens < closes;
}

function addMinutes(sum: number, { opens, closes }: OpenPeriod): number {
  const minuteOf = (time: string) => 60 * Number(time.slice(0, 2)) + Number(time.slice(3));
  return sum + minuteOf(closes) - minuteOf(opens);
}

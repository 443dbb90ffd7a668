import { Temporal } from 'temporal-polyfill';
import { buildCalendarDay, type CalendarDay, type OpenDay } from './calendarDay.ts';
import { type HolidayId, holidaysOf } from './holidays.ts';
import { planDay } from './planDay.ts';
import type { ReadRules } from './readRules.ts';
import { rowAt } from './row.ts';
import { buildTimeline, type Timeline } from './timeline.ts';
import { midnight } from './zone.ts';

/**
 * One year of a municipality as a table: its days and office hours are looked up and never worked out
 * again. Numbers are milliseconds, those of instants since the epoch.
 */
export interface CalendarYear {
  readonly number: number;
  /** Its first local midnight, and that of the next year. */
  readonly begins: number;
  readonly ends: number;
  /** Every day of the year; the day at index i is the one with `dayOfYear` i + 1. */
  readonly days: readonly CalendarDay[];
  readonly midnights: Timeline;
  readonly workingDays: readonly OpenDay[];
  /** The closing times of `workingDays`. */
  readonly closings: Timeline;
  /** By `dayOfYear`: how many working days the year has had by the end of that day; 0 at index 0. */
  readonly workingDaysThrough: readonly number[];
  /** Those of all days, in order. */
  readonly openPeriods: readonly OfficePeriod[];
  readonly openings: Timeline;
  /** On the clock that only runs while the office is open: when each of them begins. */
  readonly officeTimes: Timeline;
  /** How long the office is open in the whole year. */
  readonly officeTime: number;
}

export interface OfficePeriod {
  readonly opens: number;
  readonly closes: number;
  /** How long the office had been open in this year when it opened. */
  readonly officeTimeBefore: number;
}

export function buildCalendarYear(rules: ReadRules, number: number): CalendarYear {
  const first = new Temporal.PlainDate(number, 1, 1);
  const dates = Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }));
  const midnights = [...dates, first.add({ years: 1 })].map(midnight);
  const holidays = holidaysByDate(number);
  const days = dates.map((date, index) =>
    buildCalendarDay(
      { date, year: number, dayOfYear: index + 1 },
      { begins: rowAt(midnights, index), ends: rowAt(midnights, index + 1) },
      planDay(rules, holidays, date),
    ),
  );
  const begins = rowAt(midnights, 0);
  const ends = rowAt(midnights, days.length);
  const sums = sumUp(days);
  const closings = sums.workingDays.map(({ workingDay }) => workingDay.closes.epochMilliseconds);
  const openings = sums.openPeriods.map(({ opens }) => opens);
  const officeTimes = sums.openPeriods.map(({ officeTimeBefore }) => officeTimeBefore);
  return {
    number,
    begins,
    ends,
    days,
    midnights: buildTimeline(begins, ends, midnights),
    closings: buildTimeline(begins, ends, closings),
    openings: buildTimeline(begins, ends, openings),
    officeTimes: buildTimeline(0, sums.officeTime, officeTimes),
    ...sums,
  };
}

function sumUp(days: readonly CalendarDay[]) {
  const workingDays: OpenDay[] = [];
  const workingDaysThrough = [0];
  const openPeriods: OfficePeriod[] = [];
  let officeTime = 0;
  for (const day of days) {
    if (day.closed === undefined) workingDays.push(day);
    workingDaysThrough.push(workingDays.length);
    for (const { opens, closes } of day.openPeriods) {
      openPeriods.push({ opens, closes, officeTimeBefore: officeTime });
      officeTime += closes - opens;
    }
  }
  return { workingDays, workingDaysThrough, openPeriods, officeTime };
}

/** Two may share a date, as Ascension and Liberation Day did in 2016: the first one counts. */
function holidaysByDate(year: number): ReadonlyMap<string, HolidayId> {
  const inOrder = holidaysOf(year).map(({ date, id }) => [date.toString(), id] as const);
  return new Map(inOrder.toReversed());
}

import { Temporal } from 'temporal-polyfill';
import type { ClosedReason, DayPlan } from './planDay.ts';
import { usualDay } from './timeline.ts';
import { wallTime } from './zone.ts';

/** A day in the table of its year. */
export type CalendarDay = OpenDay | ClosedDay;

interface AnyDay {
  readonly date: Temporal.PlainDate;
  /** Those of the date, at hand. */
  readonly year: number;
  readonly dayOfYear: number;
}

export interface OpenDay extends AnyDay {
  readonly closed: undefined;
  readonly workingDay: WorkingDay;
  /** In milliseconds since the epoch, in order, with a break between two. */
  readonly openPeriods: readonly { readonly opens: number; readonly closes: number }[];
}

export interface ClosedDay extends AnyDay {
  readonly closed: ClosedReason;
  readonly openPeriods: readonly [];
}

export interface WorkingDay {
  readonly date: Temporal.PlainDate;
  readonly opens: Temporal.Instant;
  /** The first instant at which the office is no longer open. */
  readonly closes: Temporal.Instant;
  /** On a half day: why it closes early, in the municipality's own words. */
  readonly halfDay: string | undefined;
}

/** The local midnights between which a day lies, in milliseconds since the epoch. */
interface Midnights {
  readonly begins: number;
  readonly ends: number;
}

export function buildCalendarDay(day: AnyDay, { begins, ends }: Midnights, plan: DayPlan): CalendarDay {
  if (plan.closed !== undefined) return { ...day, closed: plan.closed, openPeriods: [] };
  const { date } = day;
  const instantAt = (minute: number): number => {
    if (minute === 24 * 60) return ends;
    return ends - begins === usualDay ? begins + minute * 60_000 : wallTime(date, minute);
  };
  const openPeriods = plan.hours.map(({ opens, closes }) => ({
    opens: instantAt(opens),
    closes: instantAt(closes),
  }));
  const workingDay = {
    date,
    opens: Temporal.Instant.fromEpochMilliseconds(openPeriods.at(0)?.opens ?? begins),
    closes: Temporal.Instant.fromEpochMilliseconds(openPeriods.at(-1)?.closes ?? begins),
    halfDay: plan.halfDay,
  };
  return { ...day, closed: undefined, workingDay, openPeriods };
}

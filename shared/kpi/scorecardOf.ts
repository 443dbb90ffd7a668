import type { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../calendar/calendar.ts';
import { answersOf, type Filter, sumByKpi } from './answers.ts';
import type { KpiId } from './kpi.ts';
import type { Norms } from './norms.ts';
import { type Period, periodBefore, yearBefore } from './period.ts';
import type { Compared, ComparedAnswer } from './scorecard.ts';
import type { MonthTotals } from './totals.ts';

interface ScorecardOf {
  readonly period: Period;
  /** What there is of a period: its months, or of a part of a month just those days. */
  readonly monthsOf: (period: Period) => readonly MonthTotals[];
  readonly filter: Filter;
  readonly calendar: Calendar;
  readonly today: Temporal.PlainDate;
  readonly norms: Norms;
}

/** The answers to all eleven norms, beside those of the period before and of a year ago. */
export function comparedAnswers({ period, monthsOf, filter, ...rest }: ScorecardOf): ComparedAnswer[] {
  const answers = answersOf({ ...rest, filter, period, months: monthsOf(period) });
  const before = sumByKpi(monthsOf(periodBefore(period)), filter);
  const yearAgo = sumByKpi(monthsOf(yearBefore(period)), filter);
  const compared = (sums: typeof before, id: KpiId): Compared | null => {
    const { numerator, denominator } = sums[id];
    return denominator === 0 ? null : { value: numerator / denominator, numerator, denominator };
  };
  return answers.map((answer) => ({
    ...answer,
    before: compared(before, answer.id),
    yearAgo: compared(yearAgo, answer.id),
  }));
}

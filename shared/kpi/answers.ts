import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../calendar/calendar.ts';
import { workingDaysIn } from '../calendar/workingDays.ts';
import { answerKpi } from './answer.ts';
import { type KpiId, kpiIds } from './kpi.ts';
import { type Norms, normOn } from './norms.ts';
import type { Period } from './period.ts';
import type { KpiAnswer } from './scorecard.ts';
import type { MonthTotals } from './totals.ts';

/** What a scorecard is narrowed to; undefined for all of them. */
export interface Filter {
  readonly department: string | undefined;
  readonly process: string | undefined;
}

interface AnswersOf {
  readonly period: Period;
  /** Of the months of the period, in any order; of a month that it has only a part of, just those days. */
  readonly months: readonly MonthTotals[];
  readonly filter: Filter;
  readonly calendar: Calendar;
  /** The local day: no data is expected yet of the days after it. */
  readonly today: Temporal.PlainDate;
  readonly norms: Norms;
}

/** What one KPI adds up to over a period. */
export interface Sum {
  numerator: number;
  denominator: number;
  /** The days that were measured, YYYY-MM-DD. */
  readonly days: Set<string>;
}

/** So many days without data are named; of more it is enough to know how many. */
const namedDays = 10;

/**
 * The answers to all eleven norms, in the order of `kpiIds`. A period is judged by the norm of the first day
 * of its last month: a norm that changes halfway a month counts from the next, so that nobody's target moves
 * under their hands, and an old month keeps the norm of its day.
 */
export function answersOf(of: AnswersOf): KpiAnswer[] {
  const sums = sumByKpi(of.months, of.filter);
  const judgedOn = of.period.last.with({ day: 1 }).toString();
  const expected = expectedDays(of);
  return kpiIds.map((id) => {
    const { days, numerator, denominator } = sums[id];
    const missing = expected.filter((day) => !days.has(day));
    const coverage = { measured: expected.length - missing.length, expected: expected.length };
    return {
      ...answerKpi({ id, norm: normOn(of.norms, id, judgedOn), numerator, denominator, coverage }),
      lastMeasured: latestOf(days),
      missing: missing.slice(-namedDays),
    };
  });
}

function expectedDays({ calendar, period: { first, last }, today }: AnswersOf): string[] {
  const end = Temporal.PlainDate.compare(today, last) < 0 ? today : last;
  if (Temporal.PlainDate.compare(end, first) < 0) return [];
  return workingDaysIn(calendar, first, end).map(String);
}

/** What every KPI adds up to, over whatever months there are. */
export function sumByKpi(months: readonly MonthTotals[], filter: Filter): Readonly<Record<KpiId, Sum>> {
  const nothing = (): Sum => ({ days: new Set(), numerator: 0, denominator: 0 });
  const sums = Object.fromEntries(kpiIds.map((id) => [id, nothing()])) as Record<KpiId, Sum>;
  for (const { month, totals } of months) {
    const days = Object.fromEntries(kpiIds.map((id) => [id, 0])) as Record<KpiId, number>;
    for (const total of totals) {
      if (!isWanted(total, filter) || !isKpi(total.kpi)) continue;
      const sum = sums[total.kpi];
      sum.numerator += total.numerator;
      sum.denominator += total.denominator;
      days[total.kpi] |= total.days;
    }
    for (const id of kpiIds) addDays(sums[id].days, month, days[id]);
  }
  return sums;
}

export function isWanted(
  total: { readonly department: string; readonly process: string },
  { department, process }: Filter,
): boolean {
  return (
    (department === undefined || total.department === department) &&
    (process === undefined || total.process === process)
  );
}

function isKpi(id: string): id is KpiId {
  return kpiIds.some((known) => known === id);
}

function addDays(days: Set<string>, month: string, bits: number): void {
  for (let day = 1; day <= 31; day++) {
    if ((bits & (1 << day)) !== 0) days.add(`${month}-${String(day).padStart(2, '0')}`);
  }
}

function latestOf(days: ReadonlySet<string>): string | null {
  let latest: string | null = null;
  for (const day of days) if (latest === null || day > latest) latest = day;
  return latest;
}

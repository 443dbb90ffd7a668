import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../calendar/calendar.ts';
import { workingDaysIn } from '../calendar/workingDays.ts';
import { answerKpi } from './answer.ts';
import { type KpiId, kpiIds } from './kpi.ts';
import type { Measurement } from './measurement.ts';
import { type Norms, normOn } from './norms.ts';
import type { KpiAnswer } from './scorecard.ts';

interface MonthOfMeasurements {
  /** YYYY-MM */
  readonly month: string;
  /** In any order. Those of other months are left out. */
  readonly measurements: Iterable<Measurement>;
  readonly calendar: Calendar;
  /** The local day: no data is expected yet of the days after it. */
  readonly today: Temporal.PlainDate;
  readonly norms: Norms;
}

interface Sum {
  readonly days: Set<string>;
  numerator: number;
  denominator: number;
}

/**
 * The answers to all eleven norms, in the order of `kpiIds`, over the departments and processes that the
 * measurements are of. A month is judged by the norm of its first day: a norm that changes halfway counts
 * from the next month, so that nobody's target moves under their hands.
 */
export function scorecardOfMonth(of: MonthOfMeasurements): KpiAnswer[] {
  const first = Temporal.PlainYearMonth.from(of.month).toPlainDate({ day: 1 });
  const expected = expectedDays(of.calendar, first, of.today);
  const sums = sumByKpi(of.measurements, of.month);
  return kpiIds.map((id) => {
    const { days, numerator, denominator } = sums[id];
    const coverage = {
      measured: [...expected].filter((day) => days.has(day)).length,
      expected: expected.size,
    };
    return answerKpi({ id, norm: normOn(of.norms, id, first.toString()), numerator, denominator, coverage });
  });
}

function expectedDays(
  calendar: Calendar,
  first: Temporal.PlainDate,
  today: Temporal.PlainDate,
): ReadonlySet<string> {
  const end = first.with({ day: first.daysInMonth });
  const last = Temporal.PlainDate.compare(today, end) < 0 ? today : end;
  return new Set(workingDaysIn(calendar, first, last).map(String));
}

function sumByKpi(measurements: Iterable<Measurement>, month: string): Readonly<Record<KpiId, Sum>> {
  const nothing = (): Sum => ({ days: new Set(), numerator: 0, denominator: 0 });
  const sums = Object.fromEntries(kpiIds.map((id) => [id, nothing()])) as Record<KpiId, Sum>;
  for (const { day, kpi, numerator, denominator } of measurements) {
    if (!day.startsWith(month)) continue;
    const sum = sums[kpi];
    sum.numerator += numerator;
    sum.denominator += denominator;
    // A row of zeroes measured nothing.
    if (denominator > 0) sum.days.add(day);
  }
  return sums;
}

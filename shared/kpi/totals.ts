import { countedMeasurements } from './counted.ts';
import type { Measurement } from './measurement.ts';

/** What one department, process and KPI add up to over a month, or over some of its days. */
export interface Total {
  readonly department: string;
  readonly process: string;
  readonly kpi: Measurement['kpi'];
  readonly numerator: number;
  readonly denominator: number;
  /** The days that were measured: bit n is the n-th of the month. */
  readonly days: number;
}

export interface MonthTotals {
  /** YYYY-MM */
  readonly month: string;
  readonly totals: readonly Total[];
}

/**
 * Adds up what counts of a month.
 * @param measurements all of that month: which of them count depends on the others.
 * @param days only these (YYYY-MM-DD); default: all.
 */
export function totalsOf(
  month: string,
  measurements: readonly Measurement[],
  days?: ReadonlySet<string>,
): MonthTotals {
  const byKey = new Map<string, { -readonly [Key in keyof Total]: Total[Key] }>();
  for (const { day, department, process, kpi, numerator, denominator } of countedMeasurements(measurements)) {
    if (days !== undefined && !days.has(day)) continue;
    const key = `${department}\0${process}\0${kpi}`;
    let total = byKey.get(key);
    if (total === undefined) {
      total = { department, process, kpi, numerator: 0, denominator: 0, days: 0 };
      byKey.set(key, total);
    }
    total.numerator += numerator;
    total.denominator += denominator;
    // A row of zeroes measured nothing.
    if (denominator > 0) total.days |= 1 << Number(day.slice(-2));
  }
  return { month, totals: [...byKey.values()] };
}

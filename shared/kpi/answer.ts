import { errorBudget, missesOf, wantsHigh } from './errorBudget.ts';
import { type KpiId, kpis } from './kpi.ts';
import { meets } from './norms.ts';
import type { KpiAnswer, KpiStatus, Norm } from './scorecard.ts';
import { type Interval, wilsonInterval } from './wilson.ts';

/**
 * Below this many measurements an answer says nothing about the norm: each one moves a share by more than
 * ten points, twice the room that a norm of 95% leaves, and one angry or delighted citizen decides a mean.
 */
export const fewestMeasurements = 10;

/**
 * The error budget counts as nearly spent when no more than this part of it is left. With many
 * measurements the interval is so narrow that it warns too late; the budget then warns first.
 */
export const nearlySpent = 0.2;

interface Measured {
  readonly id: KpiId;
  readonly norm: Norm;
  readonly numerator: number;
  readonly denominator: number;
  readonly coverage: KpiAnswer['coverage'];
}

/**
 * What was measured of one KPI, held against its norm. A share gets an interval and an error budget. A
 * mean gets neither (sums alone do not tell how far measurements lie apart), so it is never `atRisk`.
 *
 * @throws RangeError when a share is not between 0 and 1.
 */
export function answerKpi(measured: Measured): Omit<KpiAnswer, 'lastMeasured' | 'missing'> {
  const { norm, numerator, denominator } = measured;
  if (denominator === 0) {
    return { ...measured, value: null, interval: null, errorBudget: null, status: 'noData' };
  }
  const value = numerator / denominator;
  if (!isShare(measured.id)) {
    return { ...measured, value, interval: null, errorBudget: null, status: statusOf(measured, false) };
  }
  const interval = wilsonInterval(numerator, denominator);
  const budget = errorBudget(norm, measured);
  const inDoubt = crosses(norm, interval) || isNearlySpent(budget, missesOf(norm, measured));
  return { ...measured, value, interval, errorBudget: budget, status: statusOf(measured, inDoubt) };
}

function statusOf({ norm, numerator, denominator }: Measured, inDoubt: boolean): KpiStatus {
  if (denominator < fewestMeasurements) return 'tooFew';
  if (!meets(norm, numerator / denominator)) return 'missed';
  return inDoubt ? 'atRisk' : 'met';
}

function isShare(id: KpiId): boolean {
  return kpis.some((kpi) => kpi.id === id && kpi.unit === 'share');
}

/** Whether the unfavourable end of the interval of a norm that is met lies on the other side of the norm. */
function crosses(norm: Norm, { low, high }: Interval): boolean {
  return !meets(norm, wantsHigh(norm) ? low : high);
}

function isNearlySpent(budget: number | null, misses: number): boolean {
  return budget !== null && budget <= nearlySpent * (budget + misses);
}

import { meets } from './norms.ts';
import type { Norm } from './scorecard.ts';

/** `numerator` counts what the KPI counts, wanted or not. */
interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * How many may still miss before the norm is lost, given what came in so far. A miss pulls the share the
 * wrong way: it is a measurement outside the numerator, or one inside it where the share must stay low
 * (low ratings). Counted in measurements: minutes where the share is one of minutes.
 *
 * - 0 or more: the norm holds, and still holds when the next so many all miss, but not when one more does.
 * - below 0: the norm is lost; so many of the misses should have gone well for it to hold.
 * - null: no number of misses can lose this norm, as with a target of 0%.
 */
export function errorBudget(norm: Norm, share: Share): number | null {
  if (!meets(norm, share.numerator / share.denominator)) {
    const mended = smallest((count) => meets(norm, afterMending(norm, share, count)), missesOf(norm, share));
    return -mended;
  }
  const losing = smallest((count) => !meets(norm, afterMissing(norm, share, count)), Number.MAX_SAFE_INTEGER);
  return losing < Number.MAX_SAFE_INTEGER ? losing - 1 : null;
}

/** How many have missed so far. */
export function missesOf(norm: Norm, { numerator, denominator }: Share): number {
  return wantsHigh(norm) ? denominator - numerator : numerator;
}

/** Whether the norm asks for a high value, so that the lower end of an interval is the doubtful one. */
export function wantsHigh({ comparison }: Norm): boolean {
  return comparison === 'atLeast' || comparison === 'moreThan';
}

function afterMissing(norm: Norm, { numerator, denominator }: Share, misses: number): number {
  return (wantsHigh(norm) ? numerator : numerator + misses) / (denominator + misses);
}

function afterMending(norm: Norm, { numerator, denominator }: Share, mended: number): number {
  return (wantsHigh(norm) ? numerator + mended : numerator - mended) / denominator;
}

/**
 * The smallest whole number from 1 for which `holds`, at most `limit` (also when it never holds). `holds`
 * stays true once it is. It asks the norm itself, where a formula would round differently from `meets`.
 */
function smallest(holds: (count: number) => boolean, limit: number): number {
  let high = 1;
  while (high < limit && !holds(high)) high *= 2;
  let low = Math.floor(high / 2);
  high = Math.max(1, Math.min(high, Math.ceil(limit)));
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

import { type Filter, isWanted } from './answers.ts';
import { scoreIds } from './measurement.ts';
import type { ScoreDistribution } from './scorecard.ts';
import type { MonthTotals } from './totals.ts';

/**
 * The service strategy's own guide to a mean of 7: over 80% of the citizens give at least a 7, and under 10%
 * less than a 4.
 */
export const scoreGuide = { high: { from: 7, over: 0.8 }, low: { below: 4, under: 0.1 } } as const;

/** Where in the counts a score stands. */
const places: ReadonlyMap<string, number> = new Map(scoreIds.map((id, place) => [id, place]));

/** How often each score was given; null where nobody gave one. */
export function scoreDistribution(months: readonly MonthTotals[], filter: Filter): ScoreDistribution | null {
  const counts: number[] = scoreIds.map(() => 0);
  for (const { totals } of months) {
    for (const total of totals) {
      const place = places.get(total.kpi);
      if (place === undefined || !isWanted(total, filter)) continue;
      counts[place] = (counts[place] ?? 0) + total.numerator;
    }
  }
  const given = sumOf(counts);
  if (given === 0) return null;
  const high = sumOf(counts.slice(scoreGuide.high.from - 1)) / given;
  const low = sumOf(counts.slice(0, scoreGuide.low.below - 1)) / given;
  return {
    counts,
    high: { share: high, isAsGuided: high > scoreGuide.high.over },
    low: { share: low, isAsGuided: low < scoreGuide.low.under },
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

import type { Rating } from '../../fact/rating.ts';
import { type Measurement, scoreIds } from '../measurement.ts';
import { sums } from '../sums.ts';

/** Norm `lowRatings`: "dossiers onder de 5". */
const low = 5;

/** What ratings add to the KPIs, and how often each score was given. */
export function measureRatings(ratings: Iterable<Rating>): Measurement[] {
  const measured = sums('ratings');
  for (const { day, department, process, score, about } of ratings) {
    const of = { day, department, process, denominator: 1 };
    measured.add({ ...of, kpi: 'rating', numerator: score });
    if (about === 'case') measured.add({ ...of, kpi: 'lowRatings', numerator: score < low ? 1 : 0 });
    const scoreId = scoreIds[score - 1];
    if (scoreId !== undefined) measured.add({ ...of, kpi: scoreId, numerator: 1 });
  }
  return measured.all();
}

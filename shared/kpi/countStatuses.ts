import type { StatusCounts } from '../texts/scorecard.ts';
import type { KpiAnswer } from './scorecard.ts';

/** How many norms there are of each kind, for the sentence that sums up a scorecard. */
export function countStatuses(answers: readonly KpiAnswer[]): StatusCounts {
  const count = (status: KpiAnswer['status']) => answers.filter((answer) => answer.status === status).length;
  const atRisk = count('atRisk');
  const kept = count('met') + atRisk;
  return { kept, atRisk, judged: kept + count('missed'), tooFew: count('tooFew'), noData: count('noData') };
}

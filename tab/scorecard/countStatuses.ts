import type { KpiAnswer } from '../../shared/kpi/scorecard.ts';
import type { StatusCounts } from '../../shared/texts/scorecard.ts';

export function countStatuses(answers: readonly KpiAnswer[]): StatusCounts {
  const count = (status: KpiAnswer['status']) => answers.filter((answer) => answer.status === status).length;
  const atRisk = count('atRisk');
  const kept = count('met') + atRisk;
  return { kept, atRisk, judged: kept + count('missed'), tooFew: count('tooFew'), noData: count('noData') };
}

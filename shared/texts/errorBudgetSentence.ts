import type { KpiAnswer } from '../kpi/scorecard.ts';
import type { ScorecardTexts } from './scorecard.ts';

/** How many may still miss, or how many missed too many. Undefined for a mean, which has no error budget. */
export function errorBudgetSentence(
  { id, errorBudget }: KpiAnswer,
  texts: ScorecardTexts,
): string | undefined {
  if (errorBudget === null) return undefined;
  if (errorBudget === 0) return texts.nothingMayMiss;
  return errorBudget > 0
    ? texts.kpis[id].mayStillMiss?.(errorBudget)
    : texts.kpis[id].missedTooMany?.(-errorBudget);
}

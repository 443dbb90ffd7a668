import { wantsHigh } from '../kpi/errorBudget.ts';
import type { KpiAnswer } from '../kpi/scorecard.ts';
import type { Format } from './figures.ts';
import type { ScorecardTexts } from './scorecard.ts';

interface Changed extends Pick<KpiAnswer, 'id' | 'norm'> {
  readonly value: number;
  /** The value in the period before. */
  readonly before: number;
}

/**
 * What a figure was before, and whether it is better or worse now: what the norm asks says which way is
 * better, and what reads the same is the same.
 * @param when "in oktober"
 */
export function changeSentence(
  { id, norm, value, before }: Changed,
  when: string,
  { texts, format }: { readonly texts: ScorecardTexts; readonly format: Format },
): { readonly written: string; readonly spoken: string } {
  const then = format.value(id, before, norm);
  const isSame = then.spoken === format.value(id, value, norm).spoken;
  const direction = value > before === wantsHigh(norm) ? 'better' : 'worse';
  const words = texts.changes[isSame ? 'same' : direction];
  return { written: words(`${then.figure} ${then.unit}`.trim(), when), spoken: words(then.spoken, when) };
}

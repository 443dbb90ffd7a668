import type { KpiAnswer, KpiStatus } from '../../../shared/kpi/scorecard.ts';
import { errorBudgetSentence } from '../../../shared/texts/errorBudgetSentence.ts';
import { formatIn } from '../../../shared/texts/figures.ts';
import { scorecardTexts } from '../../../shared/texts/scorecard.ts';

const format = formatIn('nl');
const texts = scorecardTexts.nl;

/** Shape and colour; the word stands beside them. */
const looks: Readonly<Record<KpiStatus, { readonly mark: string; readonly color: string }>> = {
  met: { mark: '✓', color: 'good' },
  atRisk: { mark: '!', color: 'warning' },
  missed: { mark: '✗', color: 'attention' },
  tooFew: { mark: '○', color: 'default' },
  noData: { mark: '○', color: 'default' },
};

/** A KPI in one line of a card: value, norm, and how many may still miss. */
export function figureLine(answer: KpiAnswer) {
  const { id, value, norm, status } = answer;
  const judged = value === null ? [] : [texts.statuses[status]];
  const budget = errorBudgetSentence(answer, texts);
  const sentences = [...judged, texts.norm(format.norm(id, norm)), ...(budget === undefined ? [] : [budget])];
  return {
    ...looks[status],
    name: texts.kpis[id].name,
    value: value === null ? texts.statuses.noData : shown(answer, value),
    explanation: sentences.map((sentence) => `${sentence}.`).join(' '),
  };
}

function shown({ id, norm }: KpiAnswer, value: number): string {
  const { figure, unit } = format.value(id, value, norm);
  return unit === '' ? figure : `${figure} ${unit}`;
}

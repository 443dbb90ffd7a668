import type { Compared, ComparedAnswer, Scorecard } from '../../shared/kpi/scorecard.ts';
import { changeSentence } from '../../shared/texts/changeSentence.ts';
import { periodBeforeText } from '../../shared/texts/periodText.ts';
import { useLanguage } from '../page/language.ts';

interface Props {
  readonly answer: ComparedAnswer;
  readonly value: number;
  readonly before: Compared;
  readonly period: Scorecard['period'];
}

/** Whether the figure is better or worse than that of the period before, in words. */
export function KpiChange({ answer: { id, norm }, value, before, period }: Props) {
  const language = useLanguage();
  const when = periodBeforeText(period, language.locale);
  const sentence = changeSentence({ id, norm, value, before: before.value }, when, language);
  return (
    <p className="kpi-card-norm kpi-card-change">
      <span aria-hidden="true">{sentence.written}</span>
      <span className="visually-hidden">{sentence.spoken}</span>
    </p>
  );
}

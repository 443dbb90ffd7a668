import { fewestMeasurements } from '../../shared/kpi/answer.ts';
import type { ComparedAnswer, Scorecard } from '../../shared/kpi/scorecard.ts';
import { errorBudgetSentence } from '../../shared/texts/errorBudgetSentence.ts';
import { useLanguage } from '../page/language.ts';
import { KpiBar } from './KpiBar.tsx';
import { KpiChange } from './KpiChange.tsx';
import { KpiStatusLabel } from './KpiStatusLabel.tsx';

interface Props {
  readonly answer: ComparedAnswer;
  readonly value: number;
  readonly period: Scorecard['period'];
}

/** The value beside the norm, the verdict, and what lies behind them. */
export function MeasuredKpi({ answer, value, period }: Props) {
  const { texts, format } = useLanguage();
  const { id, norm, status, numerator, denominator, coverage, before } = answer;
  const shown = format.value(id, value, norm);
  // How many may still miss is said of a month.
  const budget = period.kind === 'month' ? errorBudgetSentence(answer, texts) : undefined;
  const outlook = status === 'tooFew' ? texts.fromCount(fewestMeasurements) : budget;
  return (
    <>
      <div className="kpi-card-head">
        <h3 className="kpi-card-name">{texts.kpis[id].name}</h3>
        <p className="kpi-card-value">
          <span aria-hidden="true">
            {shown.figure}
            {shown.unit && <span className="kpi-card-unit"> {shown.unit}</span>}
          </span>
          <span className="visually-hidden">{shown.spoken}</span>
        </p>
        <div className="kpi-card-verdict">
          <KpiStatusLabel status={status} />
          <p className="kpi-card-norm">{texts.norm(format.norm(id, norm))}</p>
          {before && <KpiChange answer={answer} value={value} before={before} period={period} />}
        </div>
      </div>
      <KpiBar id={id} value={value} norm={norm} />
      <div className="kpi-card-ends kpi-card-detail">
        <p>{texts.kpis[id].counts(numerator, denominator)}</p>
        {coverage.expected > 0 && <p>{texts.coverage(coverage.measured, coverage.expected)}</p>}
      </div>
      {outlook && <p className="kpi-card-outlook kpi-card-detail">{outlook}</p>}
    </>
  );
}

import type { ComparedAnswer, Scorecard } from '../../shared/kpi/scorecard.ts';
import './KpiCard.css';
import { KpiExplanation } from './KpiExplanation.tsx';
import { MeasuredKpi } from './MeasuredKpi.tsx';
import { UnmeasuredKpi } from './UnmeasuredKpi.tsx';

interface Props {
  readonly answer: ComparedAnswer;
  /** What the answer is of. */
  readonly scorecard: Scorecard;
}

/** One norm. Its id in the page is that of the KPI, so that a link can lead to it. */
export function KpiCard({ answer, scorecard }: Props) {
  const { id, status, value } = answer;
  return (
    <li id={id} className="kpi-card" data-status={status}>
      {value === null ? (
        <UnmeasuredKpi answer={answer} />
      ) : (
        <MeasuredKpi answer={answer} value={value} period={scorecard.period} />
      )}
      <KpiExplanation answer={answer} scorecard={scorecard} />
    </li>
  );
}

import type { KpiAnswer } from '../../shared/kpi/scorecard.ts';
import './KpiCard.css';
import { MeasuredKpi } from './MeasuredKpi.tsx';
import { UnmeasuredKpi } from './UnmeasuredKpi.tsx';

/** One norm. Its id in the page is that of the KPI, so that a link can lead to it. */
export function KpiCard({ answer }: { readonly answer: KpiAnswer }) {
  const { id, status, value } = answer;
  return (
    <li id={id} className="kpi-card" data-status={status}>
      {value === null ? <UnmeasuredKpi answer={answer} /> : <MeasuredKpi answer={answer} value={value} />}
    </li>
  );
}

import type { KpiId } from '../../shared/kpi/kpi.ts';
import type { Norm } from '../../shared/kpi/scorecard.ts';
import { barPositions } from './barScale.ts';
import './KpiBar.css';

interface Props {
  readonly id: KpiId;
  readonly value: number;
  readonly norm: Norm;
}

/** How far the value is from the norm, at a glance. The words beside it say the same. */
export function KpiBar({ id, value, norm }: Props) {
  const at = barPositions(id, value, norm);
  const percent = (position: number) => `${100 * position}%`;
  return (
    <svg className="kpi-bar" width="100%" height="14" aria-hidden="true">
      <rect className="kpi-bar-track" y="6" width="100%" height="2" />
      <rect className="kpi-bar-value" y="4" width={percent(at.value)} height="6" rx="3" />
      <rect
        className="kpi-bar-norm"
        x={percent(at.norm)}
        width="2"
        height="14"
        rx="1"
        transform="translate(-1)"
      />
    </svg>
  );
}

import { type KpiId, kpis } from '../../shared/kpi/kpi.ts';
import type { Norm } from '../../shared/kpi/scorecard.ts';

/** Where value and norm stand on the bar, each from 0 to 1. */
export interface BarPositions {
  readonly value: number;
  readonly norm: number;
}

/**
 * A bar runs from nothing to everything where that exists (0 to 100%, a rating of 1 to 10). Where less is
 * better there is no everything: the norm stands halfway, so that as much room is left for what exceeds it.
 */
export function barPositions(id: KpiId, value: number, norm: Norm): BarPositions {
  const [start, end] = range(id, norm);
  const position = (at: number) => Math.min(1, Math.max(0, (at - start) / (end - start)));
  return { value: position(value), norm: position(norm.target) };
}

function range(id: KpiId, { comparison, target }: Norm): [start: number, end: number] {
  if (comparison === 'atMost' || comparison === 'lessThan') return [0, target === 0 ? 1 : 2 * target];
  return kpis.some((kpi) => kpi.id === id && kpi.unit === 'rating') ? [1, 10] : [0, 1];
}

import type { KpiId } from './kpi.ts';

/**
 * What one day adds to one KPI, for one department and one process: the only thing a scorecard is
 * summed from. `day` is YYYY-MM-DD; `process` is '' where no process is known.
 */
export interface Measurement {
  readonly day: string;
  readonly department: string;
  readonly process: string;
  readonly kpi: KpiId;
  readonly numerator: number;
  readonly denominator: number;
}

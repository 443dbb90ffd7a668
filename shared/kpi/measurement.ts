import type { FactKind } from '../fact/factKind.ts';
import type { KpiId } from './kpi.ts';

/** What was rated how often, beside the eleven: `score1` to `score10`. */
export const scoreIds = [
  'score1',
  'score2',
  'score3',
  'score4',
  'score5',
  'score6',
  'score7',
  'score8',
  'score9',
  'score10',
] as const;
export type ScoreId = (typeof scoreIds)[number];

/** Where a measurement comes from: what people registered, or one of the kinds of facts. */
export type MeasurementSource = 'registrations' | FactKind;

/**
 * What one day adds to one KPI, for one department and one process, by one source: the only thing a
 * scorecard is summed from. `day` is YYYY-MM-DD; `process` is '' where no process is known. Of a score,
 * numerator and denominator both say how often it was given.
 */
export interface Measurement {
  readonly source: MeasurementSource;
  readonly day: string;
  readonly department: string;
  readonly process: string;
  readonly kpi: KpiId | ScoreId;
  readonly numerator: number;
  readonly denominator: number;
}

import * as v from 'valibot';
import { kpiIds } from './kpi.ts';

/** What the scorecard says of a norm; `noData` and `tooFew` are never shown as 0% or as green. */
export const kpiStatuses = ['met', 'atRisk', 'missed', 'tooFew', 'noData'] as const;
export type KpiStatus = (typeof kpiStatuses)[number];

const count = v.pipe(v.number(), v.finite());

const NormSchema = v.object({
  comparison: v.picklist(['atLeast', 'moreThan', 'atMost', 'lessThan']),
  /** In the KPI's own unit: 0 to 1 for a share, seconds, working days, or a rating of 1 to 10. */
  target: count,
  /** The first day (YYYY-MM-DD) on which this norm holds. */
  from: v.pipe(v.string(), v.isoDate()),
});
export type Norm = v.InferOutput<typeof NormSchema>;

const KpiAnswerSchema = v.object({
  id: v.picklist(kpiIds),
  /** numerator / denominator; null when nothing was measured. */
  value: v.nullable(count),
  norm: NormSchema,
  numerator: count,
  denominator: count,
  /** Working days with data, of the working days of the period up to now. */
  coverage: v.object({ measured: count, expected: count }),
  /** 95% Wilson interval of a share; null for a mean, or without data. */
  interval: v.nullable(v.object({ low: count, high: count })),
  /** How many may still miss before the norm is lost; null for a mean, or without data; below zero is lost. */
  errorBudget: v.nullable(count),
  status: v.picklist(kpiStatuses),
});
export type KpiAnswer = v.InferOutput<typeof KpiAnswerSchema>;

/** Answer of `GET /api/scorecard`: always all eleven norms, in the order of `kpiIds`. */
export const ScorecardSchema = v.object({
  /** The month, YYYY-MM. */
  month: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
  /** The municipality's name. */
  municipality: v.string(),
  /** When these figures were last computed (UTC instant); null when nothing was ever measured this month. */
  computedAt: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
  answers: v.pipe(v.array(KpiAnswerSchema), v.length(kpiIds.length)),
});
export type Scorecard = v.InferOutput<typeof ScorecardSchema>;

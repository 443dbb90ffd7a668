import * as v from 'valibot';
import { kpiIds } from './kpi.ts';
import { periodKinds } from './period.ts';

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
  /** The last day of the period with data, YYYY-MM-DD; null without data. */
  lastMeasured: v.nullable(v.string()),
  /** The last working days of the period without data, YYYY-MM-DD; `coverage` says how many there are. */
  missing: v.array(v.string()),
});
export type KpiAnswer = v.InferOutput<typeof KpiAnswerSchema>;

/** What another period came to. */
const ComparedSchema = v.object({ value: count, numerator: count, denominator: count });
export type Compared = v.InferOutput<typeof ComparedSchema>;

const ComparedAnswerSchema = v.object({
  ...KpiAnswerSchema.entries,
  /** The period before; null when nothing was measured then. */
  before: v.nullable(ComparedSchema),
  /** The same period a year ago; null when nothing was measured then. */
  yearAgo: v.nullable(ComparedSchema),
});
export type ComparedAnswer = v.InferOutput<typeof ComparedAnswerSchema>;

const guided = v.object({ share: count, isAsGuided: v.boolean() });

const ScoreDistributionSchema = v.object({
  /** How often a 1 was given, a 2, and so on to a 10. */
  counts: v.pipe(v.array(count), v.length(10)),
  /** At least a 7. */
  high: guided,
  /** Below a 4. */
  low: guided,
});
export type ScoreDistribution = v.InferOutput<typeof ScoreDistributionSchema>;

const named = v.object({ id: v.string(), name: v.string() });
const day = v.pipe(v.string(), v.isoDate());

/** Answer of `GET /api/scorecard`: always all eleven norms, in the order of `kpiIds`. */
export const ScorecardSchema = v.object({
  period: v.object({
    kind: v.picklist(periodKinds),
    /** As in the address: `2026-11`, `2026-W48`, `12m-2026-11`. */
    name: v.string(),
    first: day,
    last: day,
  }),
  /** What it is narrowed to; null for all. */
  department: v.nullable(named),
  process: v.nullable(named),
  /** The municipality's name. */
  municipality: v.string(),
  /** When these figures were last computed (UTC instant); null when nothing was ever measured in the period. */
  computedAt: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
  answers: v.pipe(v.array(ComparedAnswerSchema), v.length(kpiIds.length)),
  scores: v.nullable(ScoreDistributionSchema),
});
export type Scorecard = v.InferOutput<typeof ScorecardSchema>;

import type { KpiId } from './kpi.ts';
import type { Norm } from './scorecard.ts';

/** Of every KPI the norms that have ever held, in any order. */
export type Norms = Readonly<Record<KpiId, readonly [Norm, ...Norm[]]>>;

/** The day on which the service strategy takes effect. */
const from = '2026-01-01';

/** The norms of the service strategy. */
export const defaultNorms: Norms = {
  uptime: [{ comparison: 'atLeast', target: 0.99, from }],
  onlineShare: [{ comparison: 'moreThan', target: 0.75, from }],
  serviceLevel: [{ comparison: 'atLeast', target: 0.9, from }],
  firstResponse: [{ comparison: 'atMost', target: 5, from }],
  transferReach: [{ comparison: 'moreThan', target: 0.9, from }],
  callbackOnTime: [{ comparison: 'atLeast', target: 0.95, from }],
  callDuration: [{ comparison: 'atMost', target: 300, from }],
  firstTimeRight: [{ comparison: 'moreThan', target: 0.95, from }],
  casesOnTime: [{ comparison: 'moreThan', target: 0.95, from }],
  rating: [{ comparison: 'atLeast', target: 7, from }],
  lowRatings: [{ comparison: 'lessThan', target: 0.05, from }],
};

/**
 * The norm that holds on a day (YYYY-MM-DD): the newest that has started, and of two with the same start
 * the one that comes last in the list. A day before the first norm is measured by that first norm, so
 * that imported older months can be shown.
 */
export function normOn(norms: Norms, id: KpiId, day: string): Norm {
  const started = norms[id].filter((norm) => norm.from <= day);
  return started.length > 0
    ? started.reduce((newest, norm) => (norm.from >= newest.from ? norm : newest))
    : norms[id].reduce((oldest, norm) => (norm.from < oldest.from ? norm : oldest));
}

/** Whether a value, in the norm's own unit, is as the norm asks. */
export function meets({ comparison, target }: Norm, value: number): boolean {
  switch (comparison) {
    case 'atLeast':
      return value >= target;
    case 'moreThan':
      return value > target;
    case 'atMost':
      return value <= target;
    case 'lessThan':
      return value < target;
  }
}

import type { FactKind } from '../fact/factKind.ts';
import type { KpiId } from './kpi.ts';

/** The KPIs that each kind of facts is measured for. */
export const fedBy: Readonly<Record<FactKind, readonly KpiId[]>> = {
  calls: ['serviceLevel', 'callDuration', 'transferReach'],
  responses: ['firstResponse'],
  cases: ['casesOnTime'],
  ratings: ['rating', 'lowRatings'],
  webCounts: ['onlineShare'],
  probes: ['uptime'],
};

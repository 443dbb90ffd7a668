/**
 * The eleven norms of the service strategy (DESIGN: "how do we earn a 7 from the citizen, every day?").
 * Every KPI is a fraction; numerator and denominator are both additive over days, departments and
 * processes, so every rollup and every drill-down is a plain sum.
 */
export const kpiIds = [
  'uptime',
  'onlineShare',
  'serviceLevel',
  'firstResponse',
  'transferReach',
  'callbackOnTime',
  'callDuration',
  'firstTimeRight',
  'casesOnTime',
  'rating',
  'lowRatings',
] as const;

export type KpiId = (typeof kpiIds)[number];

/** bereikbaarheid, snelheid, kwaliteit: the three groups of the strategy. */
export const kpiGroups = ['reachability', 'speed', 'quality'] as const;
export type KpiGroup = (typeof kpiGroups)[number];

/** What the value of a KPI is counted in: `share` is 0 to 1, the others are means. */
export type KpiUnit = 'share' | 'workingDays' | 'seconds' | 'rating';

export interface Kpi {
  readonly id: KpiId;
  readonly group: KpiGroup;
  readonly unit: KpiUnit;
}

export const kpis: readonly Kpi[] = [
  { id: 'uptime', group: 'reachability', unit: 'share' },
  { id: 'onlineShare', group: 'reachability', unit: 'share' },
  { id: 'serviceLevel', group: 'reachability', unit: 'share' },
  { id: 'firstResponse', group: 'reachability', unit: 'workingDays' },
  { id: 'transferReach', group: 'reachability', unit: 'share' },
  { id: 'callbackOnTime', group: 'reachability', unit: 'share' },
  { id: 'callDuration', group: 'speed', unit: 'seconds' },
  { id: 'firstTimeRight', group: 'speed', unit: 'share' },
  { id: 'casesOnTime', group: 'speed', unit: 'share' },
  { id: 'rating', group: 'quality', unit: 'rating' },
  { id: 'lowRatings', group: 'quality', unit: 'share' },
];

import type { Call } from './call.ts';
import type { Case } from './case.ts';
import type { Probe } from './probe.ts';
import type { Rating } from './rating.ts';
import type { Response } from './response.ts';
import type { WebCount } from './webCount.ts';

/**
 * Facts that come from other systems or are measured; those that people register are contacts. Each kind
 * has an id of its own in its source, so that reading it twice is the same as once.
 */
export interface FactOf {
  readonly calls: Call;
  readonly responses: Response;
  readonly cases: Case;
  readonly ratings: Rating;
  readonly webCounts: WebCount;
  readonly probes: Probe;
}

export type FactKind = keyof FactOf;

export const factKinds = [
  'calls',
  'responses',
  'cases',
  'ratings',
  'webCounts',
  'probes',
] as const satisfies readonly FactKind[];

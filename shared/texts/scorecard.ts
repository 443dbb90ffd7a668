import type { KpiGroup, KpiId } from '../kpi/kpi.ts';
import type { KpiStatus, Norm } from '../kpi/scorecard.ts';
import type { Locale } from './locale.ts';
import { scorecardEn } from './scorecardEn.ts';
import { scorecardNl } from './scorecardNl.ts';

/** The words of the scorecard's tab. Numbers that come in as text are already formatted. */
export interface ScorecardTexts {
  title(month: string): string;
  /** What Teams proposes as the name of the tab. */
  readonly tabName: string;
  /** Heads the norms that are missed or on the edge. */
  readonly attention: string;
  updatedAt(time: string): string;
  updatedOn(day: string, time: string): string;
  readonly refreshesItself: string;

  readonly groups: Readonly<Record<KpiGroup, string>>;
  groupKept(kept: number, judged: number): string;
  readonly statuses: Readonly<Record<KpiStatus, string>>;
  /** The whole scorecard in one sentence. */
  overall(counts: StatusCounts): string;

  norm(words: string): string;
  /** The figure of the period before, and what has become of it. */
  readonly changes: Readonly<Record<'better' | 'worse' | 'same', (value: string, when: string) => string>>;
  readonly comparisons: Readonly<Record<Norm['comparison'], (target: string) => string>>;
  /** Turns a norm into one on an average. */
  mean(norm: string): string;
  minutes(count: number): string;
  minutesAndSeconds(minutes: number, seconds: number): string;
  readonly shortMinutes: string;
  workingDays(isOne: boolean): string;
  aRating(rating: string): string;

  coverage(measured: number, expected: number): string;
  /** The error budget is exactly spent. */
  readonly nothingMayMiss: string;
  /** Why too few measurements have no verdict. */
  fromCount(fewest: number): string;
  comesFrom(source: string): string;

  readonly kpis: Readonly<Record<KpiId, KpiTexts>>;
  readonly problems: Readonly<Record<ProblemKind, { readonly title: string; readonly advice: string }>>;
  /** What another system said of the problem, for who helps to solve it. */
  reason(reason: string): string;
  figuresOf(time: string): string;
  readonly retry: string;

  /** The page on which a tab is added to a channel. */
  readonly configure: Readonly<Record<'title' | 'explanation' | 'nextStep' | 'outsideTeams', string>>;
}

interface KpiTexts {
  readonly name: string;
  /** Where its measurements come from. */
  readonly source: string;
  /** What the norm needs to be complete: "minstens 90% *binnen 90 seconden*". */
  readonly normAddition?: string;
  /** Numerator and denominator in words. */
  counts(numerator: number, denominator: number): string;
  /** The error budget in words; of a share only. `count` is 1 or more. */
  mayStillMiss?(count: number): string;
  /** How many misses should have gone well for the norm to hold; of a share only. `count` is 1 or more. */
  missedTooMany?(count: number): string;
}

/** How many norms there are of each kind. */
export interface StatusCounts {
  /** Met, on the edge or not. */
  readonly kept: number;
  /** Kept, but on the edge. */
  readonly atRisk: number;
  /** Kept or missed: enough was measured to say so. */
  readonly judged: number;
  readonly tooFew: number;
  readonly noData: number;
}

/** Why there are no fresh figures. */
export type ProblemKind =
  | 'unreachable'
  | 'unavailable'
  | 'signIn'
  | 'forbidden'
  | 'notInTeams'
  | 'badAddress'
  /** The server understands what is asked and does not do it; it says why. */
  | 'refused'
  | 'unexpected';

export const scorecardTexts: Readonly<Record<Locale, ScorecardTexts>> = { nl: scorecardNl, en: scorecardEn };

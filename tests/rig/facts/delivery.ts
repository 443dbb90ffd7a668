import type { Random } from '../../../bot/demo/random.ts';
import type { Registered } from '../../../shared/contact/register.ts';
import type { FactKind, FactOf } from '../../../shared/fact/factKind.ts';

export interface FactDelivery<Kind extends FactKind = FactKind> {
  readonly kind: Kind;
  readonly source: string;
  /** In the order in which they come. */
  readonly facts: readonly FactOf[Kind][];
}

export interface ContactDelivery {
  readonly kind: 'contacts';
  readonly registrations: readonly Registered[];
}

/** What comes in at one time. */
export type Delivery = FactDelivery | ContactDelivery;

/** So many stretches of what there is to deliver do not come in time, or not right. */
const stretches = 3;

export interface InTime<Fact> {
  readonly first: readonly Fact[];
  /** What was late, and what is corrected. */
  readonly later: readonly Fact[];
  /** A part of the first again, as it was. */
  readonly again: readonly Fact[];
}

/**
 * The same facts as they come in practice.
 * @param facts in the order of their days, so that what is corrected is of a few days.
 * @param correct says something else of the same fact.
 */
export function inDeliveries<Fact>(
  random: Random,
  facts: readonly Fact[],
  correct: (fact: Fact) => Fact,
): InTime<Fact> {
  const length = Math.ceil(facts.length / 100);
  const starts = Array.from({ length: stretches }, () => between(random, 0, facts.length - length));
  const isIn = (start: number, index: number) => start <= index && index < start + length;
  const first: Fact[] = [];
  const later: Fact[] = [];
  const again: Fact[] = [];
  for (const [index, fact] of facts.entries()) {
    if (!starts.some((start) => isIn(start, index))) {
      first.push(fact);
    } else if (random.chance(0.4)) {
      later.push(fact);
    } else {
      first.push(fact);
      if (random.chance(0.5)) later.push(correct(fact));
      if (isIn(starts[0] ?? 0, index)) again.push(fact);
    }
  }
  return { first, later, again };
}

/** Some of them come twice in one delivery, and say something else the first time. */
export function someTwice<Fact>(
  random: Random,
  facts: readonly Fact[],
  correct: (fact: Fact) => Fact,
): Fact[] {
  return facts.flatMap((fact) => (random.chance(0.005) ? [correct(fact), fact] : [fact]));
}

/** A whole number from `low` up to and including `high`. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random.next() * (high - low + 1));
}

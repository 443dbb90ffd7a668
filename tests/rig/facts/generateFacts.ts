import { type Random, seededRandom } from '../../../bot/demo/random.ts';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import type { FactKind, FactOf } from '../../../shared/fact/factKind.ts';
import { correctCall, generateCalls } from './calls.ts';
import { correctContact, generateContacts } from './contacts.ts';
import { type Delivery, inDeliveries, someTwice } from './delivery.ts';
import {
  correctCase,
  correctRating,
  correctResponse,
  generateCases,
  generateRatings,
  generateResponses,
} from './messages.ts';
import { rules } from './town.ts';
import { correctProbe, correctWebCount, generateProbes, generateWebCounts } from './website.ts';

/** How many there are of each; of web counts and probes there are as many as there are days. */
export interface Amounts {
  readonly calls: number;
  readonly contacts: number;
  /** Of responses, cases and ratings each. */
  readonly ofEach: number;
}

/**
 * Facts of all kinds over fourteen months, in the deliveries in which they come: some late, some twice, some
 * corrected, some again. The same for the same seed.
 */
export function generateFacts(seed: string, { calls, contacts, ofEach }: Amounts): Delivery[] {
  const random = seededRandom(seed);
  const calendar = createCalendar(rules);
  // The last weeks have calls of two systems.
  const secondSystem = Math.floor(calls / 10);
  const { first, later } = inDeliveries(random, generateContacts(random, contacts, calendar), (before) =>
    correctContact(random, calendar, before),
  );
  return shuffledBySource(random, [
    deliveries(random, 'calls', '3cx-cdr', generateCalls(random, calls - secondSystem), correctCall),
    deliveries(random, 'calls', 'calls', generateCalls(random, calls).slice(-secondSystem), correctCall),
    deliveries(random, 'responses', 'responses', generateResponses(random, ofEach), correctResponse),
    deliveries(random, 'cases', 'zgw', generateCases(random, ofEach), correctCase),
    deliveries(random, 'ratings', 'ratings', generateRatings(random, ofEach), correctRating),
    deliveries(random, 'webCounts', 'web', generateWebCounts(random), correctWebCount),
    deliveries(random, 'webCounts', 'matomo', generateWebCounts(random).slice(0, 100), correctWebCount),
    deliveries(random, 'probes', 'probe', generateProbes(random), correctProbe),
    deliveries(random, 'probes', 'uptime-kuma', generateProbes(random).slice(0, 60), correctProbe),
    // A callback that a correction asked for is never unsaid: no older version comes again.
    [first, later, later].map((registrations): Delivery => ({ kind: 'contacts', registrations })),
  ]);
}

function deliveries<Kind extends FactKind>(
  random: Random,
  kind: Kind,
  source: string,
  facts: readonly FactOf[Kind][],
  correct: (random: Random, fact: FactOf[Kind]) => FactOf[Kind],
): Delivery[] {
  const otherwise = (fact: FactOf[Kind]) => correct(random, fact);
  const { first, later, again } = inDeliveries(random, facts, otherwise);
  return [first, [...later, ...again]].map((some) => ({
    kind,
    source,
    facts: someTwice(random, some, otherwise),
  }));
}

/** Sources come in whatever order; what one of them delivers stays in its order. */
function shuffledBySource(random: Random, sources: readonly Delivery[][]): Delivery[] {
  const left = sources.map((deliveries) => [...deliveries]);
  const shuffled: Delivery[] = [];
  for (;;) {
    const some = left.filter(({ length }) => length > 0);
    const next = some.length > 0 ? random.pick(some).shift() : undefined;
    if (next === undefined) return shuffled;
    shuffled.push(next);
  }
}

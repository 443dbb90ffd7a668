import type { Temporal } from 'temporal-polyfill';
import { daysIn } from '../../shared/calendar/workingDays.ts';
import { localDay } from '../../shared/calendar/zone.ts';
import type { Case } from '../../shared/fact/case.ts';
import type { FactKind, FactOf } from '../../shared/fact/factKind.ts';
import { keepFacts } from '../imports/keepFacts.ts';
import type { FactServices } from '../services.ts';
import { demoCalls } from './demoCalls.ts';
import { demoCases, longestCase } from './demoCases.ts';
import { demoProbes } from './demoProbes.ts';
import { demoRatings } from './demoRatings.ts';
import { demoWebCounts } from './demoWebCounts.ts';

/**
 * Writes what other systems would know of some days: the telephone system and the website. The first
 * response to e-mails stays with the registrations, as where no mail system tells of it.
 */
export async function writeDailyFacts(
  tenant: string,
  days: readonly Temporal.PlainDate[],
  services: FactServices,
): Promise<void> {
  const at = services.now();
  const past = days.filter((day) => !day.equals(localDay(at)));
  const keep = keeperOf(tenant, services);
  // Of today the telephone system and the website tell tomorrow.
  await keep(
    'calls',
    'calls',
    past.flatMap((day) => demoCalls(day, services.calendar)),
  );
  await keep('webCounts', 'web', past.flatMap(demoWebCounts));
  await keep(
    'probes',
    'probe',
    days.flatMap((day) => demoProbes(day, at)),
  );
}

/**
 * Writes the cases and ratings from a day up to today, with the cases that had begun before it. All at once:
 * that a case counts in a month may follow from months before, and the figures of all are computed together.
 */
export async function writeLastingFacts(
  tenant: string,
  first: Temporal.PlainDate,
  services: FactServices,
): Promise<void> {
  const today = localDay(services.now());
  const keep = keeperOf(tenant, services);
  const { calendar } = services;
  const cases = daysIn(calendar, first.subtract({ days: longestCase }), today).flatMap(({ date }) =>
    demoCases(date, today, calendar),
  );
  await keep(
    'cases',
    'cases',
    cases.filter((one) => isDecidedSince(first, one)),
  );
  const past = daysIn(calendar, first, today.subtract({ days: 1 }));
  await keep(
    'ratings',
    'ratings',
    past.flatMap(({ date }) => demoRatings(date)),
  );
}

/** So that no month before the demo has figures of it. */
function isDecidedSince(first: Temporal.PlainDate, { dueOn, closedOn = dueOn }: Case): boolean {
  const day = first.toString();
  return dueOn >= day && closedOn >= day;
}

function keeperOf(tenant: string, services: FactServices) {
  return async <Kind extends FactKind>(kind: Kind, source: string, facts: FactOf[Kind][]) => {
    await keepFacts(tenant, kind, source, inOne(facts), services, { isDryRun: false });
  };
}

async function* inOne<Fact>(facts: readonly Fact[]) {
  yield facts;
}

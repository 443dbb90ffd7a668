import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../../shared/calendar/zone.ts';
import type { FactKind, FactOf } from '../../shared/fact/factKind.ts';
import { keepFacts } from '../imports/keepFacts.ts';
import type { FactServices } from '../services.ts';
import { demoCalls } from './demoCalls.ts';
import { demoCases } from './demoCases.ts';
import { demoProbes } from './demoProbes.ts';
import { demoRatings } from './demoRatings.ts';
import { demoWebCounts } from './demoWebCounts.ts';

/**
 * Writes what other systems would know of some days: telephone, case system, survey, website. The first
 * response to e-mails stays with the registrations, as where no mail system tells of it.
 * @param at the moment up to which things have happened.
 */
export async function writeFacts(
  tenant: string,
  days: readonly Temporal.PlainDate[],
  at: Temporal.Instant,
  services: FactServices,
): Promise<void> {
  const today = localDay(at);
  // Of today the telephone system and the website tell tomorrow.
  const past = days.filter((day) => !day.equals(today));
  async function keep<Kind extends FactKind>(kind: Kind, source: string, facts: FactOf[Kind][]) {
    await keepFacts(tenant, kind, source, inOne(facts), services, { isDryRun: false });
  }
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
  await keep('ratings', 'ratings', past.flatMap(demoRatings));
  await keep(
    'cases',
    'cases',
    days.flatMap((day) => demoCases(day, today)),
  );
}

async function* inOne<Fact>(facts: readonly Fact[]) {
  yield facts;
}

import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../../shared/calendar/zone.ts';
import { minuteOfDay, unmeasuredDay } from '../../shared/uptime/minuteOfDay.ts';
import { withMinute } from '../../shared/uptime/minutes.ts';
import { rollUpFacts } from '../scorecard/rollUpFacts.ts';
import type { FactServices } from '../services.ts';

/** What we measure ourselves stands beside what was imported. */
const source = 'probe';

/** Figures follow so often, in minutes; nobody looks at up-time by the minute. */
const rollUpEvery = 15;

/**
 * Keeps what was seen of a website channel in one minute. Another instance may have seen the same minute.
 * @param at the whole minute.
 */
export async function recordMinute(
  tenant: string,
  website: string,
  at: Temporal.Instant,
  isUp: boolean,
  services: FactServices,
): Promise<void> {
  const day = localDay(at);
  const minute = minuteOfDay(at);
  const probe = withMinute(unmeasuredDay(website, day), minute, isUp);
  await services.store.facts.put(tenant, 'probes', source, [probe]);
  if (minute % rollUpEvery === 0) await rollUpFacts(tenant, 'probes', [day.toString()], services);
}

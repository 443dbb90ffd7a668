import type { Temporal } from 'temporal-polyfill';
import { isOpen, stateOf } from '../../shared/callback/state.ts';
import type { Registered } from '../../shared/contact/register.ts';
import { importContacts } from '../contact/importContacts.ts';
import { rollUpDays } from '../scorecard/rollUpDay.ts';
import type { Services } from '../services.ts';
import { demoDay } from './demoDay.ts';

/**
 * Writes the registrations of some days of one month that are not there yet. Those that are there stay as
 * people left them. What follows from them is made again: whoever wrote them may have been interrupted, or
 * have kept figures in another way.
 */
export async function writeContacts(
  tenant: string,
  days: readonly Temporal.PlainDate[],
  services: Services,
): Promise<void> {
  const { store, calendar } = services;
  const now = services.now();
  const written = await Promise.all(
    days.map(async (day) => {
      const kept = Array.from(await store.contacts.readDay(tenant, day.toString()));
      return { day: day.toString(), kept, missing: missingOf(demoDay(day, { calendar, now }), kept) };
    }),
  );
  for (const { callback } of written.flatMap(({ kept }) => kept)) {
    if (callback !== undefined && isOpen(stateOf(callback))) await store.due.follow(tenant, callback);
  }
  const missing = written.flatMap((day) => day.missing);
  await importContacts(tenant, missing, services);
  // The import computed the figures of the days that it added to.
  const [first, ...others] = written
    .filter(({ kept, missing }) => kept.length > 0 && missing.length === 0)
    .map(({ day }) => day);
  if (first !== undefined) await rollUpDays(tenant, [first, ...others], services);
}

/** A contact without the callback that belongs to it was half written. */
function missingOf(all: readonly Registered[], kept: readonly Registered[]): Registered[] {
  const known = new Map(kept.map((registered) => [registered.contact.id, registered]));
  return all.filter(({ contact, callback }) => {
    const same = known.get(contact.id);
    return same === undefined || (callback !== undefined && same.callback === undefined);
  });
}

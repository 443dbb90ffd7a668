import { dayOf } from '../../shared/contact/contactId.ts';
import type { Registered } from '../../shared/contact/register.ts';
import { rollUpDays } from '../scorecard/rollUpDay.ts';
import type { FactServices } from '../services.ts';

/**
 * Takes over registrations that were made elsewhere, with what has become of their callbacks, and
 * computes the figures of their days. Importing the same registrations twice changes nothing; of two with one
 * id the last counts.
 */
export async function importContacts(
  tenant: string,
  registrations: readonly Registered[],
  services: FactServices,
): Promise<void> {
  const { store } = services;
  const latest = new Map(registrations.map((registered) => [registered.contact.id, registered]));
  const byDay = Map.groupBy(latest.values(), ({ contact }) => dayOf(contact.id));
  for (const ofDay of byDay.values()) await store.contacts.putDay(tenant, ofDay);
  for (const { callback } of latest.values()) {
    if (callback !== undefined) await store.due.follow(tenant, callback);
  }
  const byMonth = Map.groupBy(byDay.keys(), (day) => day.slice(0, 'YYYY-MM'.length));
  for (const [first, ...others] of byMonth.values()) {
    if (first !== undefined) await rollUpDays(tenant, [first, ...others], services);
  }
}

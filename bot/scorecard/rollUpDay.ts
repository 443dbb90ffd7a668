import { measureRegistrations } from '../../shared/kpi/measure/registrations.ts';
import type { FactServices } from '../services.ts';
import { replaceMeasurements } from './replaceMeasurements.ts';

/**
 * Computes a day's figures anew from its registrations and replaces those of that day in the row of its
 * month. Never adds to what was there: corrections come out right by themselves.
 * @param day YYYY-MM-DD
 */
export async function rollUpDay(tenant: string, day: string, services: FactServices): Promise<void> {
  await rollUpDays(tenant, [day], services);
}

/** The same for several days of one month, in one write. */
export async function rollUpDays(
  tenant: string,
  days: readonly [string, ...string[]],
  services: FactServices,
): Promise<void> {
  const { store, calendar } = services;
  await replaceMeasurements(tenant, days[0].slice(0, 'YYYY-MM'.length), services, {
    isReplaced: ({ source, day }) => source === 'registrations' && days.includes(day),
    async measure(now) {
      const fresh = await Promise.all(
        days.map(async (day) =>
          measureRegistrations(await store.contacts.readDay(tenant, day), { calendar, now }),
        ),
      );
      return fresh.flat();
    },
  });
}

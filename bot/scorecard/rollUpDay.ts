import { measureDay } from '../../shared/kpi/measureDay.ts';
import type { Services } from '../services.ts';

/**
 * Computes a day's figures anew from its facts and replaces that day in the row of its month. Never
 * adds to what was there: corrections and late facts come out right by themselves.
 * @param day YYYY-MM-DD
 */
export async function rollUpDay(tenant: string, day: string, services: Services): Promise<void> {
  await rollUpDays(tenant, [day], services);
}

/** The same for several days of one month, in one write. */
export async function rollUpDays(
  tenant: string,
  days: readonly [string, ...string[]],
  { store, calendar, now }: Services,
): Promise<void> {
  const month = days[0].slice(0, 'YYYY-MM'.length);
  for (;;) {
    // The row is read before the facts: whoever writes it in between makes this round start again.
    const rollup = await store.rollups.read(tenant, month);
    const computedAt = now();
    const others = (rollup?.measurements ?? []).filter(({ day }) => !days.includes(day));
    const fresh = await Promise.all(
      days.map(async (day) =>
        measureDay(await store.contacts.readDay(tenant, day), { calendar, now: computedAt }),
      ),
    );
    const measurements = [...others, ...fresh.flat()];
    if (await store.rollups.write(tenant, month, { measurements, computedAt }, rollup?.etag)) return;
  }
}

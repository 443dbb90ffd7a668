import { factKinds } from '../../shared/fact/factKind.ts';
import { settings } from '../../shared/settings.ts';
import { lastDays } from '../lastDays.ts';
import type { FactServices } from '../services.ts';
import { rollUpDays } from './rollUpDay.ts';
import { rollUpFacts } from './rollUpFacts.ts';

/**
 * Computes the figures of the last weeks anew, so that whatever was missed comes out right. Some days of one
 * month a step; after each, whoever asks may stop.
 */
export async function* rollUpLately(tenant: string, services: FactServices): AsyncGenerator<void> {
  const last = lastDays(services.now());
  const months = Map.groupBy(last, (day) => day.slice(0, 'YYYY-MM'.length));
  for (const days of months.values()) {
    for (let start = 0; start < days.length; start += settings.sweep.daysAtOnce) {
      yield;
      const [first, ...others] = days.slice(start, start + settings.sweep.daysAtOnce);
      if (first !== undefined) await rollUpDays(tenant, [first, ...others], services);
    }
  }
  for (const kind of factKinds) {
    yield;
    await rollUpFacts(tenant, kind, last, services);
  }
}

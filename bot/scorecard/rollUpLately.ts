import { settings } from '../../shared/settings.ts';
import { lastDays } from '../lastDays.ts';
import type { Services } from '../services.ts';
import { rollUpDays } from './rollUpDay.ts';

/**
 * Computes the figures of the last weeks anew, so that whatever was missed comes out right. Some days of one
 * month a step; after each, whoever asks may stop.
 */
export async function* rollUpLately(tenant: string, services: Services): AsyncGenerator<void> {
  const months = Map.groupBy(lastDays(services.now()), (day) => day.slice(0, 'YYYY-MM'.length));
  for (const days of months.values()) {
    for (let start = 0; start < days.length; start += settings.sweep.daysAtOnce) {
      yield;
      const [first, ...others] = days.slice(start, start + settings.sweep.daysAtOnce);
      if (first !== undefined) await rollUpDays(tenant, [first, ...others], services);
    }
  }
}

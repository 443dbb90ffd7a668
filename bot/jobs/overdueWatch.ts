import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../shared/contact/contactId.ts';
import { settings } from '../../shared/settings.ts';
import { rollUpDay } from '../scorecard/rollUpDay.ts';
import type { Services } from '../services.ts';

/** Before every deadline: a program that starts counts all that passed while it was away. */
const longAgo = Temporal.Instant.fromEpochMilliseconds(0);

export interface OverdueWatch {
  stop(): Promise<void>;
}

/**
 * A callback that passes its deadline changes the figures of the day on which it was asked, without
 * anybody doing anything. Every instance may watch: computing a day twice does no harm.
 */
export function startOverdueWatch(tenants: readonly string[], services: Services, log: Logger): OverdueWatch {
  const watchedUntil = new Map<string, Temporal.Instant>();
  let watching = watch();
  const timer = setInterval(() => {
    watching = watching.then(watch);
  }, settings.overdue.lookEvery * 1000);

  return {
    async stop() {
      clearInterval(timer);
      await watching;
    },
  };

  async function watch(): Promise<void> {
    const now = services.now();
    for (const tenant of tenants) {
      try {
        await rollUpPassed(tenant, now);
        watchedUntil.set(tenant, now);
      } catch (error) {
        log.error({ err: error, tenant }, 'Deadlines that passed could not be counted yet');
      }
    }
  }

  async function rollUpPassed(tenant: string, now: Temporal.Instant): Promise<void> {
    const open = await services.store.due.list(tenant);
    const since = watchedUntil.get(tenant) ?? longAgo;
    const passed = open.filter(
      ({ due }) => Temporal.Instant.compare(due, now) < 0 && Temporal.Instant.compare(due, since) >= 0,
    );
    const days = new Set(passed.map(({ id }) => dayOf(id)));
    for (const day of days) await rollUpDay(tenant, day, services);
  }
}

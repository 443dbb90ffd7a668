import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { settings } from '../../shared/settings.ts';
import { sendAlerts } from '../alert/sendAlerts.ts';
import type { Services } from '../services.ts';

export interface AlertClock {
  /** Resolves when what is being told was told. */
  stop(): Promise<void>;
}

/**
 * Tells every channel what is due, all municipalities side by side: one that is slow does not hold up the
 * others. It may ring in every instance; a claim lets one of them tell.
 */
export function startAlertClock(tenants: readonly string[], services: Services, log: Logger): AlertClock {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = Promise.all(tenants.map(ring));

  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };

  async function ring(tenant: string): Promise<void> {
    while (!signal.aborted) {
      const seconds = await look(tenant);
      await sleep(seconds * 1000, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Gives after how many seconds to look again: sooner where a message only waits for room. */
  async function look(tenant: string): Promise<number> {
    const { lookEvery } = settings.alert;
    try {
      const told = await sendAlerts(tenant, services);
      return told.kind === 'later' ? Math.min(told.seconds ?? lookEvery, lookEvery) : lookEvery;
    } catch (error) {
      log.error({ err: error, tenant }, 'Alerts could not be sent yet and are tried again');
      return lookEvery;
    }
  }
}

import type { Logger } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import { timeZone } from '../../shared/calendar/zone.ts';
import { settings } from '../../shared/settings.ts';
import { type Asking, pullFacts } from '../imports/pullFacts.ts';
import type { PullSource } from '../imports/pullSource.ts';
import { pullSources } from '../imports/pullSources.ts';
import type { Services } from '../services.ts';

export interface PullImports {
  /** Breaks off what is being asked: the next night asks again. */
  stop(): Promise<void>;
}

/**
 * Asks other systems for their measurements every night, after the sweep. It runs in every instance, and each
 * system is asked by one of them. One that failed is asked again an hour later, as long as the night lasts.
 */
export function startPullImports(
  tenants: readonly string[],
  asking: Omit<Asking, 'signal'>,
  services: Services,
  log: Logger,
): PullImports {
  const { store, now } = services;
  const stopping = new AbortController();
  const { signal } = stopping;
  let pulling: Promise<void> | undefined;
  const timer = setInterval(() => {
    pulling ??= pullAll().finally(() => {
      pulling = undefined;
    });
  }, settings.sweep.everySeconds * 1000);

  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await pulling;
    },
  };

  async function pullAll(): Promise<void> {
    const night = nightOf(now().toZonedDateTimeISO(timeZone));
    if (night === undefined) return;
    for (const tenant of tenants) {
      for (const source of pullSources) if (!signal.aborted) await pull(tenant, source, night);
    }
  }

  async function pull(tenant: string, source: PullSource, night: string): Promise<void> {
    const round = { tenant, round: `pull_${source.id}`, name: night } as const;
    const until = now().add({ minutes: settings.imports.pullMinutes });
    try {
      if (!(await store.rounds.claim(round, now(), until))) return;
      const result = await pullFacts(tenant, source, { ...asking, signal }, services);
      if (result?.kind === 'failed') {
        const { reason, details } = result.failure;
        log.error({ tenant, source: source.id, reason, details }, 'Another system gave no measurements');
        return;
      }
      await store.rounds.finish(round);
    } catch (error) {
      if (signal.aborted) await store.rounds.leave(round).catch(() => undefined);
      else log.error({ err: error, tenant, source: source.id }, 'Asking for measurements failed');
    }
  }
}

/** The date, while it is night; undefined by day. */
function nightOf(local: Temporal.ZonedDateTime): string | undefined {
  const { pullFromHour, pullUntilHour } = settings.imports;
  const isNight = local.hour >= pullFromHour && local.hour < pullUntilHour;
  return isNight ? local.toPlainDate().toString() : undefined;
}

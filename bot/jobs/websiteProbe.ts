import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import type { Website } from '../../shared/uptime/website.ts';
import type { WebsiteCheck } from '../probe/checkWebsite.ts';

export interface WebsiteProbe {
  /** Finishes the checks that are under way. */
  stop(): Promise<void>;
}

export interface WebsiteProbeServices {
  readWebsites(tenant: string): Promise<readonly Website[]>;
  check(website: Website): Promise<WebsiteCheck>;
  /** @param at the whole minute. */
  record(tenant: string, website: string, at: Temporal.Instant, isUp: boolean): Promise<void>;
  now(): Temporal.Instant;
}

/** So many are looked at together: one that does not answer holds up no other. */
const sideBySide = 128;

const minuteMs = 60_000;

/**
 * Looks at every website channel of every municipality, every minute, on the minute. Every instance does:
 * what they see of a minute is merged where it is kept. A minute in which the last round was still going on
 * is not measured.
 */
export function startWebsiteProbe(
  tenants: readonly string[],
  services: WebsiteProbeServices,
  log: Logger,
): WebsiteProbe {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = run();

  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };

  async function run(): Promise<void> {
    for (;;) {
      const sinceMinute = services.now().epochMilliseconds % minuteMs;
      await sleep(minuteMs - sinceMinute, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      // A timer may ring a moment early.
      await lookAtAll(services.now().round('minute'));
    }
  }

  async function lookAtAll(at: Temporal.Instant): Promise<void> {
    const all: [tenant: string, website: Website][] = [];
    await eachSideBySide(tenants, async (tenant) => {
      for (const website of await websitesOf(tenant)) all.push([tenant, website]);
    });
    await eachSideBySide(all, ([tenant, website]) => lookAt(tenant, website, at));
  }

  async function eachSideBySide<Item>(items: readonly Item[], work: (item: Item) => Promise<void>) {
    const waiting = items.values();
    const workOn = async () => {
      for (const item of waiting) if (!signal.aborted) await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(sideBySide, items.length) }, workOn));
  }

  async function websitesOf(tenant: string): Promise<readonly Website[]> {
    try {
      return await services.readWebsites(tenant);
    } catch (error) {
      log.error(
        { err: error, tenant },
        'The website channels could not be read; this minute is not measured',
      );
      return [];
    }
  }

  async function lookAt(tenant: string, website: Website, at: Temporal.Instant): Promise<void> {
    try {
      const found = await services.check(website);
      if (!found.isUp) {
        const { reason, detail } = found;
        log.info({ tenant, website: website.id, reason, detail }, 'A website channel did not answer well');
      }
      await services.record(tenant, website.id, at, found.isUp);
    } catch (error) {
      log.error({ err: error, tenant, website: website.id }, 'A website channel could not be measured');
    }
  }
}

import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { createCalendar } from '../shared/calendar/calendar.ts';
import { defaultRules } from '../shared/calendar/rules.ts';
import type { Config } from './config.ts';
import { answerLocalToken } from './http/localToken.ts';
import { answerActivity } from './http/messages.ts';
import { answerScorecard } from './http/scorecard.ts';
import { startHttpServer } from './http/server.ts';
import { entraAuthority, localAuthority } from './http/tokenAuthority.ts';
import { startOverdueWatch } from './jobs/overdueWatch.ts';
import { startWorker } from './jobs/worker.ts';
import type { Services } from './services.ts';
import { openStore } from './store/store.ts';
import { TeamsAdapter } from './teams/adapter.ts';
import { createApp } from './teams/app.ts';
import { createMessenger } from './teams/messenger.ts';

export interface Zeven {
  readonly url: string;
  readonly services: Services;
  /** Finishes what is in flight, then ends. */
  stop(): Promise<void>;
}

/** Puts the whole program together and starts it. */
export async function startZeven(
  config: Config,
  { log, now = Temporal.Now.instant }: { log: Logger; now?: () => Temporal.Instant },
): Promise<Zeven> {
  const tenants = new Set(config.municipalities.keys());
  const store = await openStore(config.storage, (tenant) => config.municipalities.get(tenant) ?? '');
  const adapter = new TeamsAdapter(config.bot);
  const services: Services = {
    store,
    messenger: createMessenger(adapter, { now, log }),
    calendar: createCalendar(defaultRules),
    now,
  };

  const app = createApp({ adapter, tenants, language: config.language, services, log });
  const local = config.tab.kind === 'local' ? await localAuthority() : undefined;
  const authority = config.tab.kind === 'entra' ? entraAuthority(config.tab.audience) : local;
  if (authority === undefined) throw new Error('Nobody issues tokens for the tab');
  const worker = startWorker(services, log);
  const watch = startOverdueWatch([...tenants], services, log);
  const server = await startHttpServer(config, {
    messages: answerActivity(app.receive),
    scorecard: answerScorecard(authority, tenants, services, log),
    localToken: local && answerLocalToken(local, [...tenants]),
  });

  return {
    url: server.url,
    services,
    async stop() {
      await server.stop();
      await app.settle();
      await Promise.all([watch.stop(), worker.stop()]);
    },
  };
}

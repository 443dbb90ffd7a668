import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { createCalendar } from '../shared/calendar/calendar.ts';
import { defaultRules } from '../shared/calendar/rules.ts';
import { type Clock, steadyClock } from './clock.ts';
import type { Config } from './config.ts';
import { answerCallbacks } from './http/callbacks.ts';
import { answerFeedback } from './http/feedback.ts';
import { answerHealth } from './http/health.ts';
import { answerImport } from './http/importFile.ts';
import { answerImports } from './http/imports.ts';
import { answerLocalToken } from './http/localToken.ts';
import { answerActivity } from './http/messages.ts';
import { answerScorecard } from './http/scorecard.ts';
import { startHttpServer } from './http/server.ts';
import { entraAuthority, localAuthority } from './http/tokenAuthority.ts';
import { startAlertClock } from './jobs/alertClock.ts';
import { startImportFolder } from './jobs/importFolder.ts';
import { startOverdueWatch } from './jobs/overdueWatch.ts';
import { startPullImports } from './jobs/pullImports.ts';
import { startSweep } from './jobs/sweep.ts';
import { startWebsiteProbe } from './jobs/websiteProbe.ts';
import { startWorker } from './jobs/worker.ts';
import { checkWebsite } from './probe/checkWebsite.ts';
import { readWebsites } from './probe/readWebsites.ts';
import { recordMinute } from './probe/recordMinute.ts';
import type { Services } from './services.ts';
import { openStore } from './store/store.ts';
import { feedbackAddress, tabLinks } from './tabLinks.ts';
import { TeamsAdapter } from './teams/adapter.ts';
import { createApp } from './teams/app.ts';
import { createMessenger } from './teams/messenger.ts';
import { sendTurns } from './teams/sendTurns.ts';

export interface Zeven {
  readonly url: string;
  readonly services: Services;
  /** Finishes what is in flight, then ends. */
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly log: Logger;
  /** What time of day it is. Default: what the machine says. */
  readonly now?: () => Temporal.Instant;
  /** What waits for Teams' limits go by. Default: the machine's clock that only goes forward. */
  readonly clock?: Clock;
}

/** Puts the whole program together and starts it. */
export async function startZeven(
  config: Config,
  { log, now = Temporal.Now.instant, clock = steadyClock }: StartOptions,
): Promise<Zeven> {
  const tenants = new Set(config.municipalities.keys());
  const store = await openStore(config.storage, (tenant) => config.municipalities.get(tenant) ?? '');
  const adapter = new TeamsAdapter(config.bot);
  const turns = sendTurns(clock);
  const services: Services = {
    store,
    messenger: createMessenger(adapter, {
      turns,
      places: store.places,
      now,
      log,
      links: () => tabLinks(config.tab, server.url),
    }),
    calendar: createCalendar(defaultRules),
    now,
  };

  const app = createApp({
    adapter,
    tenants,
    language: config.language,
    services,
    turns,
    feedbackPage: () => feedbackAddress(config.tab, server.url),
    log,
  });
  const local = config.tab.kind === 'local' ? await localAuthority() : undefined;
  const authority = config.tab.kind === 'entra' ? entraAuthority(config.tab.audience) : local;
  if (authority === undefined) throw new Error('Nobody issues tokens for the tab');
  const door = { authority, tenants, log };
  const imports = answerImport({ ...door, importKeys: config.importKeys }, services);
  const server = await startHttpServer(config, {
    messages: answerActivity(app.receive),
    scorecard: answerScorecard(door, services),
    callbacks: answerCallbacks(door, services),
    imports: answerImports(door, services),
    importFile: imports.file,
    importMapping: imports.mapping,
    feedback: answerFeedback({ tenants, clock, log }, services),
    health: answerHealth(services, log),
    localToken: local && answerLocalToken(local, [...tenants]),
  });
  const worker = startWorker(services, log);
  const watch = startOverdueWatch([...tenants], services, log);
  const alerts = startAlertClock([...tenants], services, log);
  const sweep = startSweep([...tenants], services, log);

  const asking = { secret: config.secret, isLocal: config.tab.kind === 'local' };
  const pull = startPullImports([...tenants], asking, services, log);
  const folder =
    config.importFolder === undefined
      ? undefined
      : startImportFolder(config.importFolder, [...tenants], services, log);
  const probe = startWebsiteProbe(
    [...tenants],
    {
      readWebsites: (tenant) => readWebsites(tenant, services),
      check: checkWebsite,
      record: (tenant, website, at, isUp) => recordMinute(tenant, website, at, isUp, services),
      now,
    },
    log,
  );

  return {
    url: server.url,
    services,
    async stop() {
      await server.stop();
      await app.settle();
      const jobs = [alerts, watch, sweep, pull, probe, folder, worker].filter((job) => job !== undefined);
      await Promise.all(jobs.map((job) => job.stop()));
    },
  };
}

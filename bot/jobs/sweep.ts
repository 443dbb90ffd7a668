import type { Logger } from 'pino';
import { timeZone } from '../../shared/calendar/zone.ts';
import { settings } from '../../shared/settings.ts';
import { mendDays } from '../callback/mendDays.ts';
import { unshownCallbacks } from '../callback/unshownCallbacks.ts';
import { rollUpLately } from '../scorecard/rollUpLately.ts';
import type { Services } from '../services.ts';
import type { Round } from '../store/rounds.ts';

export interface Sweep {
  /** Resolves after the step at hand. */
  stop(): Promise<void>;
}

/**
 * Finds what does not follow from the facts as it should: a lost message, a crash, an outage. Every few
 * minutes the cards of open callbacks; every night all that follows from the last weeks. It runs in every
 * instance, and each round is made by one of them.
 */
export function startSweep(tenants: readonly string[], services: Services, log: Logger): Sweep {
  const { store, now } = services;
  let isStopping = false;
  let sweeping: Promise<void> | undefined;
  const timer = setInterval(() => {
    sweeping ??= sweep().finally(() => {
      sweeping = undefined;
    });
  }, settings.sweep.everySeconds * 1000);

  return {
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await sweeping;
    },
  };

  async function sweep(): Promise<void> {
    const slot = Math.floor(now().epochMilliseconds / 1000 / settings.sweep.everySeconds);
    for (const tenant of tenants) await make('cards', String(slot), tenant, nudgeUnshown(tenant, services));
    const night = nightOf(services);
    if (night === undefined) return;
    for (const tenant of tenants) await make('night', night, tenant, mend(tenant, services));
  }

  /** Makes a round of one municipality, step by step, unless it was made or another instance is at it. */
  async function make(
    round: Round,
    name: string,
    tenant: string,
    steps: AsyncGenerator<void>,
  ): Promise<void> {
    if (isStopping) return;
    const until = now().add({ minutes: settings.sweep.claimMinutes });
    try {
      if (!(await store.rounds.claim({ tenant, round, name }, now(), until))) return;
      for await (const _ of steps) if (isStopping) return await store.rounds.leave({ tenant, round, name });
      await store.rounds.finish({ tenant, round, name });
    } catch (error) {
      log.error({ err: error, tenant, round }, 'A sweep failed and is tried again');
    }
  }
}

async function* nudgeUnshown(tenant: string, services: Services): AsyncGenerator<void> {
  for (const { id } of await unshownCallbacks(tenant, services)) {
    yield;
    await services.store.work.nudge(tenant, id);
  }
}

async function* mend(tenant: string, services: Services): AsyncGenerator<void> {
  yield* mendDays(tenant, services);
  yield* rollUpLately(tenant, services);
}

/** The date of the night that it is now; undefined by day. */
function nightOf({ now }: Services): string | undefined {
  const { nightFromHour, nightUntilHour } = settings.sweep;
  const local = now().toZonedDateTimeISO(timeZone);
  const isNight = local.hour >= nightFromHour && local.hour < nightUntilHour;
  return isNight ? local.toPlainDate().toString() : undefined;
}

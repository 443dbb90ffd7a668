import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Callback, revisionOf } from '../../shared/callback/callback.ts';
import { type ContactId, dayOf } from '../../shared/contact/contactId.ts';
import type { FactKind } from '../../shared/fact/factKind.ts';
import { settings } from '../../shared/settings.ts';
import { backoff } from '../backoff.ts';
import type { Shown } from '../callback/bringUpToDate.ts';
import { showCallback } from '../callback/showCallback.ts';
import { rollUpDay } from '../scorecard/rollUpDay.ts';
import { rollUpFacts } from '../scorecard/rollUpFacts.ts';
import type { Services } from '../services.ts';
import type { ContactWork, FiguresWork, ReceivedWork, Work } from '../store/workQueue.ts';
import { coalesce } from './coalesce.ts';

export interface Worker {
  /** Finishes what is at hand and takes nothing new. */
  stop(): Promise<void>;
}

/** Takes work from the queue: makes Teams, the due index and the figures follow the facts. */
export function startWorker(services: Services, log: Logger): Worker {
  const { work } = services.store;
  const stopping = new AbortController();
  let wake = new AbortController();
  work.onReleased(() => wake.abort());
  const inFlight = new Set<Promise<void>>();
  const rollUp = coalesce((key) => {
    const [tenant = '', day = ''] = key.split(' ');
    return rollUpDay(tenant, day, services);
  });
  const rollUpKind = coalesce((key) => {
    const { tenant, figures, days }: Pick<FiguresWork, 'tenant' | 'figures' | 'days'> = JSON.parse(key);
    return rollUpFacts(tenant, figures, days, services);
  });
  const running = run();

  return {
    async stop() {
      stopping.abort();
      await running;
      await Promise.all(inFlight);
    },
  };

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      wake = new AbortController();
      const received = await receive();
      for (const one of received) track(handle(one));
      if (received.length === 0) await pause();
      while (inFlight.size >= settings.work.sideBySide) await Promise.race(inFlight);
    }
  }

  async function receive(): Promise<ReceivedWork[]> {
    try {
      return await work.receive();
    } catch (error) {
      log.error({ err: error }, 'The work queue is out of reach');
      return [];
    }
  }

  async function pause(): Promise<void> {
    const signal = AbortSignal.any([wake.signal, stopping.signal]);
    await sleep(settings.work.pollSeconds * 1000, undefined, { signal }).catch(() => undefined);
  }

  function track(handling: Promise<void>): void {
    inFlight.add(handling);
    void handling.finally(() => inFlight.delete(handling));
  }

  async function handle(received: ReceivedWork): Promise<void> {
    const { work } = received;
    try {
      await settle(received, await ('contact' in work ? follow(work) : computeFigures(work)));
    } catch (error) {
      log.warn({ err: error, ...subjectOf(work) }, 'A look failed and is tried again');
      await settle(received, { kind: 'later', seconds: undefined }).catch(() => undefined);
    }
  }

  async function follow(work: ContactWork): Promise<Shown> {
    // Both to their end, whichever fails: nothing goes on that `stop` does not wait for.
    const looking = lookAt(work, services);
    const [rolledUp] = await Promise.allSettled([rollUp(`${work.tenant} ${dayOf(work.contact)}`), looking]);
    if (rolledUp.status === 'rejected') throw rolledUp.reason;
    return looking;
  }

  async function computeFigures({ tenant, figures, days }: FiguresWork): Promise<Shown> {
    await rollUpKind(JSON.stringify({ tenant, figures, days }));
    return { kind: 'shown' };
  }

  async function settle(received: ReceivedWork, shown: Shown): Promise<void> {
    switch (shown.kind) {
      case 'shown':
        return work.finish(received);
      case 'refused':
        return giveUp(received, 'Teams will never take it');
      case 'later':
        if (received.work.isOnce) return work.finish(received);
        if (shown.seconds !== undefined) return work.wait(received, shown.seconds);
        if (received.tries >= settings.work.tries) return giveUp(received, 'it failed too often');
        return work.postpone(received, pauseAfter(received));
    }
  }

  async function giveUp(received: ReceivedWork, why: string): Promise<void> {
    log.error({ ...subjectOf(received.work), why }, 'Work was given up and set aside');
    await work.giveUp(received);
  }
}

/** What a line in the log says that the work is about. */
function subjectOf(work: Work): { contact: ContactId } | { figures: FactKind } {
  return 'contact' in work ? { contact: work.contact } : { figures: work.figures };
}

/** In whole seconds, as the queue takes them. */
function pauseAfter({ tries }: ReceivedWork): number {
  const { firstPause, longestPause } = settings.work;
  return Math.round(backoff(tries, { first: firstPause, longest: longestPause }));
}

/** Brings what follows from one registration in line with it. */
async function lookAt({ tenant, contact }: ContactWork, services: Services): Promise<Shown> {
  const callback = await indexed(tenant, contact, services);
  // Announced, but its write never came: nothing happened.
  return callback === undefined ? { kind: 'shown' } : showCallback(tenant, callback, services);
}

/**
 * The callback, when the due index says of it what its row says. Read again after every write: who looked
 * earlier and writes later would otherwise leave a finished callback open in the index.
 */
async function indexed(
  tenant: string,
  contact: ContactId,
  { store }: Services,
): Promise<Callback | undefined> {
  let callback = (await store.contacts.read(tenant, contact))?.callback;
  for (;;) {
    if (callback === undefined) return undefined;
    await store.due.follow(tenant, callback);
    const now: Callback | undefined = (await store.contacts.read(tenant, contact))?.callback;
    if (now !== undefined && revisionOf(now) === revisionOf(callback)) return callback;
    callback = now;
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { dayOf } from '../../shared/contact/contactId.ts';
import { type Shown, showCallback } from '../callback/showCallback.ts';
import { rollUpDay } from '../scorecard/rollUpDay.ts';
import type { Services } from '../services.ts';
import type { ReceivedWork, Work } from '../store/workQueue.ts';
import { coalesce } from './coalesce.ts';

/** How long an idle worker waits before it looks for other instances' work, in milliseconds. */
const pollInterval = 1000;
/** How much is looked at side by side: a channel that answers slowly does not hold up the others. */
const maxInFlight = 64;
/** After so many failed looks a person must look. */
const maxTries = 12;
/** The longest pause between two tries, in seconds. */
const longestPause = 300;

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
      while (inFlight.size >= maxInFlight) await Promise.race(inFlight);
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
    await sleep(pollInterval, undefined, { signal }).catch(() => undefined);
  }

  function track(handling: Promise<void>): void {
    inFlight.add(handling);
    void handling.finally(() => inFlight.delete(handling));
  }

  async function handle(received: ReceivedWork): Promise<void> {
    const { tenant, contact } = received.work;
    try {
      // Both to their end, whichever fails: nothing goes on that `stop` does not wait for.
      const looking = lookAt(received.work, services);
      const [rolledUp] = await Promise.allSettled([rollUp(`${tenant} ${dayOf(contact)}`), looking]);
      if (rolledUp.status === 'rejected') throw rolledUp.reason;
      await settle(received, await looking);
    } catch (error) {
      log.warn({ err: error, contact }, 'A look failed and is tried again');
      await settle(received, { kind: 'later', seconds: undefined }).catch(() => undefined);
    }
  }

  async function settle(received: ReceivedWork, shown: Shown): Promise<void> {
    if (shown.kind === 'shown') return work.finish(received);
    if (received.tries >= maxTries) {
      log.error({ contact: received.work.contact }, 'Work was given up and set aside');
      return work.giveUp(received);
    }
    return work.postpone(received, shown.seconds ?? Math.min(2 ** received.tries, longestPause));
  }
}

/** Brings what follows from one registration in line with it. */
async function lookAt({ tenant, contact }: Work, services: Services): Promise<Shown> {
  const registered = await services.store.contacts.read(tenant, contact);
  // Announced, but its write never came: nothing happened.
  if (registered?.callback === undefined) return { kind: 'shown' };
  await services.store.due.follow(tenant, registered.callback);
  return showCallback(tenant, registered.callback, services);
}

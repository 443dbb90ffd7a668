import { pino } from 'pino';
import { vi } from 'vitest';
import { sendAlerts } from '../../../bot/alert/sendAlerts.ts';
import { showCallback } from '../../../bot/callback/showCallback.ts';
import type { Services } from '../../../bot/services.ts';
import type { Place } from '../../../bot/store/places.ts';
import { openStore, type Store } from '../../../bot/store/store.ts';
import { TeamsAdapter } from '../../../bot/teams/adapter.ts';
import { createMessenger } from '../../../bot/teams/messenger.ts';
import { sendTurns } from '../../../bot/teams/sendTurns.ts';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import { defaultRules } from '../../../shared/calendar/rules.ts';
import type { Callback } from '../../../shared/callback/callback.ts';
import type { Person } from '../../../shared/person.ts';
import { settings } from '../../../shared/settings.ts';
import { TENANT } from '../../rig/activities.ts';
import { testStorage } from '../../rig/azurite.ts';
import { type FakeConnector, startConnector } from '../../rig/fakeConnector.ts';
import { simulatedClock } from '../../rig/simulatedClock.ts';
import { watchFetches } from '../../rig/watchFetches.ts';
import { local } from '../../shared/alert/openCallbacks.ts';
import { inFlight } from './inFlight.ts';
import type { Told } from './observer.ts';
import { dayOf } from './plainDays.ts';
import { readPosts } from './posts.ts';
import type { Story } from './story.ts';
import { writeStories } from './writeStories.ts';

/**
 * A municipality on a simulated clock: real storage, and the real use cases and messenger, over HTTP to a
 * Teams that enforces its limits.
 */
export interface House {
  readonly connector: FakeConnector;
  readonly store: Store;
  /** All that the bot posted, in order. */
  told(): Told[];
  /** Where a department's channel is. */
  channel(department: string): Place;
  /**
   * Lets time go by from look to look. What happened to the callbacks in between is in storage before each.
   * At every look each instance does what its alert clock does, and again until nothing is left for later.
   */
  live(stories: readonly Story[], looks: readonly string[]): Promise<void>;
  /** The same for one look, while the cards of all callbacks of that day go out too, as a worker has it done. */
  liveWithCards(stories: readonly Story[], moment: string): Promise<void>;
  stop(): Promise<void>;
}

export interface HouseOptions {
  readonly departments: readonly string[];
  /** Who leads a department; their chats are known. */
  readonly leads?: Readonly<Record<string, Person>>;
  /** In which team a department's channel is. Default: all in one. */
  readonly teamOf?: (department: string) => string;
  /** When time begins. */
  readonly start: string;
  /** Default: 1. */
  readonly instances?: number;
}

export async function startHouse(options: HouseOptions): Promise<House> {
  const { departments, leads = {}, teamOf = () => 'gemeente', start, instances: count = 1 } = options;
  const startsAt = local(start);
  const storage = inFlight();
  const isFetching = watchFetches();
  const clock = simulatedClock(() => isFetching() || storage.isBusy());
  const now = () => startsAt.add({ milliseconds: Math.ceil(clock.now()) });
  const connector = await startConnector({ enforcesLimits: true, now: clock.now });
  const config = { kind: 'connectionString', ...testStorage() } as const;
  const first = await openInstance();
  const others = await Promise.all(Array.from({ length: count - 1 }, openInstance));
  const instances = [first, ...others];
  const { store } = first;
  let writtenUntil = '';

  await Promise.all(
    departments.map(async (id) => {
      await store.municipalities.putDepartment(TENANT, { id, name: id, lead: leads[id] });
      await store.places.put(TENANT, channel(id));
      await store.places.link(TENANT, id, id);
    }),
  );
  for (const { id, name } of Object.values(leads)) {
    const chat = { ...channel(name), kind: 'person', person: id, team: '' } as const;
    await store.places.put(TENANT, chat);
  }

  return {
    connector,
    store,
    told: () => readPosts(connector.calls, startsAt),
    channel,
    async live(stories, looks) {
      for (const moment of looks) {
        await itBecomes(moment, stories);
        await clock.until(Promise.all(instances.map(look)));
      }
    },
    async liveWithCards(stories, moment) {
      await itBecomes(moment, stories);
      const registered = await store.contacts.readDay(TENANT, dayOf(moment));
      const callbacks = [...registered].flatMap(({ callback }) => callback ?? []);
      await clock.until(Promise.all([look(first), showAll(callbacks)]));
    },
    async stop() {
      await connector.stop();
      vi.restoreAllMocks();
    },
  };

  async function look(services: Services): Promise<void> {
    while ((await sendAlerts(TENANT, services)).kind === 'later') {
      await clock.sleep(settings.alert.lookEvery * 1000);
    }
  }

  async function itBecomes(moment: string, stories: readonly Story[]): Promise<void> {
    await pass(local(moment).since(now()).total('milliseconds'));
    await writeStories(stories, { after: writtenUntil, upTo: moment }, store);
    writtenUntil = moment;
  }

  async function showAll(callbacks: readonly Callback[]): Promise<void> {
    const waiting = callbacks.values();
    await Promise.all(Array.from({ length: settings.work.sideBySide }, work));

    async function work(): Promise<void> {
      for (const callback of waiting) await show(callback);
    }
  }

  async function show(callback: Callback): Promise<void> {
    for (;;) {
      const shown = await showCallback(TENANT, callback, first);
      if (shown.kind !== 'later') return;
      await clock.sleep((shown.seconds ?? settings.work.firstPause) * 1000);
    }
  }

  async function pass(ms: number): Promise<void> {
    if (ms > 0) await clock.until(clock.sleep(ms));
  }

  async function openInstance(): Promise<Services> {
    const store = storage.watch(await openStore(config, () => 'Gemeente Testdam'));
    const messenger = createMessenger(new TeamsAdapter({ kind: 'anonymous' }), {
      turns: sendTurns(clock, () => 1),
      places: store.places,
      log: pino({ level: 'silent' }),
      now,
      links: () => ({ scorecard: 'https://zeven.test/', callbacks: 'https://zeven.test/' }),
    });
    return { store, messenger, calendar: createCalendar(defaultRules), now };
  }

  /** A channel goes by the name of its department, so that tests read well. */
  function channel(department: string): Place {
    return {
      kind: 'channel',
      conversation: department,
      person: '',
      team: teamOf(department),
      serviceUrl: connector.serviceUrl,
      botId: '28:bot',
    };
  }
}

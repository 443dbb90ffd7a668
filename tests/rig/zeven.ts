import { pino } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import { startZeven, type Zeven } from '../../bot/server.ts';
import { openStore, type Store } from '../../bot/store/store.ts';
import { testMunicipality } from '../shared/municipality.ts';
import {
  type Activity,
  type Answered,
  channel,
  conversationOf,
  execute,
  inChannel,
  inChat,
  message,
  person,
  type Scene,
  send,
  TENANT,
} from './activities.ts';
import { type TestStorage, testStorage } from './azurite.ts';
import { type FakeConnector, type StandingCard, startConnector } from './fakeConnector.ts';

/** The whole bot over HTTP, on storage of its own, against a fake Bot Connector. */
export interface TestZeven {
  readonly url: string;
  readonly zeven: Zeven;
  readonly store: Store;
  readonly connector: FakeConnector;
  readonly kaatje: Scene;
  readonly grondzaken: Scene;
  readonly vergunningen: Scene;
  send(activity: Activity): Promise<Answered>;
  /** Types in a chat or channel and gives the newest card that stands there then. */
  type(scene: Scene, text: string): Promise<StandingCard>;
  /** Clicks a button of a card with these inputs filled in; gives the bot's answer to the click. */
  click(scene: Scene, card: StandingCard, title: string, inputs?: object): Promise<ClickAnswer>;
  stop(): Promise<void>;
}

export interface ClickAnswer {
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the bot answered.
  readonly value: any;
}

interface TestOptions {
  readonly now?: () => Temporal.Instant;
  /** Default: storage of its own in the run's Azurite. */
  readonly storage?: TestStorage;
  /** That of another instance, which stops it. Default: a connector of its own. */
  readonly connector?: FakeConnector;
}

/** By which another system brings files to the test municipality. */
export const testImportKey = 'k'.repeat(40);

export async function startTestZeven({
  now,
  storage: { connectionString, prefix } = testStorage(),
  connector: shared,
}: TestOptions = {}): Promise<TestZeven> {
  const connector = shared ?? (await startConnector());
  const storage = { kind: 'connectionString', connectionString, prefix } as const;
  const store = await openStore(storage, () => testMunicipality.name);
  for (const department of testMunicipality.departments) {
    await store.municipalities.putDepartment(TENANT, department);
  }
  for (const process of testMunicipality.processes) await store.municipalities.putProcess(TENANT, process);
  const zeven = await startZeven(
    {
      host: '127.0.0.1',
      port: 0,
      logLevel: 'silent',
      storage,
      bot: { kind: 'anonymous' },
      tab: { kind: 'local' },
      language: undefined,
      importFolder: undefined,
      importKeys: new Map([[TENANT, testImportKey]]),
      secret: () => undefined,
      municipalities: new Map([[TENANT, testMunicipality.name]]),
    },
    { log: pino({ level: process.env['ZEVEN_TEST_LOG'] ?? 'silent' }), ...(now && { now }) },
  );
  const gijs = person(2, 'Gijs Grondvast');

  return {
    url: zeven.url,
    zeven,
    store,
    connector,
    kaatje: inChat(connector, person(1, 'Kaatje Contactlijn')),
    grondzaken: inChannel(connector, gijs, channel(1, 'Grondzaken')),
    vergunningen: inChannel(connector, gijs, channel(2, 'Vergunningen')),
    send: (activity) => send(zeven.url, activity),
    async type(scene, text) {
      await send(zeven.url, message(scene, text));
      return newestCard(connector, scene);
    },
    async click(scene, card, title, inputs = {}) {
      const action = findAction(card.card, title);
      const data = { ...action.data, ...inputs };
      const { body } = await send(
        zeven.url,
        execute(scene, { activityId: card.id, verb: action.verb, data }),
      );
      return body;
    },
    async stop() {
      await zeven.stop();
      if (shared === undefined) await connector.stop();
    },
  };
}

function newestCard(connector: FakeConnector, scene: Scene): StandingCard {
  const card = connector.cards(conversationOf(scene)).at(-1);
  if (card === undefined) throw new Error('No card stands here');
  return card;
}

interface Action {
  readonly verb: string;
  readonly data: object;
}

/** The button with this title, wherever it is in the card. */
function findAction(card: unknown, title: string): Action {
  const found = search(card);
  if (found === undefined) throw new Error(`The card has no button "${title}": ${JSON.stringify(card)}`);
  return found;

  function search(part: unknown): Action | undefined {
    if (typeof part !== 'object' || part === null) return undefined;
    if ('type' in part && part.type === 'Action.Execute' && 'title' in part && part.title === title) {
      return part as unknown as Action;
    }
    for (const inner of Object.values(part)) {
      const action = search(inner);
      if (action !== undefined) return action;
    }
    return undefined;
  }
}

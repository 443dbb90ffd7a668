import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  channel,
  conversationOf,
  fetchTask,
  installation,
  message,
  type Scene,
  send,
  TENANT,
} from '../rig/activities.ts';
import { type TestStorage, testStorage } from '../rig/azurite.ts';
import { askCallback, cardIn, linkBoth } from '../rig/callbacks.ts';
import { wordsOn } from '../rig/cardWords.ts';
import { botRemoved, type StandingCard, type Trouble } from '../rig/fakeConnector.ts';
import { startTestZeven, type TestZeven } from '../rig/zeven.ts';

let storage: TestStorage;
let houses: TestZeven[];
let house: TestZeven;

beforeEach(async () => {
  storage = testStorage();
  house = await startTestZeven({ storage });
  houses = [house];
  await linkBoth(house);
});
afterEach(async () => {
  for (const one of houses.toReversed()) await one.stop();
});

/** Another instance of the bot, beside the first. */
async function anotherInstance(): Promise<TestZeven> {
  const other = await startTestZeven({ storage, connector: house.connector });
  houses.push(other);
  return other;
}

function cardsIn(scene: Scene): readonly StandingCard[] {
  return house.connector.cards(conversationOf(scene));
}

function callsTo(scene: Scene) {
  return house.connector.calls.filter(({ conversationId }) => conversationId === conversationOf(scene));
}

async function health(): Promise<{ status: string; work: number; poison: number }> {
  const response = await fetch(new URL('/api/health', house.url));
  expect(response.status).toBe(200);
  return response.json();
}

const idle = () => expect.poll(async () => (await health()).work, { timeout: 10_000 }).toBe(0);

/** The team throws the bot out: it notices when it wants to post a card there. */
async function removeBotFrom(scene: Scene, department: string, subject: string): Promise<void> {
  house.connector.trouble(botRemoved, { inside: conversationOf(scene) });
  await askCallback(house, { department, subject });
  await expect.poll(() => house.store.places.isParked(TENANT, conversationOf(scene))).toBe(true);
  await idle();
}

describe('a channel that the bot was removed from', () => {
  beforeEach(() => removeBotFrom(house.grondzaken, 'grondzaken', 'Berm'));

  it('is left alone: what is asked now waits, and is not even tried', async () => {
    const before = callsTo(house.grondzaken).length;
    await askCallback(house, { subject: 'Dakkapel' });
    await idle();
    expect(callsTo(house.grondzaken)).toHaveLength(before);
    expect((await health()).poison).toBe(0);
  });

  it('counts as none: who registers is told that it waits', async () => {
    const { receipt } = await askCallback(house, { subject: 'Dakkapel' });
    expect(wordsOn(receipt.card)).toContain('Grondzaken heeft nog geen kanaal');
  });

  it('gets everything when the bot is installed again', async () => {
    await askCallback(house, { subject: 'Dakkapel' });
    await house.send(installation(house.grondzaken, 'add'));
    await cardIn(house, house.grondzaken, 'Berm');
    await cardIn(house, house.grondzaken, 'Dakkapel');
  });

  it('also when another channel of its team is where the bot is heard of first', async () => {
    await house.send(message(house.vergunningen, 'help'));
    await cardIn(house, house.grondzaken, 'Berm');
  });

  it('also when another instance hears of it', async () => {
    const other = await anotherInstance();
    await send(other.url, installation(house.grondzaken, 'add'));
    await cardIn(house, house.grondzaken, 'Berm');
    expect(await house.store.places.isParked(TENANT, conversationOf(house.grondzaken))).toBe(false);
  });

  it('is given up for the next channel that is linked to the department', async () => {
    const elsewhere = { ...house.grondzaken, channel: channel(3, 'Elders', 'Ander team') };
    await house.send(message(elsewhere, 'koppel Grondzaken'));
    await cardIn(house, elsewhere, 'Berm');
  });
});

it('a message extension that is used where the bot was removed does not bring it back', async () => {
  await removeBotFrom(house.grondzaken, 'grondzaken', 'Berm');
  await house.send(fetchTask(house.grondzaken, { commandId: 'registerContact' }));
  expect(await house.store.places.isParked(TENANT, conversationOf(house.grondzaken))).toBe(true);
});

describe('a card that Teams', () => {
  it.each<[what: string, trouble: Trouble]>([
    ['finds too big', { kind: 'refuse', status: 413 }],
    ['finds wrong', { kind: 'refuse', status: 400 }],
    ['breaks on', { kind: 'refuse', status: 500 }],
  ])('%s is tried once, and then it is for a person to look at', async (_, trouble) => {
    const inside = conversationOf(house.grondzaken);
    const before = callsTo(house.grondzaken).length;
    house.connector.trouble(trouble, { inside, times: 5 });
    await askCallback(house);
    await expect.poll(health).toEqual({ status: 'degraded', work: 0, poison: 1 });
    expect(callsTo(house.grondzaken)).toHaveLength(before + 1);
  });

  it('could not take at first stands there once all the same', async () => {
    const inside = conversationOf(house.grondzaken);
    house.connector.trouble({ kind: 'refuse', status: 503 }, { inside, times: 2 });
    await askCallback(house);
    await cardIn(house, house.grondzaken, 'Berm', 10_000);
    await idle();
    expect(cardsIn(house.grondzaken)).toHaveLength(1);
    expect(await health()).toEqual({ status: 'ok', work: 0, poison: 0 });
  });
});

it('two instances post the card of each callback once', async () => {
  const other = await anotherInstance();
  const subjects = Array.from({ length: 8 }, (_, index) => `Vraag nummer ${index}`);
  for (const [index, subject] of subjects.entries()) {
    await askCallback(index % 2 === 0 ? house : other, { subject });
  }
  for (const subject of subjects) await cardIn(house, house.grondzaken, subject, 15_000);
  await idle();
  expect(cardsIn(house.grondzaken)).toHaveLength(subjects.length);
});

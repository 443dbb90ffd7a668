import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Delivery, Message, Messenger } from '../../../bot/messenger.ts';
import type { Place } from '../../../bot/store/places.ts';
import { TeamsAdapter } from '../../../bot/teams/adapter.ts';
import { createMessenger } from '../../../bot/teams/messenger.ts';
import { sendTurns } from '../../../bot/teams/sendTurns.ts';
import { callbackDeadline } from '../../../shared/calendar/deadline.ts';
import { settings } from '../../../shared/settings.ts';
import { TENANT } from '../../rig/activities.ts';
import { citizenData } from '../../rig/cardWords.ts';
import {
  blockedByUser,
  botRemoved,
  type ConnectorOptions,
  type FakeConnector,
  outage,
  startConnector,
  type Trouble,
  throttled,
} from '../../rig/fakeConnector.ts';
import { type TestServices, testServices } from '../../rig/services.ts';
import { type SimulatedClock, simulatedClock } from '../../rig/simulatedClock.ts';
import { watchFetches } from '../../rig/watchFetches.ts';
import { testMunicipality as municipality } from '../../shared/municipality.ts';
import { someCallback } from '../registered.ts';

let clock: SimulatedClock;
let connector: FakeConnector;
let services: TestServices;
let messenger: Messenger;
let logged: string[];

beforeEach(async () => {
  await start();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await connector.stop();
});

async function start(options: Pick<ConnectorOptions, 'enforcesLimits'> = {}): Promise<void> {
  clock = simulatedClock(watchFetches());
  connector = await startConnector({ ...options, now: clock.now });
  services = await testServices();
  logged = [];
  messenger = createMessenger(new TeamsAdapter({ kind: 'anonymous' }), {
    turns: sendTurns(clock, () => 1),
    places: services.store.places,
    log: pino({ level: 'info' }, { write: (line) => void logged.push(line) }),
    now: services.now,
    links: () => ({ scorecard: 'https://zeven.test/', callbacks: 'https://zeven.test/' }),
  });
}

function channel(number = 1): Place {
  return {
    kind: 'channel',
    conversation: `19:${number}@thread.tacv2`,
    person: '',
    team: '19:team@thread.tacv2',
    serviceUrl: connector.serviceUrl,
    botId: '28:bot',
  };
}

/** @param note that makes it as long as one likes. */
function message(note = ''): Message {
  const { callback } = someCallback();
  if (callback === undefined) return expect.fail('A callback was asked');
  const [{ at }] = callback.steps;
  const deadline = callbackDeadline(services.calendar, at, 2);
  return { kind: 'callback', callback: { ...callback, note }, deadline, municipality, standing: 'current' };
}

const post = (place = channel()) => messenger.post(TENANT, place, message());
const update = (place = channel()) => messenger.update(TENANT, place, '1700000000000', message());
const isParked = ({ conversation }: Place) => services.store.places.isParked(TENANT, conversation);

const refuse = (status: number, code?: string): Trouble => ({
  kind: 'refuse',
  status,
  ...(code && { code }),
});

describe('a message', () => {
  it('that Teams takes is delivered, and can be updated', async () => {
    const delivery = await post();
    if (delivery.kind !== 'delivered') return expect.fail(delivery.kind);
    const updated = await messenger.update(TENANT, channel(), delivery.activity, message());
    expect(updated).toEqual(delivery);
    expect(connector.cards(channel().conversation)).toMatchObject([{ id: delivery.activity, version: 2 }]);
  });

  it('says to which tenant it goes, without which Teams may refuse it', async () => {
    await post();
    expect(connector.calls[0]?.body.conversation).toMatchObject({ tenantId: TENANT });
  });

  it.each<[what: string, trouble: Trouble, expected: Delivery]>([
    ['429 with Retry-After', throttled(7), { kind: 'later', seconds: 7 }],
    ['429 without it', throttled(), { kind: 'later', seconds: 2 }],
    ['412', outage(412), { kind: 'later', seconds: undefined }],
    ['502', outage(502), { kind: 'later', seconds: undefined }],
    ['503', outage(503), { kind: 'later', seconds: undefined }],
    ['504', outage(504), { kind: 'later', seconds: undefined }],
    ['a broken connection', { kind: 'drop' }, { kind: 'later', seconds: undefined }],
    ['403, the bot was removed', botRemoved, { kind: 'away' }],
    ['403, the bot was shut out', refuse(403, 'BotDisabledByAdmin'), { kind: 'away' }],
    ['403, the reader blocked it', blockedByUser, { kind: 'gone' }],
    ['404, there is no such channel', refuse(404, 'ConversationNotFound'), { kind: 'away' }],
    ['400', refuse(400), { kind: 'refused' }],
    ['401', refuse(401), { kind: 'refused' }],
    ['405', refuse(405), { kind: 'refused' }],
    ['500', outage(500), { kind: 'refused' }],
  ])('is sent once, and not again by itself: %s', async (_, trouble, expected) => {
    connector.trouble(trouble);
    expect(await post()).toEqual(expected);
    expect(connector.calls).toHaveLength(1);
    expect(await isParked(channel())).toBe(expected.kind === 'away');
  });

  it('whose connection breaks may have been posted all the same', async () => {
    connector.trouble({ kind: 'drop' });
    await post();
    expect(connector.cards(channel().conversation)).toHaveLength(1);
  });

  it('that gets no answer is given up after a while', async () => {
    vi.spyOn(settings.delivery, 'answerSeconds', 'get').mockReturnValue(0.2 as 10);
    await connector.stop();
    await start();
    connector.trouble({ kind: 'hang' });
    expect(await post()).toEqual({ kind: 'later', seconds: undefined });
  });

  it('that is too big is refused', async () => {
    expect(await messenger.post(TENANT, channel(), message('x'.repeat(60_000)))).toEqual({ kind: 'refused' });
    expect(connector.calls.map(({ answered }) => answered)).toEqual([413]);
  });

  it('that cannot even be drawn is a mistake of ours, and not of Teams', async () => {
    const broken = { ...message(), deadline: undefined } as unknown as Message;
    await expect(messenger.post(TENANT, channel(), broken)).rejects.toThrow();
    expect(connector.calls).toEqual([]);
  });
});

describe('an update of a message that was deleted', () => {
  it('says so, and the channel is not parked', async () => {
    expect(await update()).toEqual({ kind: 'gone' });
    expect(await isParked(channel())).toBe(false);
  });
});

describe('the log', () => {
  it('has what was refused for good as an error, with status and code', async () => {
    connector.trouble(refuse(400, 'BadSyntax'));
    await post();
    const [line = ''] = logged;
    expect(JSON.parse(line)).toMatchObject({ level: 50, status: 400, code: 'BadSyntax', what: 'callback' });
  });

  it('has nothing of the citizen', async () => {
    for (const trouble of [refuse(400), throttled(), botRemoved, { kind: 'drop' } as const]) {
      connector.trouble(trouble);
      await post(channel(logged.length));
    }
    expect(logged).toHaveLength(4);
    expect(logged.join('')).not.toMatch(citizenData);
  });
});

describe('after a 429', () => {
  it('nothing is sent to that conversation until its time is up, whoever sends it', async () => {
    connector.trouble(throttled(7));
    await post();
    expect(await post()).toEqual({ kind: 'later', seconds: 7 });
    expect(await update()).toEqual({ kind: 'later', seconds: 7 });
    expect(await post(channel(2))).toMatchObject({ kind: 'delivered' });
    expect(connector.calls).toHaveLength(2);
    await clock.until(clock.sleep(7_000));
    expect(await post()).toMatchObject({ kind: 'delivered' });
  });
});

it('a hang in one channel does not hold up another', async () => {
  connector.trouble({ kind: 'hang' });
  const hanging = post();
  await connector.until(() => connector.calls.length === 1, 'the call hangs');
  expect(await post(channel(2))).toMatchObject({ kind: 'delivered' });
  connector.mend();
  expect(await hanging).toEqual({ kind: 'later', seconds: undefined });
});

it('a burst of 30 cards to each of 60 departments keeps the limits that Teams enforces', async () => {
  await connector.stop();
  await start({ enforcesLimits: true });
  const places = Array.from({ length: 60 }, (_, number) => channel(number));
  /** As the worker does. */
  const deliver = async (place: Place): Promise<void> => {
    for (;;) {
      const delivery = await post(place);
      if (delivery.kind === 'delivered') return;
      if (delivery.kind !== 'later') return expect.fail(delivery.kind);
      await clock.sleep((delivery.seconds ?? 0) * 1000);
    }
  };
  const cards = places.flatMap((place) => Array.from({ length: 30 }, () => deliver(place)));
  await clock.until(Promise.all(cards));
  expect(connector.violations).toEqual([]);
  expect(connector.calls.filter(({ answered }) => answered !== 201)).toEqual([]);
  expect(places.every(({ conversation }) => connector.cards(conversation).length === 30)).toBe(true);
  // 1,800 cards, 50 a second: nothing is faster, and this is hardly slower.
  expect(clock.now()).toBeLessThanOrEqual(35_000 * 1.05);
}, 60_000);

describe('a chat with a person', () => {
  const kaatje = { id: '7e000000-0000-4000-8000-000000000001' };
  const openChat = () => messenger.openChat(TENANT, kaatje, channel());

  it('is opened, and something can be posted there', async () => {
    const opening = await openChat();
    if (opening.kind !== 'opened') return expect.fail(opening.kind);
    expect(opening.place).toMatchObject({ kind: 'person', person: kaatje.id, team: '' });
    expect(connector.calls[0]?.body).toMatchObject({ members: [{ id: kaatje.id }], tenantId: TENANT });
    await post(opening.place);
    expect(connector.cards(opening.place.conversation)).toHaveLength(1);
  });

  it('is asked for with a token for Teams, and not for nothing, which nobody gives out', async () => {
    const creating = vi.spyOn(TeamsAdapter.prototype, 'createConversationAsync');
    await openChat();
    expect(creating.mock.calls[0]?.[3]).toBe('https://api.botframework.com');
  });

  it.each<[what: string, trouble: Trouble, expected: object]>([
    ['the bot is not installed for them', refuse(403, 'BotNotInConversationRoster'), { kind: 'away' }],
    ['they blocked it', blockedByUser, { kind: 'gone' }],
    ['nobody knows them', refuse(404), { kind: 'away' }],
    ['they are not a person', refuse(400, 'BadArgument'), { kind: 'refused' }],
    ['Teams is busy', throttled(7), { kind: 'later', seconds: 7 }],
    ['Teams is out of reach', outage(503), { kind: 'later', seconds: undefined }],
  ])('is not opened when %s', async (_, trouble, expected) => {
    connector.trouble(trouble);
    expect(await openChat()).toEqual(expected);
    expect(connector.calls).toHaveLength(1);
  });
});

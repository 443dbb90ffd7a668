import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker, type Worker } from '../../../bot/jobs/worker.ts';
import type { Delivery } from '../../../bot/messenger.ts';
import { openStorage } from '../../../bot/store/storage.ts';
import { withStep } from '../../../shared/callback/callback.ts';
import type { ContactId } from '../../../shared/contact/contactId.ts';
import type { Registered } from '../../../shared/contact/register.ts';
import { type TestStorage, testStorage } from '../../rig/azurite.ts';
import { readMonth } from '../../rig/readMonth.ts';
import { type TestServices, testServices } from '../../rig/services.ts';
import { someCallback, someId, someRegistration } from '../registered.ts';

const tenant = 'waterland';

let storage: TestStorage;
let services: TestServices;
let worker: Worker | undefined;
/** What Teams answers to a post, one after another; the last one for ever. */
let deliveries: Delivery[];
/** The pauses that were asked for after a failed try, in seconds. */
let pauses: number[];
/** The same for what only had to wait. */
let waits: number[];
let logged: string[];

beforeEach(async () => {
  storage = testStorage();
  deliveries = [{ kind: 'delivered', activity: '1' }];
  pauses = [];
  waits = [];
  logged = [];
  services = await testServices({
    storage,
    messenger: {
      post: async () => (deliveries.length > 1 ? deliveries.shift() : deliveries[0]) ?? expect.fail(),
      update: () => expect.fail('Nothing is updated here'),
      openChat: () => expect.fail('No chat is opened here'),
    },
  });
  const place = {
    kind: 'channel',
    conversation: '19:1',
    person: '',
    team: '',
    serviceUrl: 'http://x/',
    botId: '28:1',
  };
  await services.store.places.put(tenant, { ...place, kind: 'channel' });
  await services.store.places.link(tenant, 'grondzaken', '19:1');
  hurry();
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  vi.restoreAllMocks();
});

/** Notes every pause, and skips it. */
function hurry(): void {
  const { work } = services.store;
  const { postpone, wait, onReleased } = work;
  let wake = (): void => undefined;
  vi.spyOn(work, 'onReleased').mockImplementation((listener) => {
    wake = listener;
    onReleased(listener);
  });
  vi.spyOn(work, 'postpone').mockImplementation(async (received, seconds) => {
    pauses.push(seconds);
    await postpone(received, 0);
    wake();
  });
  vi.spyOn(work, 'wait').mockImplementation(async (received, seconds) => {
    waits.push(seconds);
    await wait(received, 0);
    wake();
  });
  // The longest that each pause can be.
  vi.spyOn(Math, 'random').mockReturnValue(1);
}

function start(): void {
  worker = startWorker(services, pino({ level: 'info' }, { write: (line) => void logged.push(line) }));
}

/** Writes a registration as the use cases do. */
async function register(registered: Registered): Promise<ContactId> {
  const { id } = registered.contact;
  const announcement = await services.store.work.announce(tenant, id);
  await services.store.contacts.create(tenant, registered);
  await announcement.release();
  return id;
}

async function waiting(queue: 'work' | 'work-poison'): Promise<number | undefined> {
  const opened = await openStorage({ kind: 'connectionString', ...storage });
  return (await opened.queue(queue).getProperties()).approximateMessagesCount;
}

const untilDone = () => vi.waitFor(async () => expect(await waiting('work')).toBe(0), { timeout: 5_000 });

describe('work', () => {
  it('is done, and makes card, index and figures follow the registration', async () => {
    start();
    const id = await register(someCallback());
    await untilDone();
    expect(await services.store.cards.list(tenant, id)).toMatchObject([{ activity: '1', shownRevision: 1 }]);
    expect((await services.store.due.list(tenant)).map((one) => one.id)).toContain(id);
    const { answers } = await readMonth(tenant, '2026-04', services);
    expect(answers.find((answer) => answer.id === 'firstTimeRight')?.denominator).toBe(1);
  });

  it('that was there before the program began is done as well', async () => {
    const id = await register(someCallback());
    start();
    await untilDone();
    expect(await services.store.cards.list(tenant, id)).toHaveLength(1);
  });

  it('about a registration that was never written is nothing to do', async () => {
    await (await services.store.work.announce(tenant, someId())).release();
    start();
    await untilDone();
    expect([pauses, logged]).toEqual([[], []]);
  });

  it('of one day is summed together', async () => {
    const writing = vi.spyOn(services.store.rollups, 'write');
    await Promise.all(Array.from({ length: 24 }, () => register(someRegistration({}, someId('2026-03-02')))));
    start();
    await untilDone();
    const { answers } = await readMonth(tenant, '2026-03', services);
    expect(answers.find((answer) => answer.id === 'firstTimeRight')?.denominator).toBe(24);
    expect(writing.mock.calls.length).toBeLessThan(12);
  });
});

describe('a look that fails', () => {
  it('is tried again, later and later, and at last set aside for a person to look at', async () => {
    vi.spyOn(services.store.contacts, 'read').mockRejectedValue(new Error('a row that nobody can read'));
    start();
    const id = await register(someCallback());
    await untilDone();
    expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
    expect(await waiting('work-poison')).toBe(1);
    const [last = ''] = logged.slice(-1);
    expect(JSON.parse(last)).toMatchObject({ contact: id, msg: 'Work was given up and set aside' });
    expect(logged.join()).not.toContain('Testburger');
  });

  it('is done when what was wrong is over', async () => {
    vi.spyOn(services.store.due, 'follow').mockRejectedValueOnce(new Error('out of order'));
    start();
    const id = await register(someCallback());
    await untilDone();
    expect(pauses).toEqual([2]);
    expect(await services.store.cards.list(tenant, id)).toHaveLength(1);
  });

  it('or hangs, holds up nobody else', async () => {
    const bad = someCallback();
    const { read } = services.store.contacts;
    const { promise: end, resolve: endHanging } = Promise.withResolvers<void>();
    vi.spyOn(services.store.contacts, 'read').mockImplementation(async (of, id) => {
      if (id === bad.contact.id) await end;
      return read(of, id);
    });
    start();
    await register(bad);
    const good = await register(someCallback());
    await vi.waitFor(async () => expect(await services.store.cards.list(tenant, good)).toHaveLength(1));
    expect(await services.store.cards.list(tenant, bad.contact.id)).toEqual([]);
    endHanging();
  });

  it('because Teams is out of reach is tried again like any other', async () => {
    deliveries.unshift({ kind: 'later', seconds: undefined });
    start();
    await register(someCallback());
    await untilDone();
    expect([pauses, waits]).toEqual([[2], []]);
  });

  it('is tried again at a moment of its own: what failed together does not come back together', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    vi.spyOn(services.store.contacts, 'read').mockRejectedValue(new Error('a row that nobody can read'));
    start();
    await register(someCallback());
    await untilDone();
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 150, 150, 150]);
  });

  it('because the figures could not be written leaves the card as it stands, and posts no second one', async () => {
    vi.spyOn(services.store.rollups, 'write').mockRejectedValueOnce(new Error('out of order'));
    const posting = vi.spyOn(services.messenger, 'post');
    start();
    await register(someCallback());
    await untilDone();
    expect(pauses).toEqual([2]);
    expect(posting).toHaveBeenCalledTimes(1);
  });
});

describe('a card for which Teams has no room', () => {
  it('waits as long as it is told', async () => {
    deliveries.unshift({ kind: 'later', seconds: 7 });
    start();
    await register(someCallback());
    await untilDone();
    expect([pauses, waits]).toEqual([[], [7]]);
  });

  it('is never given up for it, however often it waits', async () => {
    deliveries.unshift(...Array.from({ length: 20 }, () => ({ kind: 'later', seconds: 1 }) as const));
    start();
    const id = await register(someCallback());
    await untilDone();
    expect(waits).toHaveLength(20);
    expect(await services.store.cards.list(tenant, id)).toHaveLength(1);
  });
});

describe('a card that Teams will never take', () => {
  beforeEach(() => {
    deliveries = [{ kind: 'refused' }];
  });

  it('is set aside at once for a person to look at', async () => {
    start();
    const id = await register(someCallback());
    await untilDone();
    expect([pauses, waits, await waiting('work-poison')]).toEqual([[], [], 1]);
    const [line = ''] = logged;
    expect(JSON.parse(line)).toMatchObject({ level: 50, contact: id });
  });

  it('is tried again when something happens to its callback', async () => {
    start();
    const registered = someCallback();
    const id = await register(registered);
    await untilDone();
    deliveries = [{ kind: 'delivered', activity: '1' }];
    const before = await services.store.contacts.read(tenant, id);
    const { callback } = registered;
    if (before === undefined || callback === undefined) return expect.fail('A callback was asked');
    const taken = withStep(callback, { kind: 'taken', at: callback.due, by: { id: 'gijs', name: 'Gijs' } });
    const announcement = await services.store.work.announce(tenant, id);
    await services.store.contacts.replace(tenant, { ...before, callback: taken }, before);
    await announcement.release();
    await untilDone();
    expect(await services.store.cards.list(tenant, id)).toMatchObject([{ shownRevision: 2 }]);
  });
});

describe('a nudge', () => {
  it('has a row looked at', async () => {
    const registered = someCallback();
    await services.store.contacts.create(tenant, registered);
    start();
    await services.store.work.nudge(tenant, registered.contact.id);
    await untilDone();
    expect(await services.store.cards.list(tenant, registered.contact.id)).toHaveLength(1);
  });

  it.each<[what: string, delivery: Delivery]>([
    ['has no room', { kind: 'later', seconds: 7 }],
    ['is out of reach', { kind: 'later', seconds: undefined }],
  ])('is not repeated when Teams %s: who gave it will give it again', async (_, delivery) => {
    deliveries = [delivery];
    const registered = someCallback();
    await services.store.contacts.create(tenant, registered);
    start();
    await services.store.work.nudge(tenant, registered.contact.id);
    await untilDone();
    expect([pauses, waits, await waiting('work-poison')]).toEqual([[], [], 0]);
  });
});

it('a queue that is out of reach is asked again', async () => {
  const receiving = vi.spyOn(services.store.work, 'receive');
  receiving.mockRejectedValueOnce(new Error('out of order'));
  const id = await register(someCallback());
  start();
  await untilDone();
  expect(await services.store.cards.list(tenant, id)).toHaveLength(1);
  expect(logged[0]).toContain('out of reach');
});

it('an idle worker stops at once', async () => {
  start();
  await vi.waitFor(async () => expect(await waiting('work')).toBe(0));
  const asked = performance.now();
  await worker?.stop();
  expect(performance.now() - asked).toBeLessThan(500);
});

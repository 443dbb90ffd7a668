import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker, type Worker } from '../../../bot/jobs/worker.ts';
import type { Delivery } from '../../../bot/messenger.ts';
import { readScorecard } from '../../../bot/scorecard/readScorecard.ts';
import { openStorage } from '../../../bot/store/storage.ts';
import type { ContactId } from '../../../shared/contact/contactId.ts';
import type { Registered } from '../../../shared/contact/register.ts';
import { type TestStorage, testStorage } from '../../rig/azurite.ts';
import { type TestServices, testServices } from '../../rig/services.ts';
import { someCallback, someId, someRegistration } from '../registered.ts';

const tenant = 'waterland';

let storage: TestStorage;
let services: TestServices;
let worker: Worker | undefined;
/** What Teams answers to a post, one after another; the last one for ever. */
let deliveries: Delivery[];
/** The pauses that were asked for between two tries, in seconds. */
let pauses: number[];
let logged: string[];

beforeEach(async () => {
  storage = testStorage();
  deliveries = [{ kind: 'delivered', activity: '1' }];
  pauses = [];
  logged = [];
  services = await testServices({
    storage,
    messenger: {
      post: async () => (deliveries.length > 1 ? deliveries.shift() : deliveries[0]) ?? expect.fail(),
      update: () => expect.fail('Nothing is updated here'),
    },
  });
  const place = { kind: 'channel', conversation: '19:1', person: '', serviceUrl: 'http://x/', botId: '28:1' };
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
  const { postpone, onReleased } = work;
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
    const { answers } = await readScorecard(tenant, '2026-04', services);
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
    const { answers } = await readScorecard(tenant, '2026-03', services);
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

  it.each<[what: string, delivery: Delivery, pause: number]>([
    ['as long as Teams asks', { kind: 'later', seconds: 7 }, 7],
    ['a little when Teams does not say how long', { kind: 'later', seconds: undefined }, 2],
  ])('because Teams is busy waits %s', async (_, delivery, pause) => {
    deliveries.unshift(delivery);
    start();
    await register(someCallback());
    await untilDone();
    expect(pauses).toEqual([pause]);
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

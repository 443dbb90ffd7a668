import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Sweep, startSweep } from '../../../bot/jobs/sweep.ts';
import type { Round } from '../../../bot/store/rounds.ts';
import { settings } from '../../../shared/settings.ts';
import { type TestStorage, testStorage } from '../../rig/azurite.ts';
import { readMonth } from '../../rig/readMonth.ts';
import { type TestServices, testServices } from '../../rig/services.ts';
import { someCallback, someId, someRegistration } from '../registered.ts';

const tenant = 'waterland';

let storage: TestStorage;
let services: TestServices;
let sweeps: Sweep[];
/** The rounds that were made to their end, by all instances. */
let made: string[];

beforeEach(async () => {
  // Only its own timer: storage must go on by itself.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  storage = testStorage();
  sweeps = [];
  made = [];
  services = await instance();
  const place = { kind: 'channel', conversation: '19:1', person: '', team: '' } as const;
  await services.store.places.put(tenant, { ...place, serviceUrl: 'http://x/', botId: '28:1' });
  await services.store.places.link(tenant, 'grondzaken', '19:1');
});
afterEach(async () => {
  await stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** What one instance of the bot works with. */
async function instance(): Promise<TestServices> {
  const own = await testServices({ storage });
  own.itIs('2026-04-24T11:00+02:00');
  const { finish } = own.store.rounds;
  vi.spyOn(own.store.rounds, 'finish').mockImplementation(async (round) => {
    await finish(round);
    made.push(`${round.tenant} ${round.round}`);
  });
  return own;
}

function start(own = services, tenants = [tenant]): void {
  sweeps.push(startSweep(tenants, own, pino({ level: 'silent' })));
}

async function stop(): Promise<void> {
  await Promise.all(sweeps.splice(0).map((sweep) => sweep.stop()));
}

/** As long passes as lies between two sweeps. */
function itIsTime(): void {
  vi.advanceTimersByTime(settings.sweep.everySeconds * 1000);
}

const untilMade = (...rounds: Round[]) =>
  vi.waitFor(
    () => expect(made).toEqual(expect.arrayContaining(rounds.map((round) => `${tenant} ${round}`))),
    5_000,
  );

async function nudged() {
  return (await services.store.work.receive()).map(({ work }) =>
    'contact' in work ? work.contact : expect.fail('a registration'),
  );
}

/** A callback that is in the index and has no card. */
async function lostCard() {
  const registered = someCallback();
  if (registered.callback === undefined) return expect.fail('A callback was asked');
  await services.store.contacts.create(tenant, registered);
  await services.store.due.follow(tenant, registered.callback);
  return registered.contact.id;
}

describe('every few minutes', () => {
  it('a card that was lost is found', async () => {
    const id = await lostCard();
    start();
    itIsTime();
    await untilMade('cards');
    expect(await nudged()).toEqual([id]);
  });

  it('nothing is done when all is as it should be', async () => {
    start();
    itIsTime();
    await untilMade('cards');
    expect(await nudged()).toEqual([]);
  });

  it('one of all instances looks, and after that it is time again', async () => {
    const id = await lostCard();
    const other = await instance();
    start();
    start(other);
    itIsTime();
    await untilMade('cards');
    await stop();
    expect(made).toHaveLength(1);
    expect(await nudged()).toEqual([id]);

    start(other);
    other.itIs('2026-04-24T11:03+02:00');
    itIsTime();
    await vi.waitFor(() => expect(made).toHaveLength(2), 5_000);
  });

  it('a municipality whose rows nobody can read does not hold up the others', async () => {
    const { list } = services.store.due;
    vi.spyOn(services.store.due, 'list').mockImplementation((of) =>
      of === 'edam' ? Promise.reject(new Error('a row that nobody can read')) : list(of),
    );
    start(services, ['edam', tenant]);
    itIsTime();
    await untilMade('cards');
    expect(made).toEqual([`${tenant} cards`]);
  });
});

describe('at night', () => {
  beforeEach(() => services.itIs('2026-04-25T02:00+02:00'));

  it('the figures of the last weeks are computed anew', async () => {
    await services.store.contacts.create(tenant, someRegistration({}, someId('2026-03-20')));
    await services.store.contacts.create(tenant, someRegistration({}, someId('2026-04-24')));
    start();
    itIsTime();
    await untilMade('night');
    for (const month of ['2026-03', '2026-04']) {
      const { answers } = await readMonth(tenant, month, services);
      expect(answers.find(({ id }) => id === 'firstTimeRight')?.denominator).toBe(1);
    }
  });

  it('the index of open callbacks gets what it missed', async () => {
    const registered = someCallback();
    await services.store.contacts.create(tenant, registered);
    start();
    itIsTime();
    await untilMade('night');
    expect((await services.store.due.list(tenant)).map(({ id }) => id)).toEqual([registered.contact.id]);
  });

  it('one of all instances does it, once', async () => {
    const other = await instance();
    other.itIs('2026-04-25T02:00+02:00');
    start();
    start(other);
    itIsTime();
    await untilMade('night');
    other.itIs('2026-04-25T02:03+02:00');
    services.itIs('2026-04-25T02:03+02:00');
    itIsTime();
    await vi.waitFor(() => expect(made.filter((one) => one.endsWith('cards'))).toHaveLength(2), 5_000);
    await stop();
    expect(made.filter((one) => one.endsWith('night'))).toHaveLength(1);
  });

  it('a bot that stops does not finish first: another does it all again', async () => {
    const { list } = services.store.due;
    const { promise: isAtIt, resolve } = Promise.withResolvers<void>();
    vi.spyOn(services.store.due, 'list').mockImplementation((of) => {
      if (made.length > 0) resolve();
      return list(of);
    });
    start();
    itIsTime();
    await isAtIt;
    await stop();
    expect(made).toEqual([`${tenant} cards`]);

    const other = await instance();
    other.itIs('2026-04-25T02:03+02:00');
    start(other);
    itIsTime();
    await untilMade('night');
  });

  it.each(['2026-04-25T01:59+02:00', '2026-04-25T06:00+02:00', '2026-04-25T10:00+02:00'])(
    'and not at %s',
    async (moment) => {
      services.itIs(moment);
      start();
      itIsTime();
      await untilMade('cards');
      await stop();
      expect(made).toEqual([`${tenant} cards`]);
    },
  );
});

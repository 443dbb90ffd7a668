import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type OverdueWatch, startOverdueWatch } from '../../../bot/jobs/overdueWatch.ts';
import { type Callback, withStep } from '../../../shared/callback/callback.ts';
import type { Registered } from '../../../shared/contact/register.ts';
import { readMonth } from '../../rig/readMonth.ts';
import { type TestServices, testServices } from '../../rig/services.ts';
import { someCallback } from '../registered.ts';

const log = pino({ level: 'silent' });

let services: TestServices;
let watch: OverdueWatch | undefined;

beforeEach(async () => {
  // Only its own timer: storage must go on by itself.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  services = await testServices();
});
afterEach(async () => {
  await watch?.stop();
  watch = undefined;
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Of Friday 24 April 2026; due on Wednesday 29 April at 17:00, for Monday is King's Day. */
async function askCallback(
  tenant = 'waterland',
  change = (callback: Callback) => callback,
): Promise<Registered> {
  const { contact, callback } = someCallback();
  if (callback === undefined) return expect.fail('A callback was asked');
  const registered = { contact, callback: change(callback) };
  await services.store.contacts.create(tenant, registered);
  await services.store.due.follow(tenant, callback);
  return registered;
}

const before = '2026-04-29T16:59:59+02:00';
const exactly = '2026-04-29T17:00+02:00';
const after = '2026-04-29T17:00:01+02:00';

function start(...tenants: string[]): void {
  watch = startOverdueWatch(tenants.length === 0 ? ['waterland'] : tenants, services, log);
}

/** Half a minute passes, and what is then looked for is found. */
async function halfAMinutePasses(): Promise<void> {
  const listing = vi.spyOn(services.store.due, 'list');
  vi.advanceTimersByTime(30_000);
  await vi.waitFor(() => expect(listing).toHaveBeenCalled());
  listing.mockRestore();
}

/** How many callbacks of April are late, and how many count. */
async function late(tenant = 'waterland'): Promise<readonly [late: number, of: number]> {
  const { answers } = await readMonth(tenant, '2026-04', services);
  const answer = answers.find(({ id }) => id === 'callbackOnTime');
  if (answer === undefined) return expect.fail('The scorecard has all norms');
  return [answer.denominator - answer.numerator, answer.denominator];
}

/** What is seen once the watch has finished what it is doing. */
async function lateInTheEnd(tenant?: string) {
  await watch?.stop();
  return late(tenant);
}

describe('a callback whose deadline', () => {
  it('has still to come is not counted', async () => {
    await askCallback();
    services.itIs(before);
    start();
    await halfAMinutePasses();
    expect(await lateInTheEnd()).toEqual([0, 0]);
  });

  it('is this very moment is still in time', async () => {
    await askCallback();
    services.itIs(exactly);
    start();
    expect(await lateInTheEnd()).toEqual([0, 0]);
  });

  it('passes is late within half a minute, without anybody doing anything', async () => {
    await askCallback();
    services.itIs(exactly);
    start();
    services.itIs(after);
    await halfAMinutePasses();
    expect(await lateInTheEnd()).toEqual([1, 1]);
  });

  it('passed while no bot was running is late as soon as one starts', async () => {
    await askCallback();
    services.itIs('2026-05-11T09:00+02:00');
    start();
    expect(await lateInTheEnd()).toEqual([1, 1]);
  });

  it('passed, but that was done in time, is not late', async () => {
    await askCallback('waterland', (callback) =>
      withStep(callback, {
        kind: 'done',
        at: callback.due,
        by: { id: 'gijs', name: 'Gijs' },
        result: 'spoken',
      }),
    );
    services.itIs(after);
    start();
    expect(await lateInTheEnd()).toEqual([0, 1]);
  });
});

it('a day is computed once, however often is looked', async () => {
  await askCallback();
  await askCallback();
  services.itIs(after);
  const writing = vi.spyOn(services.store.rollups, 'write');
  start();
  for (let turn = 0; turn < 3; turn++) {
    services.itIs(`2026-04-29T17:0${turn + 1}+02:00`);
    await halfAMinutePasses();
  }
  expect(await lateInTheEnd()).toEqual([2, 2]);
  expect(writing).toHaveBeenCalledTimes(1);
});

describe('when storage fails', () => {
  it.each([
    ['the list of open callbacks', () => vi.spyOn(services.store.due, 'list')],
    ['the figures', () => vi.spyOn(services.store.rollups, 'write')],
  ])('for %s, what was missed is counted at the next look', async (_, spy) => {
    await askCallback();
    services.itIs(after);
    const failing = spy();
    failing.mockRejectedValueOnce(new Error('out of order'));
    start();
    await vi.waitFor(() => expect(failing).toHaveBeenCalledTimes(1));
    expect(await late()).toEqual([0, 0]);
    services.itIs('2026-04-29T17:00:31+02:00');
    vi.advanceTimersByTime(30_000);
    await vi.waitFor(() => expect(failing).toHaveBeenCalledTimes(2));
    expect(await lateInTheEnd()).toEqual([1, 1]);
  });

  it('for one municipality, the others are counted all the same', async () => {
    await askCallback('edam');
    await askCallback('waterland');
    services.itIs(after);
    const { list } = services.store.due;
    vi.spyOn(services.store.due, 'list').mockImplementation((tenant) =>
      tenant === 'edam' ? Promise.reject(new Error('a row that nobody can read')) : list(tenant),
    );
    start('edam', 'waterland');
    await watch?.stop();
    expect([await late('edam'), await late('waterland')]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
});

it('when it is stopped, it finishes its look and looks no more', async () => {
  await askCallback();
  services.itIs(after);
  start();
  await watch?.stop();
  expect(await late()).toEqual([1, 1]);
  const listing = vi.spyOn(services.store.due, 'list');
  await vi.advanceTimersByTimeAsync(120_000);
  expect(listing).not.toHaveBeenCalled();
});

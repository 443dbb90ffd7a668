import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { demoDay } from '../../../bot/demo/demoDay.ts';
import { demoNeeded, writeDemo } from '../../../bot/demo/writeDemo.ts';
import type { Services } from '../../../bot/services.ts';
import { openStorage } from '../../../bot/store/storage.ts';
import { openStore } from '../../../bot/store/store.ts';
import { localDay } from '../../../shared/calendar/zone.ts';
import { act } from '../../../shared/callback/act.ts';
import { revisionOf } from '../../../shared/callback/callback.ts';
import { isOpen, stateOf } from '../../../shared/callback/state.ts';
import { testStorage } from '../../rig/azurite.ts';
import { readMonth } from '../../rig/readMonth.ts';
import { calendar } from './waterlandYear.ts';

const tenant = 'waterland';
/** A Wednesday, 11:00. */
const now = Temporal.Instant.from('2026-11-04T10:00:00Z');
/** A week instead of a year, and two months instead of thirteen. */
const period = { firstDay: Temporal.PlainDate.from('2026-10-29') };

const storages = new WeakMap<Services, ReturnType<typeof testStorage>>();

async function freshServices(): Promise<Services> {
  const nobody = () => expect.fail('Nobody is told of the demo');
  const own = testStorage();
  const services = {
    store: await openStore({ kind: 'connectionString', ...own }, () => 'Gemeente Waterland'),
    messenger: { post: nobody, update: nobody, openChat: nobody },
    calendar,
    now: () => now,
  };
  storages.set(services, own);
  return services;
}

/** What the demo left behind, but for the versions that the storage counts. */
async function written(services: Services): Promise<unknown> {
  const { store } = services;
  const days = ['2026-10-29', '2026-10-30', '2026-11-04'];
  const found = {
    contacts: await Promise.all(
      days.map(async (day) =>
        Array.from(await store.contacts.readDay(tenant, day), ({ etags: _, ...one }) => one),
      ),
    ),
    due: await store.due.list(tenant),
    municipality: await store.municipalities.read(tenant),
    scorecards: await Promise.all(['2026-10', '2026-11'].map((month) => readMonth(tenant, month, services))),
  };
  return JSON.parse(JSON.stringify(found));
}

/** What a storage lacks that was filled by a version from before there were facts, and other figures. */
async function makeOlder(services: Services): Promise<void> {
  const own = storages.get(services) ?? expect.fail('not of this test');
  const storage = await openStorage({ kind: 'connectionString', ...own });
  for (const name of ['Rollups', 'Calls', 'WebCounts', 'Probes', 'Cases', 'Ratings'] as const) {
    const table = storage.table(name);
    for await (const { partitionKey = '', rowKey = '' } of table.listEntities()) {
      await table.deleteEntity(partitionKey, rowKey);
    }
  }
}

/** Takes a callback of today that waits still, as Gijs would. */
async function takeOne({ store }: Services) {
  const today = localDay(now).toString();
  const waiting = Array.from(await store.contacts.readDay(tenant, today)).find(
    ({ callback }) =>
      callback !== undefined && stateOf(callback).owner === undefined && isOpen(stateOf(callback)),
  );
  if (waiting?.callback === undefined) return expect.fail('No callback of today waits');
  const { contact, callback } = waiting;
  const by = { id: 'gijs', name: 'Gijs Grondvast' };
  const taken = act(callback, { kind: 'take' }, { by, at: now, seenRevision: revisionOf(callback) });
  if (taken.kind !== 'applied') return expect.fail(taken.kind);
  await store.contacts.replace(tenant, { contact, callback: taken.callback }, waiting);
  await store.due.follow(tenant, taken.callback);
  return async () => (await store.contacts.read(tenant, contact.id))?.callback?.steps.at(-1)?.by.id;
}

describe('the demo', () => {
  it('has a scorecard without an empty row, this month first', async () => {
    const services = await freshServices();
    expect(await demoNeeded(tenant, services, period)).toBe(true);
    const stop = new Error('after the first month');
    const onMonth = () => {
      throw stop;
    };
    await expect(writeDemo(tenant, services, { ...period, onMonth })).rejects.toBe(stop);
    const { answers } = await readMonth(tenant, '2026-11', services);
    expect(answers.filter(({ denominator }) => denominator === 0)).toEqual([]);
    // Something to be proud of, and something to work on.
    expect(new Set(answers.map(({ status }) => status)).size).toBeGreaterThan(1);
    // 4 November is the third working day of the month.
    expect(answers.find(({ id }) => id === 'firstTimeRight')?.coverage).toEqual({ measured: 3, expected: 3 });
    const { departments, processes } = await services.store.municipalities.read(tenant);
    expect([departments.length, processes.length]).toEqual([8, 20]);

    expect(await demoNeeded(tenant, services, period)).toBe(true);
    const months: string[] = [];
    await writeDemo(tenant, services, { ...period, onMonth: (month) => months.push(month) });
    expect(months).toEqual(['2026-11', '2026-10']);
    expect(await demoNeeded(tenant, services, period)).toBe(false);
    expect((await readMonth(tenant, '2026-11', services)).answers.map(({ value }) => value)).toEqual(
      answers.map(({ value }) => value),
    );

    const rollups = await services.store.rollups.readMonths(tenant, '0000-00', '9999-99');
    const days = [...rollups.values()].flatMap(({ measurements }) => measurements.map(({ day }) => day));
    expect(days.toSorted()[0]).toBe('2026-10-29');
  });

  it('changes nothing when it is written twice, and is the same everywhere', async () => {
    const [services, others] = await Promise.all([freshServices(), freshServices()]);
    await Promise.all([services, others].map((each) => writeDemo(tenant, each, period)));
    const once = await written(services);
    expect(await written(others)).toEqual(once);
    await writeDemo(tenant, services, period);
    expect(await written(services)).toEqual(once);
  });

  it('is completed when it was interrupted halfway through a month, even through a contact', async () => {
    const [services, others] = await Promise.all([freshServices(), freshServices()]);
    await writeDemo(tenant, services, { firstDay: Temporal.PlainDate.from('2026-11-01') });
    const [first = [], second = []] = ['2026-10-29', '2026-10-30'].map((day) =>
      demoDay(Temporal.PlainDate.from(day), { calendar, now }),
    );
    const withCallback = second.findIndex(({ callback }) => callback !== undefined);
    const half = second
      .slice(0, withCallback + 1)
      .map((registered, index) =>
        index === withCallback ? { ...registered, callback: undefined } : registered,
      );
    await services.store.contacts.putDay(tenant, first);
    await services.store.contacts.putDay(tenant, half);
    expect(await demoNeeded(tenant, services, period)).toBe(true);

    await Promise.all([services, others].map((each) => writeDemo(tenant, each, period)));
    expect(await written(services)).toEqual(await written(others));
    expect(await demoNeeded(tenant, services, period)).toBe(false);
  });

  it('keeps what people did, also in the storage of an older version, and adds what that did not have', async () => {
    const services = await freshServices();
    await writeDemo(tenant, services, { firstDay: Temporal.PlainDate.from('2026-11-01') });
    const takenBy = await takeOne(services);
    await writeDemo(tenant, services, period);
    expect(await takenBy()).toBe('gijs');

    const before = await written(services);
    await makeOlder(services);
    expect(await demoNeeded(tenant, services, period)).toBe(true);
    await writeDemo(tenant, services, period);
    expect(await takenBy()).toBe('gijs');
    expect(await written(services)).toEqual(before);
    expect(await demoNeeded(tenant, services, period)).toBe(false);
  });
});

describe('the demo is not needed', () => {
  it('where somebody who started empty added a department', async () => {
    const services = await freshServices();
    await services.store.municipalities.putDepartment(tenant, { id: 'grondzaken', name: 'Grondzaken' });
    expect(await demoNeeded(tenant, services, period)).toBe(false);
  });

  it('where there are other processes', async () => {
    const services = await freshServices();
    const own = { id: 'eigen', name: 'Eigen', department: 'grondzaken', callbackWorkingDays: undefined };
    await services.store.municipalities.putProcess(tenant, own);
    expect(await demoNeeded(tenant, services, period)).toBe(false);
  });
});

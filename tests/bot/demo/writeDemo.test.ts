import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { demoDay } from '../../../bot/demo/demoDay.ts';
import { demoNeeded, writeDemo } from '../../../bot/demo/writeDemo.ts';
import type { Services } from '../../../bot/services.ts';
import { openStore } from '../../../bot/store/store.ts';
import { act } from '../../../shared/callback/act.ts';
import { revisionOf } from '../../../shared/callback/callback.ts';
import { isOpen, stateOf } from '../../../shared/callback/state.ts';
import { testStorage } from '../../rig/azurite.ts';
import { readMonth } from '../../rig/readMonth.ts';
import { calendar, now, today } from './waterlandYear.ts';

const tenant = 'waterland';
/** Two months instead of thirteen. */
const period = { firstDay: Temporal.PlainDate.from('2026-10-01') };

async function freshServices(): Promise<Services> {
  const nobody = () => expect.fail('Nobody is told of the demo');
  return {
    store: await openStore({ kind: 'connectionString', ...testStorage() }, () => 'Gemeente Waterland'),
    messenger: { post: nobody, update: nobody, openChat: nobody },
    calendar,
    now: () => now,
  };
}

/** What the demo left behind, but for the versions that the storage counts. */
async function written({ store, ...services }: Services) {
  const days = ['2026-10-01', '2026-10-12', '2026-11-20', '2026-11-24'];
  const facts = await Promise.all(
    days.map(async (day) =>
      Array.from(await store.contacts.readDay(tenant, day), ({ etags: _, ...one }) => one),
    ),
  );
  return JSON.stringify({
    facts,
    due: await store.due.list(tenant),
    municipality: await store.municipalities.read(tenant),
    scorecard: await readMonth(tenant, '2026-11', { store, ...services }),
  });
}

describe('the demo', () => {
  it('has a scorecard that is worth looking at, this month first', async () => {
    const services = await freshServices();
    const months: string[] = [];
    expect(await demoNeeded(tenant, services, period)).toBe(true);
    await writeDemo(tenant, services, { ...period, onMonth: (month) => months.push(month) });
    expect(months).toEqual(['2026-11', '2026-10']);
    expect(await demoNeeded(tenant, services, period)).toBe(false);

    const { answers } = await readMonth(tenant, '2026-11', services);
    const live = answers.filter(({ denominator }) => denominator > 0);
    expect(live).toHaveLength(11);
    // Something to be proud of, and something to work on.
    expect(new Set(live.map(({ status }) => status)).size).toBeGreaterThan(1);
    // 24 November is the seventeenth working day of the month.
    expect(live.find(({ id }) => id === 'firstTimeRight')?.coverage).toEqual({ measured: 17, expected: 17 });
    const { departments, processes } = await services.store.municipalities.read(tenant);
    expect([departments.length, processes.length]).toEqual([8, 20]);
  });

  it('changes nothing when it is written twice, and is the same everywhere', async () => {
    const [services, others] = await Promise.all([freshServices(), freshServices()]);
    await Promise.all([services, others].map((each) => writeDemo(tenant, each, period)));
    const once = await written(services);
    expect(await written(others)).toBe(once);
    await writeDemo(tenant, services, period);
    expect(await written(services)).toBe(once);
  });

  it('is completed when it was interrupted halfway through a month', async () => {
    const [services, others] = await Promise.all([freshServices(), freshServices()]);
    await writeDemo(tenant, services, { firstDay: Temporal.PlainDate.from('2026-11-01') });
    const half = demoDay(Temporal.PlainDate.from('2026-10-12'), { calendar, now });
    await services.store.contacts.putDay(tenant, half);
    expect(await demoNeeded(tenant, services, period)).toBe(true);

    await Promise.all([services, others].map((each) => writeDemo(tenant, each, period)));
    expect(await written(services)).toBe(await written(others));
    expect(await demoNeeded(tenant, services, period)).toBe(false);
  });

  it('keeps what people did with a month that was complete', async () => {
    const services = await freshServices();
    const { store } = services;
    await writeDemo(tenant, services, { firstDay: Temporal.PlainDate.from('2026-11-01') });
    const [registered] = Array.from(await store.contacts.readDay(tenant, today.toString())).filter(
      ({ callback }) => callback !== undefined && isOpen(stateOf(callback)),
    );
    if (registered?.callback === undefined) return expect.fail('No callback of today is open');
    const { contact, callback } = registered;
    const by = { id: 'gijs', name: 'Gijs Grondvast' };
    const acted = act(callback, { kind: 'take' }, { by, at: now, seenRevision: revisionOf(callback) });
    if (acted.kind !== 'applied') return expect.fail(acted.kind);
    await store.contacts.replace(tenant, { contact, callback: acted.callback }, registered);

    await writeDemo(tenant, services, period);
    const kept = await store.contacts.read(tenant, contact.id);
    expect(kept?.callback?.steps.at(-1)?.by).toEqual(by);
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

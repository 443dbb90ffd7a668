import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { mendDays } from '../../../bot/callback/mendDays.ts';
import type { Standing } from '../../../bot/store/cards.ts';
import { type Callback, type CallbackStep, callbackAt, withStep } from '../../../shared/callback/callback.ts';
import type { ContactId } from '../../../shared/contact/contactId.ts';
import { type TestServices, testServices } from '../../rig/services.ts';
import { someCallback, someId } from '../registered.ts';

const tenant = 'waterland';

let services: TestServices;
beforeEach(async () => {
  services = await testServices();
  services.itIs('2026-04-25T02:00+02:00');
});

const happened = {
  at: Temporal.Instant.from('2026-04-24T12:00:00Z'),
  by: { id: 'gijs', name: 'Gijs' },
} as const;
const taken: CallbackStep = { ...happened, kind: 'taken' };
const handedOver: CallbackStep = { ...happened, kind: 'handedOver', department: 'vergunningen' };
const done: CallbackStep = { ...happened, kind: 'done', result: 'spoken' };

/** Asked, and then this happened; neither index nor cards know of it yet. */
async function asked(steps: readonly CallbackStep[] = [], day = '2026-04-24'): Promise<Callback> {
  const { contact, callback } = someCallback(someId(day));
  if (callback === undefined) return expect.fail('A callback was asked');
  const after = steps.reduce(withStep, callback);
  await services.store.contacts.create(tenant, { contact, callback: after });
  return after;
}

function stands({ id }: Callback, shownRevision: number, but: Partial<Standing> = {}): Promise<void> {
  const standing = { conversation: '19:1', activity: '1', shownRevision, refusedRevision: 0, ...but };
  return services.store.cards.settle(tenant, id, 0, standing);
}

/** Mends everything; gives whose cards are then looked at. */
async function mend(): Promise<ContactId[]> {
  for await (const _ of mendDays(tenant, services));
  return (await services.store.work.receive()).map(({ work }) =>
    'contact' in work ? work.contact : expect.fail('a registration'),
  );
}

const indexed = async () =>
  (await services.store.due.list(tenant)).map(({ id, revision, owner }) => [id, revision, owner?.name]);

describe('the index of open callbacks', () => {
  it('gets what it missed', async () => {
    const { id } = await asked();
    await mend();
    expect(await indexed()).toEqual([[id, 1, undefined]]);
  });

  it('learns what happened since', async () => {
    const found = await asked([taken]);
    await services.store.due.follow(tenant, callbackAt(found, 1));
    await mend();
    expect(await indexed()).toEqual([[found.id, 2, 'Gijs']]);
  });

  it('loses what is done', async () => {
    const closed = await asked([done]);
    await services.store.due.follow(tenant, callbackAt(closed, 1));
    await mend();
    expect(await indexed()).toEqual([]);
  });

  it('loses what was never asked, and what stands in another place than it should', async () => {
    const { callback: never } = someCallback();
    const moved = await asked();
    if (never === undefined) return expect.fail('A callback was asked');
    await services.store.due.follow(tenant, never);
    await services.store.due.follow(tenant, { ...moved, due: moved.due.add({ hours: 24 }) });
    await mend();
    expect((await services.store.due.list(tenant)).map(({ id, due }) => [id, due.toString()])).toEqual([
      [moved.id, moved.due.toString()],
    ]);
  });

  it('is mended too for what was asked long ago and is open still', async () => {
    const old = await asked([taken], '2026-01-05');
    await services.store.due.follow(tenant, callbackAt(old, 1));
    await mend();
    expect(await indexed()).toEqual([[old.id, 2, 'Gijs']]);
  });

  it('is left as it is when it is right', async () => {
    await services.store.due.follow(tenant, await asked());
    const [row] = await services.store.due.list(tenant);
    await mend();
    expect(await services.store.due.list(tenant)).toEqual([row]);
  });
});

describe('a card', () => {
  it('of a closed callback whose last update never reached Teams is looked at', async () => {
    const closed = await asked([done]);
    await stands(closed, 1);
    expect(await mend()).toEqual([closed.id]);
  });

  it('of the department that handed it over, which does not say so yet, is looked at', async () => {
    const moved = await asked([handedOver]);
    await stands(moved, 1);
    expect(await mend()).toEqual([moved.id]);
  });

  it.each<[what: string, shownRevision: number, but: Partial<Standing>]>([
    ['shows everything', 2, {}],
    ['is not to be shown, because Teams refused it for good', 1, { refusedRevision: 2 }],
    ['stands in a parked channel', 1, { conversation: '19:parked' }],
  ])('that %s is left alone', async (_, shownRevision, but) => {
    await services.store.places.park(tenant, { conversation: '19:parked', team: '' });
    await stands(await asked([done]), shownRevision, but);
    expect(await mend()).toEqual([]);
  });
});

it('nothing is done where nothing was asked', async () => {
  expect(await mend()).toEqual([]);
});

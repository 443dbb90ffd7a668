import { beforeEach, describe, expect, it, vi } from 'vitest';
import { unshownCallbacks } from '../../../bot/callback/unshownCallbacks.ts';
import type { Standing } from '../../../bot/store/cards.ts';
import type { ContactId } from '../../../shared/contact/contactId.ts';
import { type TestServices, testServices } from '../../rig/services.ts';
import { someCallback, someId } from '../registered.ts';

const tenant = 'waterland';
const conversation = '19:1';

let services: TestServices;
beforeEach(async () => {
  services = await testServices();
  services.itIs('2026-04-24T11:00+02:00');
  const rest = { person: '', team: '', serviceUrl: 'http://x/', botId: '28:1' };
  await services.store.places.put(tenant, { ...rest, kind: 'channel', conversation });
  await services.store.places.link(tenant, 'grondzaken', conversation);
});

/** An open callback of Grondzaken, as the index has it. */
async function open(day?: string): Promise<ContactId> {
  const { contact, callback } = someCallback(someId(day));
  if (callback === undefined) return expect.fail('A callback was asked');
  await services.store.due.follow(tenant, callback);
  return contact.id;
}

/** Its card stands in the channel and shows it, but for what is said here. */
function stands(id: ContactId, but: Partial<Standing> = {}): Promise<void> {
  const standing = { conversation, activity: '1', shownRevision: 1, refusedRevision: 0, ...but };
  return services.store.cards.settle(tenant, id, 0, standing);
}

const found = async () => (await unshownCallbacks(tenant, services)).map(({ id }) => id);

describe('an open callback', () => {
  it('whose card shows it is as it should be', async () => {
    await stands(await open());
    expect(await found()).toEqual([]);
  });

  it('whose card was lost is found', async () => {
    const id = await open();
    expect(await found()).toEqual([id]);
  });

  it('whose card shows what it was before is found', async () => {
    const id = await open();
    await stands(id, { shownRevision: 0 });
    expect(await found()).toEqual([id]);
  });

  it('whose card shows more than the index knows is found: the index is behind', async () => {
    const id = await open();
    await stands(id, { shownRevision: 2 });
    expect(await found()).toEqual([id]);
  });

  it('whose card was being posted when the bot died is found when the claim is over', async () => {
    const id = await open();
    const claimedUntil = services.now().add({ seconds: 30 });
    const claimed = { conversation, activity: undefined, shownRevision: 0, refusedRevision: 0, claimedUntil };
    await services.store.cards.claim(tenant, id, 0, claimed);
    expect(await found()).toEqual([]);
    services.itIs(claimedUntil.toString());
    expect(await found()).toEqual([id]);
  });

  it('whose card Teams will never take is left alone', async () => {
    const id = await open();
    await stands(id, { activity: undefined, shownRevision: 0, refusedRevision: 1 });
    expect(await found()).toEqual([]);
  });

  it('of a department without a channel waits', async () => {
    await open();
    await services.store.places.unlink(tenant, 'grondzaken');
    expect(await found()).toEqual([]);
  });

  it('of a department whose channel is parked waits, with and without a card', async () => {
    await open();
    await stands(await open(), { shownRevision: 0 });
    await services.store.places.park(tenant, { conversation, team: '' });
    expect(await found()).toEqual([]);
  });

  it('whose card stands in a parked channel is found when its department has another', async () => {
    const id = await open();
    await stands(id);
    await services.store.places.park(tenant, { conversation, team: '' });
    await services.store.places.link(tenant, 'grondzaken', '19:2');
    expect(await found()).toEqual([id]);
  });
});

it('costs a query for each day with open callbacks, and none for the other days', async () => {
  for (const day of ['2026-04-20', '2026-04-20', '2026-04-24']) await stands(await open(day));
  const listing = vi.spyOn(services.store.cards, 'ofDay');
  expect(await found()).toEqual([]);
  expect(listing.mock.calls.map(([, day]) => day).toSorted()).toEqual(['2026-04-20', '2026-04-24']);
});

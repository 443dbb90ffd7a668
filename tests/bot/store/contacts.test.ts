import { beforeAll, describe, expect, it } from 'vitest';
import { type ContactStore, openContacts } from '../../../bot/store/contacts.ts';
import { openStorage } from '../../../bot/store/storage.ts';
import { type CallbackStep, withdrawalReasons, withStep } from '../../../shared/callback/callback.ts';
import type { Registered } from '../../../shared/contact/register.ts';
import { testStorage } from '../../rig/azurite.ts';
import { someCallback, someId, someRegistration } from '../registered.ts';

let contacts: ContactStore;
beforeAll(async () => {
  contacts = openContacts(await openStorage({ kind: 'connectionString', ...testStorage() }));
});

const tenant = 'tenant';

describe('a registration', () => {
  it.each([
    ['without a callback', someRegistration({ durationSeconds: 245 })],
    ['with a callback', someCallback()],
  ])('%s is read back as it was written', async (_, registered) => {
    expect(await contacts.create(tenant, registered)).toBe(true);
    const { etags: _etags, ...read } = (await contacts.read(tenant, registered.contact.id)) ?? {};
    expect(read).toEqual(registered);
  });

  it('is kept once, however often it is sent', async () => {
    const registered = someCallback();
    const sent = await Promise.all(Array.from({ length: 8 }, () => contacts.create(tenant, registered)));
    expect(sent.filter(Boolean)).toHaveLength(1);
  });

  it('of another tenant is not seen', async () => {
    const registered = someRegistration();
    await contacts.create(tenant, registered);
    expect(await contacts.read('other', registered.contact.id)).toBeUndefined();
  });

  it('that was never made is not there', async () => {
    expect(await contacts.read(tenant, someId())).toBeUndefined();
  });
});

it('a withdrawal from before there were reasons is read as one by a correction', async () => {
  const { contact, callback } = someCallback();
  const step = { kind: 'withdrawn', by: contact.registeredBy, at: contact.registeredAt } as CallbackStep;
  await contacts.create(tenant, { contact, callback: callback && withStep(callback, step) });
  const read = await contacts.read(tenant, contact.id);
  expect(read?.callback?.steps.at(-1)).toEqual({ ...step, reason: 'corrected' });
});

it('every kind of step is read back as it was written', async () => {
  const { contact, callback } = someCallback();
  const { registeredBy: by, registeredAt: at } = contact;
  const steps: CallbackStep[] = [
    { kind: 'corrected', by, at },
    { kind: 'taken', by, at },
    { kind: 'attempted', messageLeft: true, by, at },
    { kind: 'handedOver', department: 'vergunningen', by, at },
    { kind: 'done', result: 'notReached', by, at },
    { kind: 'reopened', by, at },
    ...withdrawalReasons.map((reason): CallbackStep => ({ kind: 'withdrawn', reason, by, at })),
  ];
  const lived = callback && steps.reduce(withStep, callback);
  await contacts.create(tenant, { contact, callback: lived });
  expect((await contacts.read(tenant, contact.id))?.callback).toEqual(lived);
});

describe('a change', () => {
  it('has one winner among twenty who read the same version', async () => {
    const registered = someCallback();
    await contacts.create(tenant, registered);
    const before = await contacts.read(tenant, registered.contact.id);
    if (before?.callback === undefined) throw new Error('not stored');
    const { callback } = before;
    const at = before.contact.registeredAt;
    const won = await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const by = { id: `p${index}`, name: `P${index}` };
        const changed = { ...before, callback: withStep(callback, { kind: 'taken', by, at }) };
        return contacts.replace(tenant, changed, before);
      }),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
  });

  it('can add a callback to a contact that had none', async () => {
    const without = someRegistration();
    await contacts.create(tenant, without);
    const before = await contacts.read(tenant, without.contact.id);
    if (before === undefined) throw new Error('not stored');
    const { callback } = someCallback(without.contact.id);
    expect(await contacts.replace(tenant, { contact: without.contact, callback }, before)).toBe(true);
    expect((await contacts.read(tenant, without.contact.id))?.callback).toEqual(callback);
  });
});

describe('a day', () => {
  it('of more registrations than a transaction and a page hold is read whole', async () => {
    const day = '2026-03-02';
    const many: Registered[] = Array.from({ length: 1100 }, () => someRegistration({}, someId(day)));
    await contacts.putDay(tenant, many);
    await contacts.putDay(tenant, many);
    expect([...(await contacts.readDay(tenant, day))]).toHaveLength(1100);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ContactId, suffixOf } from '../../shared/contact/contactId.ts';
import { conversationOf, execute, inChat, message, person, send, submit, TENANT } from '../rig/activities.ts';
import { citizen, wordsOn } from '../rig/cardWords.ts';
import { botRemoved, outage, throttled } from '../rig/fakeConnector.ts';
import { startTestZeven, type TestZeven } from '../rig/zeven.ts';
import { idOn } from './cardId.ts';

let house: TestZeven;
beforeAll(async () => {
  house = await startTestZeven();
});
afterAll(() => house.stop());

describe('registering', () => {
  it('asks for a contact with a card, and keeps what comes back', async () => {
    const card = await house.type(house.kaatje, 'contact');
    const answer = await house.click(house.kaatje, card, 'Direct opgelost', {
      channel: 'telephone',
      process: 'strook-grond',
      note: 'Wil een strook grond kopen',
    });
    expect(answer.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(wordsOn(answer.value)).toContain('Vastgelegd');
    const kept = await house.store.contacts.read(TENANT, idOn(card));
    expect(kept?.contact).toMatchObject({
      channel: 'telephone',
      process: 'strook-grond',
      department: 'grondzaken',
      outcome: 'resolved',
      note: 'Wil een strook grond kopen',
      registeredBy: { name: 'Kaatje Contactlijn' },
    });
  });

  it('makes the receipt stand in the chat for good', async () => {
    const card = await house.type(house.kaatje, 'contact');
    await house.click(house.kaatje, card, 'Direct opgelost', { channel: 'counter' });
    await house.connector.until(
      () =>
        house.connector
          .cards(conversationOf(house.kaatje))
          .some(({ id, version }) => id === card.id && version > 1),
      'the receipt stands',
    );
    const standing = house.connector.cards(conversationOf(house.kaatje)).find(({ id }) => id === card.id);
    expect(wordsOn(standing?.card)).toContain('Vastgelegd');
  });

  it('gives mistakes back in the same card, beside the field, with what was typed still there', async () => {
    const card = await house.type(house.kaatje, 'contact');
    const { value } = await house.click(house.kaatje, card, 'Terugbelverzoek vastleggen', {
      channel: 'telephone',
      department: 'grondzaken',
      ...citizen,
      citizenPhone: '06 12',
    });
    const items: { id?: string; value?: string; text?: string; items?: [] }[] = value.body.flatMap(
      (item: { items?: [] }) => item.items ?? [item],
    );
    const field = items.findIndex(({ id }) => id === 'citizenPhone');
    expect(items[field]?.value).toBe('06 12');
    expect(items[field + 1]?.text).toContain('Dit nummer bestaat niet');
    expect(items.find(({ id }) => id === 'citizenName')?.value).toBe('Jan Testburger');
    expect(await house.store.contacts.read(TENANT, idOn(card))).toBeUndefined();
  });

  it('registers once, however often and fast the card is sent', async () => {
    const card = await house.type(house.kaatje, 'contact');
    const inputs = { channel: 'telephone', department: 'grondzaken', ...citizen, subject: 'Eenmaal' };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => house.click(house.kaatje, card, 'Terugbelverzoek vastleggen', inputs)),
    );
    for (const { value } of answers) expect(wordsOn(value)).toContain('Vastgelegd');
    expect((await house.store.contacts.read(TENANT, idOn(card)))?.callback?.steps).toHaveLength(1);
  });

  it('works for clients that know no Action.Execute: the receipt takes the place of the card', async () => {
    const card = await house.type(house.kaatje, 'contact');
    const execute = card.card.actions.find(({ title }: { title: string }) => title === 'Direct opgelost');
    const data = { ...execute.fallback.data, channel: 'telephone' };
    await house.send(submit(house.kaatje, { activityId: card.id, data }));
    const standing = house.connector.cards(conversationOf(house.kaatje)).find(({ id }) => id === card.id);
    expect(wordsOn(standing?.card)).toContain('Vastgelegd');
  });

  it('says where a callback waits when its department has no channel', async () => {
    const card = await house.type(house.kaatje, 'contact');
    const { value } = await house.click(house.kaatje, card, 'Terugbelverzoek vastleggen', {
      channel: 'telephone',
      department: 'vergunningen',
      ...citizen,
    });
    expect(wordsOn(value)).toContain('Vergunningen heeft nog geen kanaal');
  });

  it('does nothing with what no card of ours can have sent', async () => {
    const data = { verb: 'registration.submit', id: '../../etc', outcome: 'resolved', correcting: false };
    const { status } = await house.send(execute(house.kaatje, { activityId: '1', verb: data.verb, data }));
    expect(status).toBe(400);
  });
});

describe('correcting', () => {
  it('opens the card with the answers, and the receipt says that it was corrected', async () => {
    const card = await house.type(house.kaatje, 'contact');
    const receipt = await house.click(house.kaatje, card, 'Direct opgelost', {
      channel: 'email',
      note: 'Eerst',
    });
    const form = await house.click(house.kaatje, { ...card, card: receipt.value }, 'Corrigeren');
    expect(wordsOn(form.value)).toContain('Contact corrigeren');
    expect(form.value.body.find(({ id }: { id: string }) => id === 'note').value).toBe('Eerst');

    const corrected = await house.click(house.kaatje, { ...card, card: form.value }, 'Direct opgelost', {
      channel: 'counter',
      note: 'Daarna',
    });
    expect(wordsOn(corrected.value)).toContain('Gecorrigeerd');
    expect((await house.store.contacts.read(TENANT, idOn(card)))?.contact).toMatchObject({
      channel: 'counter',
      note: 'Daarna',
    });
  });

  it('is for who registered it alone', async () => {
    const card = await house.type(house.kaatje, 'contact');
    const receipt = await house.click(house.kaatje, card, 'Direct opgelost', { channel: 'email' });
    const other = { ...house.kaatje, person: person(9, 'Nieuwsgierige Nico') };
    const answer = await house.click(other, { ...card, card: receipt.value }, 'Corrigeren');
    expect(answer.value).toContain('Alleen wie het contact registreerde');
  });
});

describe('when Teams is in trouble', () => {
  it.each([
    ['asks for patience', throttled(1)],
    ['asks for patience without saying how long', throttled()],
    ['is out of order', outage(503)],
    ['drops the line before its answer', { kind: 'drop' } as const],
  ])('%s, the card comes all the same', async (_, trouble) => {
    await house.type(house.grondzaken, 'koppel Grondzaken').catch(() => undefined);
    const card = await house.type(house.kaatje, 'contact');
    house.connector.trouble(trouble, { times: 1, only: 'post' });
    await house.click(house.kaatje, card, 'Terugbelverzoek vastleggen', {
      channel: 'telephone',
      department: 'grondzaken',
      ...citizen,
      subject: wordOf(idOn(card)),
    });
    await house.connector.until(() => cardsAbout(idOn(card)) > 0, 'the card stands', 12_000);
  });

  it('the bot was removed: the callback is kept and comes when the channel is linked again', async () => {
    const card = await house.type(house.kaatje, 'contact');
    house.connector.trouble(botRemoved, { times: 1, only: 'post' });
    const inputs = {
      channel: 'telephone',
      department: 'grondzaken',
      ...citizen,
      subject: wordOf(idOn(card)),
    };
    await house.click(house.kaatje, card, 'Terugbelverzoek vastleggen', inputs);
    await house.connector.until(
      () => house.connector.calls.some(({ answered }) => answered === 403),
      'the refusal',
    );
    await house.send(message(house.grondzaken, 'ontkoppel'));
    await house.send(message(house.grondzaken, 'koppel Grondzaken'));
    await house.connector.until(() => cardsAbout(idOn(card)) === 1, 'the card stands');
  });
});

it('answers nobody of a tenant that is not served', async () => {
  const nobody = person(77, 'Vera Vreemd');
  const stranger = { ...inChat(house.connector, nobody), tenantId: '7e000000-0000-4000-8000-0000000000ff' };
  await send(house.url, message(stranger, 'contact'));
  expect(house.connector.standing(conversationOf(stranger))).toEqual([]);
});

function cardsAbout(id: ContactId): number {
  return house.connector
    .cards('19:zeven-1@thread.tacv2')
    .filter(({ card }) => wordsOn(card).includes(wordOf(id))).length;
}

/** A word of its own for a registration; digits could happen to be a BSN. */
function wordOf(id: ContactId): string {
  return suffixOf(id).replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
}

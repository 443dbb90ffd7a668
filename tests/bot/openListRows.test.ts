import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../shared/person.ts';
import { conversationOf, execute, message, person, type Scene, submit } from '../rig/activities.ts';
import { askCallback, cardIn, linkBoth } from '../rig/callbacks.ts';
import { wordsOn } from '../rig/cardWords.ts';
import { askedEarlier } from '../rig/earlierCallbacks.ts';
import { listFor, openWithRow, rowsOn } from '../rig/listCards.ts';
import { startTestZeven, type TestZeven } from '../rig/zeven.ts';

let house: TestZeven;
let clock: Temporal.Instant;
beforeEach(async () => {
  clock = Temporal.Instant.from('2026-11-26T10:32+01:00'); // a Thursday
  house = await startTestZeven({ now: () => clock });
  await linkBoth(house);
});
afterEach(() => house.stop());

describe('"open" in one’s own chat', () => {
  it('shows what one asked and what one took, of all departments, and nothing else', async () => {
    const { aadObjectId: id, name } = house.kaatje.person;
    const kaatje: Person = { id, name };
    await askedEarlier(house, [
      { at: '2026-11-23T10:00+01:00', subject: 'Van een ander' },
      { at: '2026-11-25T10:00+01:00', subject: 'Gevraagd', by: kaatje, department: 'vergunningen' },
      { at: '2026-11-24T10:00+01:00', subject: 'Opgepakt', owner: kaatje },
    ]);
    const { card } = await house.type(house.kaatje, 'open');
    expect(wordsOn(card)).toContain('Mijn open terugbelverzoeken');
    expect(rowsOn(card).map(({ words }) => words)).toEqual([
      'Opgepakt ● Vandaag  ·  do 26 nov 17:00 · Kaatje Contactlijn · Grondzaken',
      'Gevraagd ○ Volgende werkdag  ·  vr 27 nov 17:00 · nog niemand · Vergunningen ›',
    ]);
  });

  it('says kindly that nothing is', async () => {
    await askedEarlier(house, [{ at: '2026-11-24T10:00+01:00', subject: 'Van een ander' }]);
    const { card } = await house.type(house.kaatje, 'open');
    expect(wordsOn(card)).toContain('Er staat niets open van jou');
    expect(rowsOn(card)).toEqual([]);
  });

  it('shows somebody whom Teams does not name nothing', async () => {
    const nobody = { id: '', name: '' };
    await askedEarlier(house, [{ at: '2026-11-24T10:00+01:00', subject: 'Van niemand', by: nobody }]);
    await house.send({ ...message(house.kaatje, 'open'), from: { id: '29:1zeven-0001' } });
    const card = await cardIn(house, house.kaatje, 'Mijn open terugbelverzoeken');
    expect(rowsOn(card.card)).toEqual([]);
  });

  it('leads with a row to one’s registration, which comes below the list', async () => {
    await askCallback(house, { subject: 'Strook grond' });
    const list = await openWithRow(house, house.kaatje);
    const [row] = rowsOn(list.card);
    expect(row?.action.title).toBe('Strook grond, ma 30 nov 17:00, nog niemand, Grondzaken');
    const { verb, data } = row?.action ?? {};
    const { body } = await house.send(execute(house.kaatje, { activityId: list.id, verb, data }));
    expect(body.value).toBe('De registratie staat hieronder.');
    const cards = house.connector.cards(conversationOf(house.kaatje));
    expect(cards.at(-2)).toEqual(list);
    expect(wordsOn(cards.at(-1)?.card)).toMatch(/Vastgelegd.*Jan Testburger.*Strook grond/s);
  });

  it('leads there on clients that know no Action.Execute', async () => {
    await askCallback(house, { subject: 'Strook grond' });
    const list = await openWithRow(house, house.kaatje);
    const { fallback } = rowsOn(list.card)[0]?.action ?? {};
    await house.send(submit(house.kaatje, { activityId: list.id, data: fallback.data }));
    const cards = house.connector.cards(conversationOf(house.kaatje));
    expect(cards.at(-2)).toEqual(list);
    expect(wordsOn(cards.at(-1)?.card)).toContain('Jan Testburger');
  });
});

describe('a registration', () => {
  async function show(scene: Scene, id: string) {
    const data = { verb: 'registration.show', id };
    const { body } = await house.send(execute(scene, { activityId: '1', verb: data.verb, data }));
    return body.value;
  }

  it('is shown to nobody but who made it', async () => {
    const { id } = await askCallback(house);
    const other = { ...house.kaatje, person: person(4, 'Karel Contactlijn') };
    expect(await show(other, id)).toBe('Alleen wie het contact registreerde, kan het hier bekijken.');
    expect(await show(house.grondzaken, id)).toContain('Alleen wie het contact registreerde');
    expect(house.connector.cards(conversationOf(other))).toEqual([]);
  });

  it('that is not there any more is said to be gone', async () => {
    expect(await show(house.kaatje, '2026-11-25-0000000000000000')).toBe(
      'Deze registratie is niet meer te vinden.',
    );
  });
});

describe('a row in a channel', () => {
  /** Clicks in Teams itself: the test's own connector has no https address. */
  const inTeams = (scene: Scene): Scene => ({
    ...scene,
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
  });

  it('leads to the card of the callback, in Teams', async () => {
    await askCallback(house);
    const { id } = await cardIn(house, house.grondzaken);
    await expect
      .poll(async () => rowsOn(await listFor(house, inTeams(house.grondzaken)))[0]?.action)
      .toEqual({
        type: 'Action.OpenUrl',
        title: 'Berm, ma 30 nov 17:00, nog niemand',
        url: `https://teams.microsoft.com/l/message/19%3Azeven-1%40thread.tacv2/${id}?tenantId=7e000000-0000-4000-8000-000000000001&parentMessageId=${id}&createdTime=${id}`,
      });
  });

  it('names the team in its address where Teams does', async () => {
    await askCallback(house);
    await cardIn(house, house.grondzaken);
    const channelData = {
      tenant: { id: house.grondzaken.tenantId },
      team: { id: '19:team@thread.tacv2', aadGroupId: '7e000000-0000-4000-8000-900000000001' },
    };
    await expect
      .poll(
        async () => rowsOn(await listFor(house, inTeams(house.grondzaken), { channelData }))[0]?.action?.url,
      )
      .toContain('&groupId=7e000000-0000-4000-8000-900000000001&');
  });

  it('leads to where the callback went, not to where it was', async () => {
    await askCallback(house);
    const card = await cardIn(house, house.grondzaken);
    await house.click(house.grondzaken, card, 'Overdragen', { department: 'vergunningen' });
    const { id } = await cardIn(house, house.vergunningen);
    await expect
      .poll(async () => rowsOn(await listFor(house, inTeams(house.vergunningen)))[0]?.action?.url)
      .toContain(`/19%3Azeven-2%40thread.tacv2/${id}?`);
  });

  it('leads nowhere where it has no card', async () => {
    await askedEarlier(house, [{ at: '2026-11-25T10:00+01:00', subject: 'Zonder kaart' }]);
    const [row] = rowsOn(await listFor(house, inTeams(house.grondzaken)));
    expect([row?.words, row?.action]).toEqual([expect.stringContaining('Zonder kaart'), undefined]);
  });

  it('leads nowhere in a client that has no addresses of messages', async () => {
    await askCallback(house);
    await cardIn(house, house.grondzaken);
    const { card } = await openWithRow(house, house.grondzaken);
    expect(rowsOn(card).map(({ action }) => action)).toEqual([undefined]);
  });
});

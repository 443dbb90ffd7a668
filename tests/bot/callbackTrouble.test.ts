import { describe, expect, it, vi } from 'vitest';
import { conversationOf, installation, message, TENANT } from '../rig/activities.ts';
import { askCallback, cardIn, linkBoth } from '../rig/callbacks.ts';
import { citizen, wordsOn } from '../rig/cardWords.ts';
import { botRemoved, outage, type StandingCard, throttled } from '../rig/fakeConnector.ts';
import { startTestZeven, type TestZeven } from '../rig/zeven.ts';
import { idOn } from './cardId.ts';

/** How long a second attempt may take to come, in milliseconds. */
const patience = 8_000;

/** A callback with its card in the channel, in a house of its own: trouble takes seconds, so these run side by side. */
async function inTrouble(logic: (house: TestZeven, card: StandingCard) => Promise<void>): Promise<void> {
  const house = await startTestZeven();
  try {
    await linkBoth(house);
    await askCallback(house);
    await logic(house, await cardIn(house, house.grondzaken));
  } finally {
    await house.stop();
  }
}

function cardsIn({ connector, grondzaken }: TestZeven): readonly StandingCard[] {
  return connector.cards(conversationOf(grondzaken));
}

/** Tests that run side by side have no `expect.poll` of their own. */
function soon(expectation: () => Promise<void>): Promise<void> {
  return vi.waitFor(expectation, { timeout: patience });
}

/** Somebody deletes the bot's message in Teams. */
async function deleteCard({ connector, grondzaken }: TestZeven, { id }: StandingCard): Promise<void> {
  const path = `v3/conversations/${conversationOf(grondzaken)}/activities/${id}`;
  const { status } = await fetch(connector.serviceUrl + path, { method: 'DELETE' });
  expect(status).toBe(200);
}

/** The team throws the bot out: it may not update and not post; it notices at the next click. */
async function removeBot(house: TestZeven, card: StandingCard): Promise<void> {
  const { connector, grondzaken, store } = house;
  connector.trouble(botRemoved, { only: 'update' });
  await house.click(grondzaken, card, 'Oppakken');
  await soon(async () => expect(await store.places.isParked(TENANT, conversationOf(grondzaken))).toBe(true));
}

describe.concurrent('when Teams does not take an update', () => {
  it.each([
    ['because it asks for patience', throttled(1)],
    ['because it asks for patience without saying how long', throttled()],
    ['because it is out of order', outage(502)],
    ['or breaks the line before its answer', { kind: 'drop' } as const],
  ])('%s, the card shows it all the same, and stays the same card', (_, trouble) =>
    inTrouble(async (house, card) => {
      house.connector.trouble(trouble, { only: 'update' });
      const answer = await house.click(house.grondzaken, card, 'Oppakken');
      expect(wordsOn(answer.value)).toContain('Opgepakt door');
      await cardIn(house, house.grondzaken, 'Opgepakt door', patience);
      expect(cardsIn(house).map(({ id }) => id)).toEqual([card.id]);
    }),
  );

  it('and says for how long, it waits that long', () =>
    inTrouble(async (house, card) => {
      house.connector.trouble(throttled(2), { only: 'update' });
      await house.click(house.grondzaken, card, 'Oppakken');
      await cardIn(house, house.grondzaken, 'Opgepakt door', patience);
      const [refused, taken] = house.connector.calls.filter(
        ({ kind, activityId }) => kind === 'update' && activityId === card.id,
      );
      expect((taken?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(2_000);
    }));

  it('and does not answer at all, the other channels go on, and the card shows it later', () =>
    inTrouble(async (house, card) => {
      const { connector, grondzaken, vergunningen } = house;
      connector.trouble({ kind: 'hang' }, { only: 'update' });
      await house.click(grondzaken, card, 'Oppakken');
      await connector.until(() => connector.calls.at(-1)?.answered === 0, 'the update hangs');
      await askCallback(house, { department: 'vergunningen' });
      await cardIn(house, vergunningen);
      expect(wordsOn(cardsIn(house)[0]?.card)).toContain('Nog niet opgepakt');
      connector.mend();
      await cardIn(house, grondzaken, 'Opgepakt door', patience);
      expect(cardsIn(house).map(({ id }) => id)).toEqual([card.id]);
    }));

  it('nothing that happens meanwhile is lost: the card shows the last of it', () =>
    inTrouble(async (house, card) => {
      house.connector.trouble(outage(503), { only: 'update', times: 2 });
      const { value } = await house.click(house.grondzaken, card, 'Oppakken');
      await house.click(house.grondzaken, { ...card, card: value }, 'Afgerond');
      await cardIn(house, house.grondzaken, 'Afgerond, op tijd', patience);
      expect(cardsIn(house)).toHaveLength(1);
    }));
});

describe.concurrent('a card that somebody deleted', () => {
  it('is posted again when something happens to its callback, which is still open', () =>
    inTrouble(async (house, card) => {
      await deleteCard(house, card);
      await house.click(house.grondzaken, card, 'Oppakken');
      const again = await cardIn(house, house.grondzaken, 'Opgepakt door');
      expect(again.id).not.toBe(card.id);
      await house.click(house.grondzaken, again, 'Afgerond');
      await cardIn(house, house.grondzaken, 'Afgerond, op tijd');
      expect(cardsIn(house)).toHaveLength(1);
    }));

  it('is not posted again when its callback is done', () =>
    inTrouble(async (house, card) => {
      await deleteCard(house, card);
      await house.click(house.grondzaken, card, 'Afgerond');
      await askCallback(house, { subject: 'Dakkapel' });
      await cardIn(house, house.grondzaken, 'Dakkapel');
      await soon(async () => expect(await house.store.due.list(TENANT)).toHaveLength(1));
      expect(cardsIn(house)).toHaveLength(1);
    }));

  it('of a department that handed its callback over is not missed', () =>
    inTrouble(async (house, card) => {
      await deleteCard(house, card);
      await house.click(house.grondzaken, card, 'Overdragen', { department: 'vergunningen' });
      await cardIn(house, house.vergunningen);
      await house.connector.until(
        () => house.connector.calls.some(({ answered }) => answered === 404),
        'the update is refused',
      );
      expect(cardsIn(house)).toEqual([]);
    }));
});

describe.concurrent('when the bot is removed from the team', () => {
  it('nothing is lost: the card shows it all when the bot is installed again', () =>
    inTrouble(async (house, card) => {
      await removeBot(house, card);
      await house.send(installation(house.grondzaken, 'add'));
      const back = await cardIn(house, house.grondzaken, 'Opgepakt door');
      expect(back.id).toBe(card.id);
      expect(wordsOn(back.card)).toMatch(/Opgepakt door Gijs Grondvast.*Jan Testburger/);
    }));

  it('or when somebody links the channel again, which says so', () =>
    inTrouble(async (house, card) => {
      await removeBot(house, card);
      await house.send(message(house.grondzaken, 'koppel Grondzaken'));
      await cardIn(house, house.grondzaken, 'Opgepakt door');
      const said = house.connector.standing(conversationOf(house.grondzaken));
      expect(said.map(({ activity }) => activity.text ?? '').join()).toContain('Het verzoek dat nog wachtte');
    }));

  it('what is asked meanwhile waits as well', () =>
    inTrouble(async (house) => {
      const { connector, kaatje, grondzaken } = house;
      const form = await house.type(kaatje, 'contact');
      connector.trouble(botRemoved, { only: 'post' });
      const inputs = { channel: 'telephone', department: 'grondzaken', ...citizen, subject: 'Dakkapel' };
      await house.click(kaatje, form, 'Terugbelverzoek vastleggen', inputs);
      await connector.until(() => connector.calls.some(({ answered }) => answered === 403), 'the refusal');
      await soon(async () => expect(await house.store.cards.list(TENANT, idOn(form))).toEqual([]));
      await house.send(installation(grondzaken, 'add'));
      await cardIn(house, grondzaken, 'Dakkapel');
    }));
});

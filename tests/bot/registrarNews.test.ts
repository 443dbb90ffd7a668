import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStorage } from '../../bot/store/storage.ts';
import {
  conversationOf,
  fetchTask,
  message,
  person,
  type Scene,
  submitAction,
  TENANT,
} from '../rig/activities.ts';
import { type TestStorage, testStorage } from '../rig/azurite.ts';
import { askCallback, cardIn, correct, linkBoth } from '../rig/callbacks.ts';
import { citizen, citizenData, wordsOn } from '../rig/cardWords.ts';
import { blockedByUser, botRemoved, outage, type StandingCard, throttled } from '../rig/fakeConnector.ts';
import { createdIn } from '../rig/fakeConversations.ts';
import { startTestZeven, type TestZeven } from '../rig/zeven.ts';

/** What Kaatje of the KCC hears in her own chat of the callbacks that she asked. */
let storage: TestStorage;
let house: TestZeven;
let clock: Temporal.Instant;
let vera: Scene;
beforeEach(async () => {
  itIs('2026-11-23T10:00+01:00'); // a Monday
  storage = testStorage();
  house = await startTestZeven({ now: () => clock, storage });
  vera = { ...house.vergunningen, person: person(3, 'Vera van Dijk') };
  await linkBoth(house);
});
afterEach(() => house.stop());

/** How long a second attempt may take to come, in milliseconds. */
const patience = 12_000;

function itIs(moment: string): void {
  clock = Temporal.Instant.from(moment);
}

function newsIn(conversation: string): StandingCard[] {
  const cards = house.connector.cards(conversation);
  return cards.filter(({ card }) => wordsOn(card).includes('Nieuws over je terugbelverzoek'));
}

function news(): StandingCard[] {
  return newsIn(conversationOf(house.kaatje));
}

/** The news, when so much of it has come. */
async function untilNews(count: number, limitMs?: number): Promise<StandingCard[]> {
  await house.connector.until(() => news().length >= count, `news of the callback: ${count}`, limitMs);
  return news();
}

/** A callback with its receipt and its card in the channel of Grondzaken. */
async function askedCallback(inputs: object = {}) {
  const asked = await askCallback(house, inputs);
  return { ...asked, card: await cardIn(house, house.grondzaken) };
}

/** Clicks one button after another, each on the card that the click before it gave. */
async function clickAll(scene: Scene, card: StandingCard, ...clicks: [title: string, inputs?: object][]) {
  let shown = card;
  for (const [title, inputs] of clicks) {
    const { value } = await house.click(scene, shown, title, inputs);
    shown = { ...card, card: value };
  }
  return shown;
}

/** Everything that was announced has been looked at, to its end: from here on nothing comes by itself. */
async function untilQuiet(): Promise<void> {
  const opened = await openStorage({ kind: 'connectionString', ...storage });
  const left = async () => (await opened.queue('work').getProperties()).approximateMessagesCount;
  await expect.poll(left, { timeout: patience }).toBe(0);
}

describe('the registrar is told', () => {
  it('that the citizen was spoken to: by whom, when, and that it was in time', async () => {
    const { card } = await askedCallback();
    itIs('2026-11-24T10:12+01:00');
    await clickAll(house.grondzaken, card, ['Oppakken'], ['Afgerond']);
    const [told, ...others] = await untilNews(1);
    expect(others).toEqual([]);
    expect(wordsOn(told?.card)).toMatch(
      /Berm.*Afgerond, op tijd.*Gijs Grondvast \(Grondzaken\) sprak de inwoner op dinsdag 24 november 10:12.*woensdag 25 november 17:00, gehaald/,
    );
  });

  it('that it was too late', async () => {
    const { card } = await askedCallback();
    itIs('2026-11-25T17:01+01:00');
    await clickAll(house.grondzaken, card, ['Afgerond']);
    const [told] = await untilNews(1);
    expect(wordsOn(told?.card)).toMatch(/Afgerond, te laat.*niet gehaald/);
  });

  it('that the citizen could not be reached, and what to do then', async () => {
    const { card } = await askedCallback();
    const attempt = ['Poging vastleggen', { messageLeft: 'true' }] as [string, object];
    const tried = await clickAll(house.grondzaken, card, attempt, attempt);
    itIs('2026-11-23T14:00+01:00');
    await clickAll(house.grondzaken, tried, attempt, ['Afronden zonder gesprek']);
    const [told] = await untilNews(1);
    expect(wordsOn(told?.card)).toMatch(/Niet bereikt, bericht achtergelaten.*na 3 pogingen.*nieuw verzoek/);
    expect(told?.activity.summary).toBe('Grondzaken kon de inwoner niet bereiken');
  });

  it('that it was for another department, and that the deadline stands', async () => {
    const { card } = await askedCallback();
    await clickAll(house.grondzaken, card, ['Overdragen', { department: 'vergunningen' }]);
    const [told] = await untilNews(1);
    expect(wordsOn(told?.card)).toMatch(
      /Overgedragen aan Vergunningen.*Gijs Grondvast \(Grondzaken\) droeg het over.*woensdag 25 november 17:00, die blijft/,
    );
    expect(wordsOn(told?.card)).not.toContain('geen kanaal');
    expect(told?.activity.summary).toBe('Grondzaken heeft je terugbelverzoek overgedragen aan Vergunningen');
  });

  it('that it waits when that department has no channel yet', async () => {
    await house.send(message(house.vergunningen, 'ontkoppel'));
    const { card } = await askedCallback();
    await clickAll(house.grondzaken, card, ['Overdragen', { department: 'vergunningen' }]);
    const [told] = await untilNews(1);
    expect(wordsOn(told?.card)).toContain('Vergunningen heeft nog geen kanaal');
  });

  it('that it is open again after they were told that it was done, and then that it is done', async () => {
    const { card } = await askedCallback();
    const done = await clickAll(house.grondzaken, card, ['Afgerond']);
    await untilNews(1);
    const reopened = await clickAll(house.grondzaken, done, ['Heropenen']);
    const [, open] = await untilNews(2);
    expect(wordsOn(open?.card)).toMatch(/Staat weer open.*Gijs Grondvast \(Grondzaken\) heropende het/);
    await clickAll(house.grondzaken, reopened, ['Afgerond']);
    const [, , again] = await untilNews(3);
    expect(wordsOn(again?.card)).toContain('sprak de inwoner');
  });

  it('nothing of the citizen: not on the card, and in the notification not even the subject', async () => {
    const { card } = await askedCallback({ note: 'Over de heg' });
    await clickAll(house.grondzaken, card, ['Afgerond']);
    const [told] = await untilNews(1);
    expect(JSON.stringify(told?.activity)).not.toMatch(citizenData);
    expect(wordsOn(told?.card)).not.toContain('Over de heg');
    expect(told?.activity.summary).toBe('Je terugbelverzoek voor Grondzaken is afgerond');
  });

  it('with a button that leads to what they registered', async () => {
    const { card } = await askedCallback();
    await clickAll(house.grondzaken, card, ['Afgerond']);
    const [told] = await untilNews(1);
    await house.click(house.kaatje, told ?? card, 'Bekijk registratie');
    const receipt = await cardIn(house, house.kaatje, 'Afgerond: Gijs Grondvast sprak de inwoner');
    expect(receipt.id).not.toBe(told?.id);
  });
});

describe('the registrar is not told', () => {
  it('that it was taken, of attempts, nor what a department did that they did not choose', async () => {
    const { card } = await askedCallback();
    await clickAll(house.grondzaken, card, ['Oppakken'], ['Poging vastleggen', {}]);
    await untilQuiet();
    expect(news()).toEqual([]);
    const tried = await cardIn(house, house.grondzaken, 'belde, geen gehoor');
    await clickAll(house.grondzaken, tried, ['Overdragen', { department: 'vergunningen' }]);
    await untilNews(1);
    const there = await cardIn(house, house.vergunningen);
    await clickAll(vera, there, ['Overdragen', { department: 'grondzaken' }]);
    await cardIn(house, house.vergunningen, 'Overgedragen aan Grondzaken');
    await untilQuiet();
    expect(news()).toHaveLength(1);
  });

  it('what they did themselves', async () => {
    const { card } = await askedCallback();
    const kaatjeThere = { ...house.grondzaken, person: house.kaatje.person };
    await clickAll(kaatjeThere, card, ['Afgerond']);
    await cardIn(house, house.grondzaken, 'Afgerond, op tijd');
    await untilQuiet();
    expect(news()).toEqual([]);
  });

  it('of their own withdrawal or correction', async () => {
    const asked = await askedCallback();
    await correct(house, asked, 'Terugbelverzoek vastleggen', { department: 'vergunningen' });
    const there = await cardIn(house, house.vergunningen);
    await clickAll(vera, there, ['Oppakken']);
    await house.click(house.kaatje, asked.receipt, 'Terugbelverzoek intrekken', { reason: 'askedTwice' });
    await cardIn(house, house.vergunningen, 'Ingetrokken door Kaatje');
    await untilQuiet();
    expect(news()).toEqual([]);
  });
});

describe('when Teams is in trouble', () => {
  it.each([
    ['asks for patience', throttled(1)],
    ['is out of order', outage(503)],
  ])('and %s, the registrar is told later, once', async (_, trouble) => {
    const { card } = await askedCallback();
    house.connector.trouble(trouble, { only: 'post', times: 2 });
    await clickAll(house.grondzaken, card, ['Afgerond']);
    await untilNews(1, patience);
    await untilQuiet();
    expect(news()).toHaveLength(1);
  });

  it('what happened meanwhile is told in its place', async () => {
    const { card } = await askedCallback();
    house.connector.trouble(outage(503), { only: 'post' });
    const done = await clickAll(house.grondzaken, card, ['Afgerond']);
    await house.connector.until(
      () => house.connector.calls.some(({ answered }) => answered === 503),
      'the refusal',
    );
    const reopened = await clickAll(house.grondzaken, done, ['Heropenen']);
    await clickAll(house.grondzaken, reopened, ['Oppakken'], ['Overdragen', { department: 'vergunningen' }]);
    const [told] = await untilNews(1, patience);
    expect(wordsOn(told?.card)).toContain('Overgedragen aan Vergunningen');
    await untilQuiet();
    expect(news()).toHaveLength(1);
  });

  it('and the bot stops and starts again, the registrar is told all the same', async () => {
    const { card } = await askedCallback();
    house.connector.trouble(outage(503), { only: 'post' });
    await clickAll(house.grondzaken, card, ['Afgerond']);
    await house.connector.until(
      () => house.connector.calls.some(({ answered }) => answered === 503),
      'the refusal',
    );
    await house.zeven.stop();
    const restarted = await startTestZeven({ now: () => clock, storage });
    try {
      await untilNews(1, patience);
    } finally {
      await restarted.stop();
    }
    expect(news()).toHaveLength(1);
  });
});

describe('two instances of the bot', () => {
  it('tell it once', async () => {
    const other = await startTestZeven({ now: () => clock, storage });
    try {
      const { id, card } = await askedCallback();
      await clickAll(house.grondzaken, card, ['Afgerond']);
      // Every look of either instance could tell it.
      for (const { store } of [house, other, house, other]) {
        await (await store.work.announce(TENANT, id)).release();
      }
      await untilNews(1);
      await untilQuiet();
      expect(news()).toHaveLength(1);
    } finally {
      await other.stop();
    }
  });
});

describe('a registrar whom the bot never met in a chat', () => {
  const nora = person(7, 'Nora Nieuw');
  /** Where a chat that the bot opens by itself comes to be. */
  const chat = createdIn({ members: [{ id: nora.aadObjectId }] });

  /** Nora asks it from the compose box of a channel. */
  async function askedFromTheChannel(): Promise<StandingCard> {
    const scene = { ...house.vergunningen, person: nora };
    const command = { commandId: 'registerContact' };
    const opened = await house.send(fetchTask(scene, command));
    const form = opened.body.task.value.card.content;
    const button = JSON.stringify(form).match(/\{"verb":"registration.submit"[^}]*"callback"[^}]*\}/)?.[0];
    const data = {
      ...JSON.parse(button ?? '{}'),
      channel: 'telephone',
      department: 'grondzaken',
      ...citizen,
    };
    await house.send(submitAction(scene, { ...command, data }));
    return cardIn(house, house.grondzaken);
  }

  it('is told in a chat that the bot opens', async () => {
    const card = await askedFromTheChannel();
    await clickAll(house.grondzaken, card, ['Afgerond']);
    await house.connector.until(() => newsIn(chat).length === 1, 'the news in a new chat');
  });

  it.each([
    ['did not install it', botRemoved],
    ['blocked it', blockedByUser],
  ])('and who %s loses nothing: the card tells it, and all goes on', async (_, refusal) => {
    const card = await askedFromTheChannel();
    house.connector.trouble(refusal, { only: 'create', times: 5 });
    const done = await clickAll(house.grondzaken, card, ['Afgerond']);
    await cardIn(house, house.grondzaken, 'Afgerond, op tijd');
    await untilQuiet();
    expect(newsIn(chat)).toEqual([]);
    house.connector.mend();
    await clickAll(house.grondzaken, done, ['Heropenen'], ['Afgerond']);
    await house.connector.until(() => newsIn(chat).length === 1, 'the news, now that it may');
  });
});

import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Callback } from '../../shared/callback/callback.ts';
import type { ContactId } from '../../shared/contact/contactId.ts';
import { conversationOf, execute, message, person, type Scene, submit, TENANT } from '../rig/activities.ts';
import { askCallback, cardIn, correct, linkBoth, register } from '../rig/callbacks.ts';
import { citizen, citizenData, wordsOn } from '../rig/cardWords.ts';
import type { StandingCard } from '../rig/fakeConnector.ts';
import { startTestZeven, type TestZeven } from '../rig/zeven.ts';
import { idOn } from './cardId.ts';

let house: TestZeven;
let clock: Temporal.Instant;
beforeEach(async () => {
  itIs('2026-11-23T10:00+01:00'); // a Monday
  house = await startTestZeven({ now: () => clock });
  await linkBoth(house);
});
afterEach(() => house.stop());

function itIs(moment: string): void {
  clock = Temporal.Instant.from(moment);
}

async function callbackOf(id: ContactId): Promise<Callback> {
  const kept = await house.store.contacts.read(TENANT, id);
  return kept?.callback ?? expect.fail('There is no callback');
}

async function stepsOf(id: ContactId): Promise<string[]> {
  return (await callbackOf(id)).steps.map(({ kind }) => kind);
}

function cardsIn(scene: Scene): readonly StandingCard[] {
  return house.connector.cards(conversationOf(scene));
}

/** A callback and its card in the channel of Grondzaken. */
async function askedCallback(inputs: object = {}) {
  const asked = await askCallback(house, inputs);
  return { ...asked, card: await cardIn(house, house.grondzaken) };
}

/** Clicks one button after another, each on the card that the click before it gave. */
async function clickAll(card: StandingCard, ...clicks: [title: string, inputs?: object][]) {
  let shown = card;
  for (const [title, inputs] of clicks) {
    const { value } = await house.click(house.grondzaken, shown, title, inputs);
    shown = { ...card, card: value };
  }
  return shown;
}

function buttonsOn({ card }: StandingCard): string[] {
  return card.actions.map(({ title }: { title: string }) => title);
}

describe('a callback that is asked', () => {
  it('stands in the channel at once: what, whom to call, before when, and who asked it', async () => {
    const { card } = await askedCallback({ preferredMoment: 'na 15 uur', note: 'Over de heg' });
    expect(cardsIn(house.grondzaken)).toEqual([card]);
    const words = wordsOn(card.card);
    for (const word of [
      'Grondzaken',
      'Berm',
      'Jan Testburger',
      'tel:+31612345678',
      'na 15 uur',
      'Over de heg',
      'woensdag 25 november 17:00',
      'Kaatje Contactlijn',
    ]) {
      expect(words).toContain(word);
    }
  });

  it('is a post of its own in the channel, not an answer in some thread', async () => {
    const { card } = await askedCallback();
    expect(card.threadId).toBeUndefined();
  });

  it('says in its notification which department and before when, and nothing about the citizen', async () => {
    const { card } = await askedCallback();
    expect(card.activity.summary).toMatch(/Grondzaken.*woensdag 25 november 17:00/);
    expect(card.activity.summary).not.toMatch(citizenData);
    expect(card.activity.summary).not.toContain('Berm');
  });

  it('has one card, however often the form was sent', async () => {
    const form = await house.type(house.kaatje, 'contact');
    const inputs = { channel: 'telephone', department: 'grondzaken', ...citizen };
    await Promise.all(
      Array.from({ length: 6 }, () => house.click(house.kaatje, form, 'Terugbelverzoek vastleggen', inputs)),
    );
    await cardIn(house, house.grondzaken);
    await askCallback(house, { subject: 'Dakkapel' });
    await cardIn(house, house.grondzaken, 'Dakkapel');
    expect(cardsIn(house.grondzaken)).toHaveLength(2);
  });
});

describe('a click on the card', () => {
  it.each<[what: string, button: string, inputs: object, says: RegExp, not: RegExp, step: object]>([
    ['that takes it', 'Oppakken', {}, /Opgepakt door Gijs Grondvast/, /belde/, { kind: 'taken' }],
    [
      'after an attempt',
      'Poging vastleggen',
      { messageLeft: 'false' },
      /Gijs Grondvast belde, geen gehoor/,
      /geen gehoor, bericht/,
      { kind: 'attempted', messageLeft: false },
    ],
    [
      'after an attempt with a message left',
      'Poging vastleggen',
      { messageLeft: 'true' },
      /Gijs Grondvast belde, geen gehoor, bericht achtergelaten/,
      /Nog niet opgepakt/,
      { kind: 'attempted', messageLeft: true },
    ],
    [
      'after the talk',
      'Afgerond',
      {},
      /Afgerond, op tijd/,
      /Opgepakt door|tel:/,
      { kind: 'done', result: 'spoken' },
    ],
  ])('%s changes the card in place, for everyone', async (_, button, inputs, says, not, step) => {
    const { id, card } = await askedCallback();
    const { type, value } = await house.click(house.grondzaken, card, button, inputs);
    expect(type).toBe('application/vnd.microsoft.card.adaptive');
    expect(wordsOn(value)).toMatch(says);
    expect(wordsOn(value)).not.toMatch(not);

    await house.connector.until(() => cardsIn(house.grondzaken)[0]?.version === 2, 'the card is updated');
    const [standing, ...others] = cardsIn(house.grondzaken);
    expect(others).toEqual([]);
    expect(standing?.id).toBe(card.id);
    expect(standing?.card).toEqual(value);
    const { steps } = await callbackOf(id);
    expect(steps).toMatchObject([{ kind: 'asked' }, { ...step, by: { name: 'Gijs Grondvast' } }]);
  });

  it('works for clients that know no Action.Execute', async () => {
    const { id, card } = await askedCallback();
    const take = card.card.actions.find(({ title }: { title: string }) => title === 'Oppakken');
    await house.send(submit(house.grondzaken, { activityId: card.id, data: take.fallback.data }));
    await cardIn(house, house.grondzaken, 'Opgepakt door Gijs Grondvast');
    expect(await stepsOf(id)).toEqual(['asked', 'taken']);
    expect(cardsIn(house.grondzaken)).toHaveLength(1);
  });

  it('that follows another at once shows for everyone as well', async () => {
    const { card } = await askedCallback();
    house.connector.trouble({ kind: 'slow', ms: 300 }, { only: 'update' });
    await clickAll(card, ['Oppakken'], ['Afgerond']);
    expect(wordsOn((await cardIn(house, house.grondzaken, 'Afgerond, op tijd')).card)).not.toContain('tel:');
    expect(cardsIn(house.grondzaken)).toHaveLength(1);
  });

  it('of somebody whom Teams does not name counts all the same', async () => {
    const { id, card } = await askedCallback();
    const { data, verb } = card.card.actions[0];
    const click = execute(house.grondzaken, { activityId: card.id, verb, data });
    const { status } = await house.send({ ...click, from: { id: '29:1zeven-0002' } });
    expect(status).toBe(200);
    expect(await stepsOf(id)).toEqual(['asked', 'taken']);
  });
});

describe('a card that is done', () => {
  it('offers to ask for a rating, and asks nothing more but whether that was a mistake', async () => {
    const { card } = await askedCallback();
    const done = await clickAll(card, ['Oppakken'], ['Afgerond']);
    expect(buttonsOn(done)).toEqual(['Vraag een beoordeling', 'Per ongeluk afgerond?']);
  });

  it('says that it was too late when it was', async () => {
    const { card } = await askedCallback();
    itIs('2026-11-25T17:00:01+01:00');
    const done = await clickAll(card, ['Afgerond']);
    expect(wordsOn(done.card)).toContain('Afgerond, te laat');
  });

  it('was on time until the last second', async () => {
    const { card } = await askedCallback();
    itIs('2026-11-25T17:00+01:00');
    const done = await clickAll(card, ['Afgerond']);
    expect(wordsOn(done.card)).toContain('Afgerond, op tijd');
  });

  it('tells who acts on it later that it is done, and by whom', async () => {
    const { id, card } = await askedCallback();
    const done = await clickAll(card, ['Afgerond']);
    const vera = { ...house.grondzaken, person: person(3, 'Vera van Dijk') };
    const stale = await house.click(vera, card, 'Oppakken');
    expect(wordsOn(stale.value)).toMatch(/Gijs Grondvast sprak de inwoner.*Afgerond, op tijd/);
    const forged = await house.click(vera, card, 'Oppakken', { revision: done.version + 1 });
    expect(wordsOn(forged.value)).toContain('al afgerond');
    expect(await stepsOf(id)).toEqual(['asked', 'done']);
  });
});

describe('giving up', () => {
  const noAnswer = ['Poging vastleggen', { messageLeft: 'false' }] as [string, object];
  const messageLeft = ['Poging vastleggen', { messageLeft: 'true' }] as [string, object];

  it('is offered after three attempts on two half-days with a message left, and closes the callback', async () => {
    const { id, card } = await askedCallback();
    const tried = await clickAll(card, noAnswer, noAnswer);
    itIs('2026-11-23T14:00+01:00');
    const offered = await clickAll(tried, messageLeft);
    const closed = await clickAll(offered, ['Afronden zonder gesprek']);
    expect(wordsOn(closed.card)).toContain('Afgerond, op tijd: niet bereikt, bericht achtergelaten');
    expect(buttonsOn(closed)).toEqual(['Vraag een beoordeling', 'Per ongeluk afgerond?']);
    const standing = await cardIn(house, house.grondzaken, 'niet bereikt');
    expect(standing.id).toBe(card.id);
    expect(cardsIn(house.grondzaken)).toHaveLength(1);
    expect((await callbackOf(id)).steps.at(-1)).toMatchObject({ kind: 'done', result: 'notReached' });
  });

  it.each<[when: string, clicks: [string, object][], needed: string[], last?: [string, object]]>([
    ['nobody called yet', [], ['nog 3 pogingen', 'een poging op een ander dagdeel', 'achtergelaten bericht']],
    ['an attempt is missing', [messageLeft], ['nog 1 poging'], noAnswer],
    [
      'all attempts were on one half-day',
      [messageLeft, noAnswer, noAnswer],
      ['een poging op een ander dagdeel'],
    ],
    ['no message was left', [noAnswer, noAnswer], ['een achtergelaten bericht'], noAnswer],
  ])(
    'too early, when %s, is not offered, and refused with what is needed',
    async (_, clicks, needed, last) => {
      const { id, card } = await askedCallback();
      let tried = await clickAll(card, ...clicks);
      itIs('2026-11-23T14:00+01:00');
      if (last !== undefined) tried = await clickAll(tried, last);
      expect(wordsOn(tried.card)).not.toContain('Afronden zonder gesprek');
      const before = await stepsOf(id);
      const { value } = await house.click(house.grondzaken, tried, 'Afgerond', { result: 'notReached' });
      for (const words of needed) expect(wordsOn(value)).toContain(words);
      expect(await stepsOf(id)).toEqual(before);
    },
  );
});

describe('handing over', () => {
  it('puts a new card in the other channel; the old one points there, without the citizen', async () => {
    const { id, card } = await askedCallback();
    const { due } = await callbackOf(id);
    itIs('2026-11-24T10:00+01:00');
    const answer = await house.click(house.grondzaken, card, 'Overdragen', { department: 'vergunningen' });

    const there = await cardIn(house, house.vergunningen);
    expect(wordsOn(there.card)).toMatch(/Vergunningen.*Jan Testburger.*woensdag 25 november 17:00/);
    expect(wordsOn(there.card)).toContain('Gijs Grondvast droeg het over aan Vergunningen');
    expect(cardsIn(house.vergunningen)).toHaveLength(1);

    const old = await cardIn(house, house.grondzaken, 'Overgedragen aan Vergunningen');
    expect(old).toMatchObject({ id: card.id, version: 2 });
    expect(wordsOn(old.card)).not.toMatch(citizenData);
    expect(buttonsOn(old)).toEqual([]);
    expect(answer.value).toEqual(old.card);
    expect((await callbackOf(id)).due).toEqual(due);
  });

  it('asks for a department first', async () => {
    const { id, card } = await askedCallback();
    for (const department of ['', 'afdeling-toverij']) {
      const { value } = await house.click(house.grondzaken, card, 'Overdragen', { department });
      expect(value).toContain('Kies eerst een afdeling');
    }
    expect(await stepsOf(id)).toEqual(['asked']);
  });

  it('offers the other departments, and says so to who sends it where it is already', async () => {
    const { id, card } = await askedCallback();
    const offered = card.card.actions.at(-1).card.body[0].choices;
    expect(offered).toEqual([{ title: 'Vergunningen', value: 'vergunningen' }]);
    const { value } = await house.click(house.grondzaken, card, 'Overdragen', { department: 'grondzaken' });
    expect(wordsOn(value)).toContain('al bij deze afdeling');
    expect(await stepsOf(id)).toEqual(['asked']);
  });

  it('leaves a card behind that, when it is clicked late, says where the callback is', async () => {
    const { id, card } = await askedCallback();
    await house.click(house.grondzaken, card, 'Overdragen', { department: 'vergunningen' });
    await cardIn(house, house.vergunningen);
    for (const button of ['Oppakken', 'Afgerond']) {
      const { value } = await house.click(house.grondzaken, card, button);
      expect(value).toContain('in het kanaal van Vergunningen');
    }
    expect(await stepsOf(id)).toEqual(['asked', 'handedOver']);
  });

  it('begins anew: nobody has taken it there, and what was tried before still counts', async () => {
    const { id, card } = await askedCallback();
    await clickAll(card, ['Poging vastleggen', {}], ['Overdragen', { department: 'vergunningen' }]);
    const there = await cardIn(house, house.vergunningen);
    expect(wordsOn(there.card)).toContain('Nog niet opgepakt');
    await house.click(house.vergunningen, there, 'Oppakken');
    await cardIn(house, house.vergunningen, 'Opgepakt door');
    expect(await stepsOf(id)).toEqual(['asked', 'attempted', 'handedOver', 'taken']);
  });

  it('and back again puts a new card in the first channel, below the old one', async () => {
    const { id, card } = await askedCallback();
    await house.click(house.grondzaken, card, 'Overdragen', { department: 'vergunningen' });
    const there = await cardIn(house, house.vergunningen);
    await cardIn(house, house.grondzaken, 'Overgedragen');
    await house.click(house.vergunningen, there, 'Overdragen', { department: 'grondzaken' });
    await cardIn(house, house.vergunningen, 'Overgedragen aan Grondzaken');
    await house.connector.until(() => cardsIn(house.grondzaken).length === 2, 'the card came back');

    const [old, back] = cardsIn(house.grondzaken);
    expect(wordsOn(old?.card)).toContain('Overgedragen aan Vergunningen');
    expect(wordsOn(back?.card)).toContain('Jan Testburger');
    await clickAll(back ?? card, ['Oppakken']);
    await cardIn(house, house.grondzaken, 'Opgepakt door');
    expect(await stepsOf(id)).toEqual(['asked', 'handedOver', 'handedOver', 'taken']);
    expect(cardsIn(house.grondzaken).map(({ id }) => id)).toEqual([old?.id, back?.id]);
  });

  it('to a department without a channel waits, and comes when that is linked', async () => {
    await house.send(message(house.vergunningen, 'ontkoppel'));
    const { card } = await askedCallback();
    await house.click(house.grondzaken, card, 'Overdragen', { department: 'vergunningen' });
    const old = await cardIn(house, house.grondzaken, 'Overgedragen aan Vergunningen');
    expect(wordsOn(old.card)).toContain('Vergunningen heeft nog geen kanaal');
    expect(cardsIn(house.vergunningen)).toEqual([]);

    await house.send(message(house.vergunningen, 'koppel Vergunningen'));
    const there = await cardIn(house, house.vergunningen);
    expect(wordsOn(there.card)).toContain('Jan Testburger');
    expect(house.connector.standing(conversationOf(house.vergunningen)).at(-2)?.activity.text).toContain(
      'Het verzoek dat nog wachtte',
    );
  });

  it('between departments that share a channel keeps the callback there', async () => {
    await house.send(message(house.grondzaken, 'koppel Vergunningen'));
    const { card } = await askedCallback();
    await house.click(house.grondzaken, card, 'Overdragen', { department: 'vergunningen' });
    await house.connector.until(() => cardsIn(house.grondzaken).length === 2, 'the new card');
    await cardIn(house, house.grondzaken, 'Overgedragen aan Vergunningen');
    const [, there] = cardsIn(house.grondzaken);
    await clickAll(there ?? card, ['Oppakken']);
    expect(wordsOn((await cardIn(house, house.grondzaken, 'Opgepakt door')).card)).toContain('Vergunningen');
  });
});

describe('two people at the same time', () => {
  it.each([
    ['take it', 'Oppakken', 'Oppakken', {}, /pakte het op/],
    ['take and finish it', 'Oppakken', 'Afgerond', {}, /pakte het op|sprak de inwoner/],
    ['take it and hand it over', 'Oppakken', 'Overdragen', { department: 'vergunningen' }, /pakte het op/],
  ])('%s: one wins, and the other is told who', async (_, one, other, inputs, did) => {
    const { id, card } = await askedCallback();
    const vera = { ...house.grondzaken, person: person(3, 'Vera van Dijk') };
    const answers = await Promise.all([
      house.click(house.grondzaken, card, one),
      house.click(vera, card, other, inputs),
    ]);
    const { steps } = await callbackOf(id);
    expect(steps).toHaveLength(2);
    const winner = steps[1]?.by.name ?? '';
    const told = wordsOn(answers[winner === 'Vera van Dijk' ? 0 : 1].value);
    if (steps[1]?.kind === 'handedOver') expect(told).toContain('in het kanaal van Vergunningen');
    else expect(told).toMatch(new RegExp(`Iemand was je voor: ${winner} (${did.source})`));
    expect(wordsOn(answers[winner === 'Vera van Dijk' ? 1 : 0].value)).not.toContain('was je voor');
  });

  it('many take it: one wins', async () => {
    const { id, card } = await askedCallback();
    const colleagues = Array.from({ length: 8 }, (_, index) => person(10 + index, `Collega ${index}`));
    const answers = await Promise.all(
      colleagues.map((colleague) =>
        house.click({ ...house.grondzaken, person: colleague }, card, 'Oppakken'),
      ),
    );
    const { steps } = await callbackOf(id);
    expect(steps).toHaveLength(2);
    const told = answers.filter(({ value }) => wordsOn(value).includes(`was je voor: ${steps[1]?.by.name}`));
    expect(told).toHaveLength(7);
  });
});

describe('a click that comes twice', () => {
  it('at the same time is one step, and nobody is told off', async () => {
    const { id, card } = await askedCallback();
    const answers = await Promise.all([1, 2, 3].map(() => house.click(house.grondzaken, card, 'Oppakken')));
    for (const { value } of answers) {
      expect(wordsOn(value)).toContain('Opgepakt door Gijs Grondvast');
      expect(wordsOn(value)).not.toContain('was je voor');
    }
    expect(await stepsOf(id)).toEqual(['asked', 'taken']);
  });

  it.each([
    ['an attempt', 'Poging vastleggen', 'attempted'],
    ['the end', 'Afgerond', 'done'],
    ['a handing over', 'Overdragen', 'handedOver'],
  ])('after %s is one step', async (_, button, step) => {
    const { id, card } = await askedCallback();
    await house.click(house.grondzaken, card, button, { department: 'vergunningen' });
    await house.click(house.grondzaken, card, button, { department: 'vergunningen' });
    expect(await stepsOf(id)).toEqual(['asked', step]);
  });
});

describe('a click that no card of this channel can have sent', () => {
  it.each([
    ['in the channel of another department', () => house.vergunningen],
    ['in a chat', () => house.kaatje],
  ])('%s changes nothing', async (_, scene) => {
    const { id, card } = await askedCallback();
    for (const button of ['Oppakken', 'Afgerond']) {
      const { value } = await house.click(scene(), card, button);
      expect(value).toContain('in het kanaal van Grondzaken');
      expect(value).not.toMatch(citizenData);
    }
    expect(await stepsOf(id)).toEqual(['asked']);
    expect(cardsIn(house.grondzaken)).toEqual([card]);
  });

  it('of a callback that never was, says so', async () => {
    const { card } = await askedCallback();
    const { value } = await house.click(house.grondzaken, card, 'Oppakken', {
      id: '2026-11-23-0000000000000000',
    });
    expect(value).toContain('niet meer te vinden');
  });

  it.each([
    ['an unknown action', { action: 'delete' }],
    ['a revision of before the beginning', { revision: 0 }],
    ['a revision that is no number', { revision: '1' }],
    ['an id that leads elsewhere', { id: "x' or PartitionKey ne '" }],
    ['another verb', { verb: 'callback.erase' }],
  ])('with %s is refused', async (_, forged) => {
    const { id, card } = await askedCallback();
    const { data, verb } = card.card.actions[0];
    const click = execute(house.grondzaken, { activityId: card.id, verb, data: { ...data, ...forged } });
    expect((await house.send(click)).status).toBe(400);
    expect(await stepsOf(id)).toEqual(['asked']);
  });

  it('with a revision that is still to come changes nothing', async () => {
    const { id, card } = await askedCallback();
    await house.click(house.grondzaken, card, 'Oppakken', { revision: 7 });
    expect(await stepsOf(id)).toEqual(['asked']);
  });
});

describe('a correction by the KCC', () => {
  it('that no callback is wanted withdraws it: the card says so, without the citizen', async () => {
    const asked = await askedCallback();
    await correct(house, asked, 'Direct opgelost', {});
    const withdrawn = await cardIn(house, house.grondzaken, 'Ingetrokken');
    expect(withdrawn).toMatchObject({ id: asked.card.id, version: 2 });
    expect(wordsOn(withdrawn.card)).not.toMatch(citizenData);
    expect(buttonsOn(withdrawn)).toEqual([]);
    const { value } = await house.click(house.grondzaken, asked.card, 'Oppakken');
    expect(wordsOn(value)).toContain('Kaatje Contactlijn trok het in: het contact is gecorrigeerd');
    expect(await stepsOf(asked.id)).toEqual(['asked', 'withdrawn']);
  });

  it('that a callback is wanted after all posts it', async () => {
    const asked = await register(house, 'Direct opgelost', {});
    expect(cardsIn(house.grondzaken)).toEqual([]);
    const answer = await correct(house, asked, 'Terugbelverzoek vastleggen', {
      department: 'grondzaken',
      ...citizen,
    });
    expect(wordsOn(answer.value)).toContain('Gecorrigeerd');
    const card = await cardIn(house, house.grondzaken);
    expect(idOn(card)).toBe(asked.id);
    expect(wordsOn(card.card)).toContain('Jan Testburger');
  });

  it('promises the same in the receipt as in the card, also when it was asked after closing time', async () => {
    itIs('2026-11-23T16:55+01:00');
    const asked = await register(house, 'Direct opgelost', {});
    itIs('2026-11-23T17:05+01:00');
    const answer = await correct(house, asked, 'Terugbelverzoek vastleggen', {
      department: 'grondzaken',
      ...citizen,
    });
    // Asked at or after closing time counts as asked on Tuesday.
    const card = await cardIn(house, house.grondzaken);
    expect(wordsOn(card.card)).toContain('donderdag 26 november 17:00');
    expect(wordsOn(answer.value)).toContain('donderdag 26 november 17:00');
  });

  it('that it was wanted all the same brings the withdrawn card back to life', async () => {
    const asked = await askedCallback();
    await correct(house, asked, 'Direct opgelost', {});
    await cardIn(house, house.grondzaken, 'Ingetrokken');
    await correct(house, asked, 'Terugbelverzoek vastleggen', { department: 'grondzaken', ...citizen });
    const again = await cardIn(house, house.grondzaken, 'Nog niet opgepakt');
    expect(again).toMatchObject({ id: asked.card.id, version: 3 });
    expect(wordsOn(again.card)).toContain('Jan Testburger');
    expect(cardsIn(house.grondzaken)).toHaveLength(1);
  });

  it('of the department moves it', async () => {
    const asked = await askedCallback();
    await correct(house, asked, 'Terugbelverzoek vastleggen', { department: 'vergunningen' });
    expect(wordsOn((await cardIn(house, house.vergunningen)).card)).toContain('Jan Testburger');
    const old = await cardIn(house, house.grondzaken, 'Overgedragen aan Vergunningen');
    expect(old.id).toBe(asked.card.id);
    expect(wordsOn(old.card)).not.toMatch(citizenData);
  });

  it('of the note alone keeps what the department did', async () => {
    const asked = await askedCallback({ note: 'Eerst' });
    await clickAll(asked.card, ['Oppakken'], ['Poging vastleggen', { messageLeft: 'true' }]);
    await correct(house, asked, 'Terugbelverzoek vastleggen', { note: 'Liever over de sloot' });
    const card = await cardIn(house, house.grondzaken, 'Liever over de sloot');
    expect(card.id).toBe(asked.card.id);
    expect(wordsOn(card.card)).toContain('Opgepakt door Gijs Grondvast');
    expect(await stepsOf(asked.id)).toEqual(['asked', 'taken', 'attempted', 'corrected']);
  });

  it('of the note alone does not fetch it back from where it was handed over to', async () => {
    const asked = await askedCallback();
    await clickAll(asked.card, ['Overdragen', { department: 'vergunningen' }]);
    await cardIn(house, house.vergunningen);
    await correct(house, asked, 'Terugbelverzoek vastleggen', { note: 'Liever over de sloot' });
    await cardIn(house, house.vergunningen, 'Liever over de sloot');
    expect(await stepsOf(asked.id)).toEqual(['asked', 'handedOver', 'corrected']);
  });

  it('that changes nothing makes no step', async () => {
    const asked = await askedCallback();
    const answer = await correct(house, asked, 'Terugbelverzoek vastleggen', {});
    expect(wordsOn(answer.value)).toContain('Vastgelegd');
    expect(await stepsOf(asked.id)).toEqual(['asked']);
  });

  it('at the moment that the department acts loses neither', async () => {
    const asked = await askedCallback();
    await Promise.all([
      correct(house, asked, 'Terugbelverzoek vastleggen', { note: 'Liever over de sloot' }),
      house.click(house.grondzaken, asked.card, 'Oppakken'),
    ]);
    expect((await callbackOf(asked.id)).note).toBe('Liever over de sloot');
    expect((await stepsOf(asked.id)).slice(0, 1)).toEqual(['asked']);
    expect(await stepsOf(asked.id)).toContain('corrected');
  });
});

import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Callback } from '../../shared/callback/callback.ts';
import type { ContactId } from '../../shared/contact/contactId.ts';
import { execute, person, type Scene, submit, TENANT } from '../rig/activities.ts';
import { askCallback, cardIn, correct, linkBoth, register } from '../rig/callbacks.ts';
import { citizenData, wordsOn } from '../rig/cardWords.ts';
import type { StandingCard } from '../rig/fakeConnector.ts';
import { startTestZeven, type TestZeven } from '../rig/zeven.ts';

/** What happens to a callback after, or instead of, its end: opened again, withdrawn; and what remains of it. */
let house: TestZeven;
let clock: Temporal.Instant;
let vera: Scene;
beforeEach(async () => {
  itIs('2026-11-23T10:00+01:00'); // a Monday
  house = await startTestZeven({ now: () => clock });
  vera = { ...house.grondzaken, person: person(3, 'Vera van Dijk') };
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

/** A callback, its receipt, and its card in the channel of Grondzaken. */
async function askedCallback() {
  const asked = await askCallback(house);
  return { ...asked, card: await cardIn(house, house.grondzaken) };
}

/** Clicks one button after another, each on the card that the click before it gave. */
async function clickAll(scene: Scene, card: StandingCard, ...titles: string[]): Promise<StandingCard> {
  let shown = card;
  for (const title of titles) {
    const { value } = await house.click(scene, shown, title);
    shown = { ...card, card: value };
  }
  return shown;
}

describe('opening again', () => {
  it('gives the callback back to who had taken it, on the same card, with all buttons', async () => {
    const { id, card } = await askedCallback();
    const { due } = await callbackOf(id);
    const taken = await clickAll(house.grondzaken, card, 'Oppakken');
    const done = await clickAll(vera, taken, 'Afgerond');
    itIs('2026-11-23T10:05+01:00');
    const reopened = await clickAll(vera, done, 'Heropenen');

    expect(wordsOn(reopened.card)).toMatch(/Opgepakt door Gijs Grondvast.*tel:\+31612345678/);
    expect(wordsOn(reopened.card)).toContain('Vera van Dijk heropende het');
    const standing = await cardIn(house, house.grondzaken, 'Vera van Dijk heropende het');
    expect(standing.id).toBe(card.id);
    expect(standing.card).toEqual(reopened.card);
    await expect.poll(() => house.store.due.list(TENANT)).toMatchObject([{ id, due }]);
    expect(await stepsOf(id)).toEqual(['asked', 'taken', 'done', 'reopened']);
  });

  it('works for clients that know no Action.Execute', async () => {
    const { id, card } = await askedCallback();
    const done = await clickAll(house.grondzaken, card, 'Afgerond');
    const [reopen] = done.card.actions.at(-1).card.actions;
    await house.send(submit(house.grondzaken, { activityId: card.id, data: reopen.fallback.data }));
    await cardIn(house, house.grondzaken, 'Gijs Grondvast heropende het');
    expect(await stepsOf(id)).toEqual(['asked', 'done', 'reopened']);
  });

  it('decides nothing about being on time: the later end does', async () => {
    const { card } = await askedCallback();
    itIs('2026-11-25T16:59+01:00');
    const reopened = await clickAll(house.grondzaken, card, 'Afgerond', 'Heropenen');
    expect(wordsOn(reopened.card)).toContain('Nog niet opgepakt');
    itIs('2026-11-25T17:01+01:00');
    const done = await clickAll(house.grondzaken, reopened, 'Afgerond');
    expect(wordsOn(done.card)).toContain('Afgerond, te laat');
  });

  it('is refused a day later, with the way out, and offered no more', async () => {
    const { id, card } = await askedCallback();
    const done = await clickAll(house.grondzaken, card, 'Afgerond');
    itIs('2026-11-24T10:00:01+01:00');
    const refused = await clickAll(house.grondzaken, done, 'Heropenen');
    expect(wordsOn(refused.card)).toMatch(/tot 24 uur na het afronden.*KCC/);
    expect(wordsOn(refused.card.actions)).not.toContain('Heropenen');
    expect(await stepsOf(id)).toEqual(['asked', 'done']);
  });

  it('by two at the same time happens once, and who is second hears who was first', async () => {
    const { id, card } = await askedCallback();
    const done = await clickAll(house.grondzaken, card, 'Afgerond');
    const answers = await Promise.all(
      [house.grondzaken, house.grondzaken, vera, vera].map((scene) => house.click(scene, done, 'Heropenen')),
    );
    expect(await stepsOf(id)).toEqual(['asked', 'done', 'reopened']);
    const winner = (await callbackOf(id)).steps[2]?.by.name;
    const told = answers.filter(({ value }) =>
      wordsOn(value).includes(`Iemand was je voor: ${winner} heropende het`),
    );
    expect(told).toHaveLength(2);
  });

  it('in another channel, or of what is not done, changes nothing', async () => {
    const { id, card } = await askedCallback();
    const done = await clickAll(house.grondzaken, card, 'Afgerond');
    const elsewhere = await house.click(house.vergunningen, done, 'Heropenen');
    expect(elsewhere.value).toContain('in het kanaal van Grondzaken');
    const reopened = await clickAll(house.grondzaken, done, 'Heropenen');
    const forged = await house.click(house.grondzaken, done, 'Heropenen', { revision: 3 });
    expect(wordsOn(forged.value)).toContain('staat nog open');
    expect(wordsOn(reopened.card)).not.toContain('staat nog open');
    expect(await stepsOf(id)).toEqual(['asked', 'done', 'reopened']);
  });
});

describe('withdrawing', () => {
  const withdraw = (scene: Scene, receipt: StandingCard, reason = 'alreadyHelped') =>
    house.click(scene, receipt, 'Terugbelverzoek intrekken', { reason });

  it('says so in the channel: who and why, without the citizen, also when somebody took it', async () => {
    const { id, receipt, card } = await askedCallback();
    await clickAll(house.grondzaken, card, 'Oppakken');
    itIs('2026-11-24T10:00+01:00');
    const answer = await withdraw(house.kaatje, receipt);
    expect(wordsOn(answer.value)).toContain('Het terugbelverzoek is ingetrokken: de inwoner is al geholpen.');

    const withdrawn = await cardIn(house, house.grondzaken, 'Ingetrokken door Kaatje Contactlijn');
    expect(withdrawn.id).toBe(card.id);
    expect(wordsOn(withdrawn.card)).toContain('de inwoner is al geholpen');
    expect(wordsOn(withdrawn.card)).not.toMatch(citizenData);
    expect(withdrawn.card.actions).toEqual([]);
    expect((await callbackOf(id)).steps.at(-1)).toMatchObject({
      kind: 'withdrawn',
      reason: 'alreadyHelped',
      by: { name: 'Kaatje Contactlijn' },
    });
    await expect.poll(() => house.store.due.list(TENANT)).toEqual([]);
  });

  it('leaves a receipt in the chat that says so, without the citizen and without the button', async () => {
    const { receipt } = await askedCallback();
    await withdraw(house.kaatje, receipt, 'askedTwice');
    const standing = await cardIn(house, house.kaatje, 'ingetrokken: het was twee keer gevraagd');
    expect(standing.id).toBe(receipt.id);
    expect(wordsOn(standing.card)).not.toMatch(citizenData);
    expect(wordsOn(standing.card)).not.toContain('Terugbelverzoek intrekken');
  });

  it('twice is once', async () => {
    const { id, receipt } = await askedCallback();
    const answers = await Promise.all([1, 2, 3].map(() => withdraw(house.kaatje, receipt)));
    for (const { value } of answers) expect(wordsOn(value)).toContain('is ingetrokken');
    expect(await stepsOf(id)).toEqual(['asked', 'withdrawn']);
  });

  it('is only for who asked it', async () => {
    const { id, receipt } = await askedCallback();
    const nico = { ...house.kaatje, person: person(9, 'Nieuwsgierige Nico') };
    const { value } = await withdraw(nico, receipt);
    expect(value).toContain('Alleen wie het terugbelverzoek vastlegde');
    expect(await stepsOf(id)).toEqual(['asked']);
  });

  it('asks for a reason, and takes none that is not on the list', async () => {
    const { id, receipt } = await askedCallback();
    expect((await withdraw(house.kaatje, receipt, '')).value).toContain('Kies eerst een reden');
    const data = { verb: 'registration.withdraw', id, reason: 'Jan Testburger belde zelf' };
    const click = execute(house.kaatje, { activityId: receipt.id, verb: data.verb, data });
    expect((await house.send(click)).status).toBe(400);
    expect(await stepsOf(id)).toEqual(['asked']);
  });

  it('comes too late once the department is done: the receipt says who spoke to the citizen', async () => {
    const { id, receipt, card } = await askedCallback();
    await clickAll(house.grondzaken, card, 'Afgerond');
    const { value } = await withdraw(house.kaatje, receipt);
    expect(wordsOn(value)).toContain('Afgerond: Gijs Grondvast sprak de inwoner');
    expect(wordsOn(value)).not.toContain('Terugbelverzoek intrekken');
    expect(await stepsOf(id)).toEqual(['asked', 'done']);
  });

  it('at the moment that the department acts loses neither', async () => {
    const { id, receipt, card } = await askedCallback();
    await Promise.all([withdraw(house.kaatje, receipt), house.click(house.grondzaken, card, 'Oppakken')]);
    const steps = await stepsOf(id);
    expect(steps).toContain('withdrawn');
    expect(['asked,taken,withdrawn', 'asked,withdrawn']).toContain(steps.join());
  });

  it('is told to who acts on a card that does not show it yet', async () => {
    const { receipt, card } = await askedCallback();
    await withdraw(house.kaatje, receipt, 'noLongerWanted');
    const { value } = await house.click(house.grondzaken, card, 'Oppakken');
    expect(wordsOn(value)).toContain('Iemand was je voor: Kaatje Contactlijn trok het in');
    expect(wordsOn(value)).toContain('de inwoner wil het niet meer');
    const forged = await house.click(house.grondzaken, card, 'Oppakken', { revision: 2 });
    expect(wordsOn(forged.value)).toContain('er hoeft niemand meer te bellen');
  });

  it('can be taken back on the same day by a correction, and the card comes back to life', async () => {
    const asked = await askedCallback();
    const { value } = await withdraw(house.kaatje, asked.receipt, 'askedByMistake');
    const receipt = { ...asked.receipt, card: value };
    await correct(house, { ...asked, receipt }, 'Terugbelverzoek vastleggen', {});
    const again = await cardIn(house, house.grondzaken, 'Nog niet opgepakt');
    expect(again.id).toBe(asked.card.id);
    expect(wordsOn(again.card)).toContain('Jan Testburger');
    expect(await stepsOf(asked.id)).toEqual(['asked', 'withdrawn', 'asked']);
  });

  it('is not offered where nothing was asked', async () => {
    const { receipt } = await register(house, 'Direct opgelost', {});
    expect(wordsOn(receipt.card)).not.toContain('intrekken');
  });

  it('of a callback that never was, says so', async () => {
    const { receipt } = await askedCallback();
    const { value } = await house.click(house.kaatje, receipt, 'Terugbelverzoek intrekken', {
      reason: 'askedTwice',
      id: '2026-11-23-0000000000000000',
    });
    expect(value).toContain('niet meer te vinden');
  });
});

describe('the history', () => {
  const historyOn = ({ card }: StandingCard) =>
    card.body.find(({ id }: { id?: string }) => id === 'history') ?? expect.fail('There is no history');

  it('has every step with who and when, oldest first, on the card that is done', async () => {
    const { card } = await askedCallback();
    itIs('2026-11-23T11:30+01:00');
    const taken = await clickAll(house.grondzaken, card, 'Oppakken', 'Poging vastleggen');
    itIs('2026-11-24T09:15+01:00');
    const done = await clickAll(vera, taken, 'Afgerond');
    expect(wordsOn(historyOn(done))).toMatch(
      /ma 23 nov 10:00.*Kaatje Contactlijn vroeg om terug te bellen.*ma 23 nov 11:30.*Gijs Grondvast pakte het op.*Gijs Grondvast belde.*di 24 nov 09:15.*Vera van Dijk sprak de inwoner/,
    );
  });

  it('stays behind on the card that was handed over, up to then', async () => {
    const { card } = await askedCallback();
    await house.click(house.grondzaken, card, 'Overdragen', { department: 'vergunningen' });
    const there = await cardIn(house, house.vergunningen);
    await clickAll(house.vergunningen, there, 'Afgerond');
    await cardIn(house, house.vergunningen, 'Afgerond, op tijd');
    const old = await cardIn(house, house.grondzaken, 'Overgedragen aan Vergunningen');
    expect(wordsOn(historyOn(old))).toMatch(/vroeg om terug te bellen.*droeg het over aan Vergunningen/);
    expect(wordsOn(old.card)).not.toContain('sprak de inwoner');
  });

  it('is folded away, and opens where the last steps were', async () => {
    const { card } = await askedCallback();
    const taken = await clickAll(house.grondzaken, card, 'Oppakken');
    expect(historyOn(taken).isVisible).toBe(false);
    const latest = taken.card.body.find(({ id }: { id?: string }) => id === 'latest');
    expect(latest.items.at(-1).selectAction).toEqual({
      type: 'Action.ToggleVisibility',
      title: 'Geschiedenis (2)',
      targetElements: ['latest', 'history'],
    });
  });

  it('is not there when there is nothing but the asking, which the card says already', async () => {
    const { card } = await askedCallback();
    expect(wordsOn(card.card)).not.toContain('Geschiedenis');
  });
});

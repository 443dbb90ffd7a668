import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import departmentAlert from '../../bot/teams/cards/departmentAlert.json' with { type: 'json' };
import type { Person } from '../../shared/person.ts';
import {
  channel,
  conversationOf,
  execute,
  inChannel,
  message,
  type Scene,
  submit,
} from '../rig/activities.ts';
import { askCallback, cardIn, linkBoth } from '../rig/callbacks.ts';
import { cardMistakes } from '../rig/cardMistakes.ts';
import { citizenData, wordsOn } from '../rig/cardWords.ts';
import { askedEarlier } from '../rig/earlierCallbacks.ts';
import type { StandingCard } from '../rig/fakeConnector.ts';
import { listFor, openWithRow, rowsOn } from '../rig/listCards.ts';
import { type ClickAnswer, startTestZeven, type TestZeven } from '../rig/zeven.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';

let house: TestZeven;
let clock: Temporal.Instant;
beforeEach(async () => {
  clock = Temporal.Instant.from('2026-11-26T10:32+01:00'); // a Thursday
  house = await startTestZeven({ now: () => clock });
  await linkBoth(house);
});
afterEach(() => house.stop());

/** As the bot knows them. */
const known = ({ person: { aadObjectId, name } }: Scene): Person => ({ id: aadObjectId, name });

/** Twenty-three of them, all due on the same day; the last one is the most urgent. */
async function askMany(): Promise<void> {
  const hour = (index: number) => String(23 - index).padStart(2, '0');
  const many = Array.from({ length: 22 }, (_, index) => ({
    at: `2026-11-25T${hour(index % 10)}:00+01:00`,
    subject: `Vraag ${index + 1}.`,
  }));
  await askedEarlier(house, [...many, { at: '2026-11-20T10:00+01:00', subject: 'De oudste.' }]);
}

const subjectsOn = (card: StandingCard['card']) => rowsOn(card).map(({ words }) => words.split('.')[0]);
const buttonsOn = (card: StandingCard['card']) => card.actions.map(({ title }: { title: string }) => title);

/** The card as it is for who clicked. */
function shown(standing: StandingCard, { value }: ClickAnswer): StandingCard {
  return { ...standing, card: value };
}

describe('"open" in the channel of a department', () => {
  it('shows what is open there: the most urgent first, in words, with who took it', async () => {
    await askedEarlier(house, [
      { at: '2026-11-26T09:00+01:00', subject: 'Berm' },
      { at: '2026-11-20T10:00+01:00', subject: 'Erfpacht', owner: known(house.grondzaken) },
      { at: '2026-11-25T10:00+01:00', subject: 'Volkstuin' },
      { at: '2026-11-24T10:00+01:00', subject: 'Snippergroen' },
    ]);
    const { card, activity } = await house.type(house.grondzaken, 'open');
    expect(wordsOn(card)).toContain('Open terugbelverzoeken van Grondzaken');
    expect(wordsOn(card)).toContain('4 open: 1 te laat, 1 vandaag, 1 volgende werkdag, 1 later');
    expect(rowsOn(card).map(({ words }) => words)).toEqual([
      'Erfpacht ! Te laat  ·  di 24 nov 17:00 · Gijs Grondvast',
      'Snippergroen ● Vandaag  ·  do 26 nov 17:00 · nog niemand',
      'Volkstuin ○ Volgende werkdag  ·  vr 27 nov 17:00 · nog niemand',
      'Berm ma 30 nov 17:00 · nog niemand',
    ]);
    expect(activity.summary).toBe('Open terugbelverzoeken van Grondzaken');
  });

  it('shows nothing of another department', async () => {
    await askedEarlier(house, [
      { at: '2026-11-25T10:00+01:00', subject: 'Berm' },
      { at: '2026-11-25T10:00+01:00', subject: 'Dakkapel', department: 'vergunningen' },
    ]);
    expect(wordsOn((await house.type(house.grondzaken, 'open')).card)).not.toContain('Dakkapel');
    const { card } = await house.type(house.vergunningen, 'open');
    expect(rowsOn(card).map(({ words }) => words)).toEqual([
      'Dakkapel ○ Volgende werkdag  ·  vr 27 nov 17:00 · nog niemand',
    ]);
  });

  it('says of each row its department where several share a channel', async () => {
    await house.send(message(house.grondzaken, 'koppel Vergunningen'));
    await askedEarlier(house, [
      { at: '2026-11-25T10:00+01:00', subject: 'Dakkapel', department: 'vergunningen' },
    ]);
    const words = wordsOn((await house.type(house.grondzaken, 'open')).card);
    expect(words).toMatch(
      /Open terugbelverzoeken van (Grondzaken en Vergunningen|Vergunningen en Grondzaken)/,
    );
    expect(words).toContain('vr 27 nov 17:00 · nog niemand · Vergunningen');
  });

  it.each(['KCC', 'DMT'])('of %s shows all departments, and of each row which', async (name) => {
    const office = inChannel(house.connector, house.grondzaken.person, channel(7, name));
    await house.send(message(office, `koppel ${name}`));
    await askedEarlier(house, [
      { at: '2026-11-25T10:00+01:00', subject: 'Dakkapel', department: 'vergunningen' },
      { at: '2026-11-24T10:00+01:00', subject: 'Berm' },
    ]);
    const { card } = await house.type(office, 'open');
    expect(wordsOn(card)).toContain('Open terugbelverzoeken van alle afdelingen');
    expect(rowsOn(card).map(({ words }) => words)).toEqual([
      'Berm ● Vandaag  ·  do 26 nov 17:00 · nog niemand · Grondzaken',
      'Dakkapel ○ Volgende werkdag  ·  vr 27 nov 17:00 · nog niemand · Vergunningen',
    ]);
  });

  it('says kindly that nothing is open', async () => {
    const { card } = await house.type(house.grondzaken, 'open');
    expect(wordsOn(card)).toContain('Alles is gedaan: er staat niets open voor Grondzaken.');
    expect(rowsOn(card)).toEqual([]);
    expect(buttonsOn(card)).toEqual([]);
  });

  it('no longer shows what is done', async () => {
    await askCallback(house);
    const card = await cardIn(house, house.grondzaken);
    await house.click(house.grondzaken, card, 'Afgerond');
    await cardIn(house, house.grondzaken, 'Afgerond, op tijd');
    await expect
      .poll(async () => wordsOn((await house.type(house.grondzaken, 'open')).card))
      .toContain('er staat niets open');
  });

  it('is refused with advice in a channel without a department, and shows nothing of others', async () => {
    await askMany();
    const hall = inChannel(house.connector, house.grondzaken.person, channel(9, 'Hal'));
    await house.send(message(hall, 'open'));
    const [{ activity } = { activity: undefined }] = house.connector.standing(conversationOf(hall));
    expect(activity.text).toMatch(/hoort nog bij geen afdeling.*"koppel"/);
    expect(house.connector.cards(conversationOf(hall))).toEqual([]);
  });

  it('is for nobody of a municipality that is not served', async () => {
    await askMany();
    const stranger = { ...house.grondzaken, tenantId: '7e000000-0000-4000-8000-0000000000ff' };
    const before = house.connector.calls.length;
    await house.send(message(stranger, 'open'));
    expect(house.connector.calls).toHaveLength(before);
    const data = { verb: 'callbacks.list', from: 0 };
    const answer = await house.send(execute(stranger, { activityId: '1', verb: data.verb, data }));
    expect(answer).toEqual({ status: 403, body: '' });
  });

  it('speaks the language of who asks', async () => {
    await askedEarlier(house, [{ at: '2026-11-20T10:00+01:00', subject: 'Berm' }]);
    await house.send({ ...message(house.grondzaken, 'Open'), locale: 'en-US' });
    const { card } = await cardIn(house, house.grondzaken, 'Open callback requests of Grondzaken');
    expect(rowsOn(card).map(({ words }) => words)).toEqual([
      'Berm ! Overdue  ·  Tue 24 Nov 17:00 · nobody yet',
    ]);
  });
});

describe('a long list', () => {
  beforeEach(askMany);

  it('comes ten at a time, back and forth, and says where one is', async () => {
    const first = await house.type(house.grondzaken, 'open');
    expect(subjectsOn(first.card)).toHaveLength(10);
    expect(subjectsOn(first.card)[0]).toBe('De oudste');
    expect(wordsOn(first.card)).toContain('1 tot en met 10 van 23');
    expect(buttonsOn(first.card)).toEqual(['Volgende', 'Vernieuwen']);

    const second = shown(first, await house.click(house.grondzaken, first, 'Volgende'));
    expect(wordsOn(second.card)).toContain('11 tot en met 20 van 23');
    expect(buttonsOn(second.card)).toEqual(['Vorige', 'Volgende', 'Vernieuwen']);

    const third = shown(first, await house.click(house.grondzaken, second, 'Volgende'));
    expect(wordsOn(third.card)).toContain('21 tot en met 23 van 23');
    expect(buttonsOn(third.card)).toEqual(['Vorige', 'Vernieuwen']);

    const subjects = [first, second, third].flatMap(({ card }) => subjectsOn(card));
    expect(new Set(subjects).size).toBe(23);
    const back = await house.click(house.grondzaken, third, 'Vorige');
    expect(back.value).toEqual(second.card);
  });

  it('is turned over for who clicks, not for the whole channel', async () => {
    const first = await house.type(house.grondzaken, 'open');
    const before = house.connector.calls.length;
    expect((await house.click(house.grondzaken, first, 'Volgende')).type).toBe(cardType);
    expect(house.connector.calls).toHaveLength(before);
  });

  it('that became shorter meanwhile shows its last page', async () => {
    const data = { verb: 'callbacks.list', from: 1_000, ownMessage: true };
    const click = execute(house.grondzaken, { activityId: '1', verb: data.verb, data });
    const { body } = await house.send(click);
    expect(wordsOn(body.value)).toContain('21 tot en met 23 van 23');
  });

  it('is renewed where it stands', async () => {
    const first = await house.type(house.grondzaken, 'open');
    await askedEarlier(house, [{ at: '2026-11-19T10:00+01:00', subject: 'Nog ouder.' }]);
    const { value } = await house.click(house.grondzaken, first, 'Vernieuwen');
    expect(subjectsOn(value)[0]).toBe('Nog ouder');
  });

  it('is turned over in place by clients that know no Action.Execute', async () => {
    const first = await house.type(house.grondzaken, 'open');
    const next = first.card.actions.find(({ title }: { title: string }) => title === 'Volgende');
    await house.send(submit(house.grondzaken, { activityId: first.id, data: next.fallback.data }));
    const card = await cardIn(house, house.grondzaken, '11 tot en met 20 van 23');
    expect(card.id).toBe(first.id);
  });

  it.each([{ from: -10 }, { from: 0.5 }, { from: '0' }, {}, { from: 0, ownMessage: 'yes' }])(
    'is not shown to who asks for the impossible: %j',
    async (wrong) => {
      const data = { verb: 'callbacks.list', ...wrong };
      const click = execute(house.grondzaken, { activityId: '1', verb: data.verb, data });
      expect((await house.send(click)).status).toBe(400);
    },
  );

  it('with the longest subjects fits in a card', async () => {
    const subject = '”ĳ'.repeat(100);
    const many = Array.from({ length: 10 }, () => ({ at: '2026-11-18T10:00+01:00', subject }));
    await askedEarlier(house, many);
    const { card } = await house.type(house.grondzaken, 'open');
    expect(subjectsOn(card)[9]).toContain(subject);
    expect(cardMistakes(card)).toEqual([]);
  });
});

describe('the button "Open lijst" of the daily alert', () => {
  const { data } = departmentAlert.actions[0] as { data: { verb: string } };

  it('shows the list to who clicks, and leaves the alert for everybody else', async () => {
    await askMany();
    const before = house.connector.calls.length;
    const click = execute(house.grondzaken, { activityId: 'the-alert', verb: data.verb, data });
    const { body } = await house.send(click);
    expect(body.type).toBe(cardType);
    expect(subjectsOn(body.value)).toHaveLength(10);
    expect(wordsOn(body.value)).toContain('Deze lijst zie alleen jij.');
    expect(house.connector.calls).toHaveLength(before);

    const list = { id: 'the-alert', version: 1, activity: undefined, card: body.value };
    const { value } = await house.click(house.grondzaken, list, 'Volgende');
    expect(wordsOn(value)).toContain('Deze lijst zie alleen jij.');
  });

  it('puts the list below the alert, in its thread, for clients that know no Action.Execute', async () => {
    await askMany();
    await house.send(submit(house.grondzaken, { activityId: '1700000000001', data }));
    const { card, threadId } = await cardIn(house, house.grondzaken, '1 tot en met 10 van 23');
    expect(threadId).toBe('1700000000001');
    expect(wordsOn(card)).not.toContain('alleen jij');
    expect(house.connector.calls.filter(({ kind }) => kind === 'update')).toEqual([]);
  });

  it('in a channel that lost its department says so', async () => {
    await house.send(message(house.grondzaken, 'ontkoppel'));
    const click = execute(house.grondzaken, { activityId: 'the-alert', verb: data.verb, data });
    const { body } = await house.send(click);
    expect(body.value).toContain('hoort nog bij geen afdeling');
  });
});

describe('what people typed', () => {
  it('is never a link, an instruction or a date on the list', async () => {
    const subject = '[klik](https://kwaad.example) {{DATE(2026-11-26)}}';
    await askedEarlier(house, [{ at: '2026-11-25T10:00+01:00', subject, by: known(house.kaatje) }]);
    for (const scene of [house.grondzaken, house.kaatje]) {
      const card = await listFor(house, scene);
      // A TextRun knows no markdown; only its dates have to be kept from being one.
      expect(rowsOn(card)[0]?.words).toContain(subject.replace('{{', '{\u200b{'));
      expect(JSON.stringify(card)).not.toContain('{{');
    }
  });

  it('about the citizen is nowhere on a list', async () => {
    await askMany();
    await askCallback(house);
    for (const scene of [house.grondzaken, house.kaatje]) {
      const { card, activity } = await openWithRow(house, scene);
      expect(JSON.stringify([card, activity])).not.toMatch(citizenData);
    }
  });
});

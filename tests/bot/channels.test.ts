import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channel, conversationOf, message, type Scene, TENANT } from '../rig/activities.ts';
import { askCallback, cardIn } from '../rig/callbacks.ts';
import { wordsOn } from '../rig/cardWords.ts';
import { startTestZeven, type TestZeven } from '../rig/zeven.ts';

let house: TestZeven;
let elsewhere: Scene;
beforeEach(async () => {
  house = await startTestZeven();
  elsewhere = { ...house.grondzaken, channel: channel(3, 'Elders') };
});
afterEach(() => house.stop());

/** Says something to the bot; gives what it says back. Cards that were waiting may come before or after it. */
async function say(scene: Scene, text: string): Promise<string> {
  const before = house.connector.standing(conversationOf(scene)).length;
  await house.send(message(scene, text));
  const said = house.connector.standing(conversationOf(scene)).slice(before);
  const [answer, ...others] = said.flatMap(({ activity }) => activity.text ?? []);
  expect(others).toEqual([]);
  return answer ?? '';
}

/** Which channel belongs to which department. */
async function links(): Promise<Record<string, string>> {
  const all = await house.zeven.services.store.places.links(TENANT);
  return Object.fromEntries(all.map(({ department, conversation }) => [department, conversation]));
}

/** The departments that a registration can be for. */
async function departmentsOffered(): Promise<string[]> {
  const { card } = await house.type(house.kaatje, 'contact');
  const field = card.body.find(({ id }: { id: string }) => id === 'department');
  return field.choices.map(({ title }: { title: string }) => title);
}

function cardCount(scene: Scene): number {
  return house.connector.cards(conversationOf(scene)).length;
}

describe('linking a channel to a department', () => {
  it.each([
    'koppel Grondzaken',
    'koppel grondzaken',
    'KOPPEL GRONDZAKEN',
    '  koppel    grondzaken  ',
    'koppel\u00a0Gröndzaken',
    'koppel "Grondzaken".',
  ])('understands: %s', async (text) => {
    expect(await say(house.grondzaken, text)).toContain('hoort nu bij Grondzaken');
    expect(await links()).toEqual({ grondzaken: conversationOf(house.grondzaken) });
  });

  it.each([
    ['Financiën', 'koppel financien'],
    ['Beheer & Onderhoud', 'koppel beheer  onderhoud'],
    ['Sociaal Domein', 'koppel SOCIAAL   DOMEIN'],
  ])('finds %s by: %s', async (name, text) => {
    await say(elsewhere, `koppel nieuw ${name}`);
    await say(elsewhere, 'ontkoppel');
    expect(await say(elsewhere, text)).toContain(`hoort nu bij ${name}`);
  });

  it('is of the channel, also when somebody types it in a thread', async () => {
    const thread = { ...message(house.grondzaken, 'koppel Grondzaken') };
    const conversation = `${conversationOf(house.grondzaken)};messageid=1700000000000`;
    await house.send({ ...thread, conversation: { ...thread.conversation, id: conversation } });
    const answer = house.connector.standing(conversation).at(-1);
    expect(answer).toMatchObject({ threadId: '1700000000000' });
    expect(await links()).toEqual({ grondzaken: conversationOf(house.grondzaken) });

    await askCallback(house);
    expect((await cardIn(house, house.grondzaken)).threadId).toBeUndefined();
  });

  it('asks which department, when none is named, and names those there are', async () => {
    expect(await say(house.grondzaken, 'koppel')).toMatch(/Welke afdeling.*Grondzaken, Vergunningen/);
    expect(await links()).toEqual({});
  });

  it('says which departments there are, when the name is unknown, and how to add it', async () => {
    const answer = await say(house.grondzaken, 'koppel Grondzakn');
    expect(answer).toContain('"Grondzakn"');
    expect(answer).toContain('Grondzaken, Vergunningen');
    expect(answer).toContain('koppel nieuw Grondzakn');
    expect(await links()).toEqual({});
    expect(await departmentsOffered()).toEqual(['Grondzaken', 'Vergunningen']);
  });

  it('says so when it was linked already', async () => {
    await say(house.grondzaken, 'koppel Grondzaken');
    expect(await say(house.grondzaken, 'koppel grondzaken')).toContain('al gekoppeld aan Grondzaken');
  });

  it('is not done in a chat', async () => {
    for (const text of ['koppel Grondzaken', 'koppel nieuw Toezicht', 'ontkoppel']) {
      expect(await say(house.kaatje, text)).toContain('in haar eigen kanaal');
    }
    expect(await links()).toEqual({});
    expect(await departmentsOffered()).toEqual(['Grondzaken', 'Vergunningen']);
  });

  it('can bring two departments to one channel', async () => {
    await say(house.grondzaken, 'koppel Grondzaken');
    await say(house.grondzaken, 'koppel Vergunningen');
    const conversation = conversationOf(house.grondzaken);
    expect(await links()).toEqual({ grondzaken: conversation, vergunningen: conversation });
  });
});

describe('a new department', () => {
  it('is added by linking it, can be chosen at once, and gets its callbacks', async () => {
    expect(await departmentsOffered()).not.toContain('Toezicht');
    expect(await say(elsewhere, 'koppel nieuw Toezicht & Handhaving')).toContain(
      'hoort nu bij Toezicht & Handhaving',
    );
    expect(await departmentsOffered()).toEqual(['Grondzaken', 'Toezicht & Handhaving', 'Vergunningen']);
    await askCallback(house, { department: 'toezicht-handhaving' });
    expect(wordsOn((await cardIn(house, elsewhere)).card)).toContain('Toezicht & Handhaving');
  });

  it('that is known already, however it is written, is linked and not added again', async () => {
    expect(await say(house.grondzaken, 'koppel nieuw GRONDZAKEN!')).toContain('hoort nu bij Grondzaken');
    expect(await departmentsOffered()).toEqual(['Grondzaken', 'Vergunningen']);
  });

  it('needs a name', async () => {
    for (const text of ['koppel nieuw', 'koppel NIEUW ', 'koppel new']) {
      expect(await say(elsewhere, text)).toContain('Welke afdeling?');
    }
  });

  it.each([
    ['longer than the name of a channel can be', 'a'.repeat(51)],
    ['without letters', '!!!'],
  ])('with a name %s is not added', async (_, name) => {
    expect(await say(elsewhere, `koppel nieuw ${name}`)).not.toContain('hoort nu bij');
    expect(await departmentsOffered()).toEqual(['Grondzaken', 'Vergunningen']);
    expect(await links()).toEqual({});
  });

  it('may have a name of 50 characters, and one that begins with "nieuw"', async () => {
    expect(await say(elsewhere, `koppel nieuw ${'a'.repeat(50)}`)).toContain('hoort nu bij aaa');
    expect(await say(elsewhere, 'koppel nieuw Nieuwbouw')).toContain('hoort nu bij Nieuwbouw');
    expect(await say(elsewhere, 'koppel nieuwbouw')).toContain('al gekoppeld aan Nieuwbouw');
  });

  it('is named in plain text, whatever its name looks like', async () => {
    const name = 'Park [hier](https://kwaad.nl) <b>*x*</b>';
    expect(await say(elsewhere, `koppel nieuw ${name}`)).toContain(name);
    const { activity } = house.connector.standing(conversationOf(elsewhere)).at(-1) ?? expect.fail();
    expect(activity).toMatchObject({ textFormat: 'plain' });
  });
});

describe('callbacks that were asked while there was no channel', () => {
  it('come as soon as there is one, each once, and their number is said', async () => {
    for (const subject of ['Berm', 'Dakkapel', 'Kermis']) await askCallback(house, { subject });
    await askCallback(house, { subject: 'Boom', department: 'vergunningen' });
    await expect.poll(() => house.store.due.list(TENANT)).toHaveLength(4);
    expect(await say(house.grondzaken, 'koppel Grondzaken')).toContain('De 3 verzoeken die nog wachtten');
    for (const subject of ['Berm', 'Dakkapel', 'Kermis']) await cardIn(house, house.grondzaken, subject);
    expect(cardCount(house.grondzaken)).toBe(3);
  });

  it('are told apart when there is one, or none', async () => {
    await askCallback(house);
    await expect.poll(() => house.store.due.list(TENANT)).toHaveLength(1);
    expect(await say(house.vergunningen, 'koppel Vergunningen')).not.toMatch(/wachtte/);
    expect(await say(house.grondzaken, 'koppel Grondzaken')).toContain('Het verzoek dat nog wachtte');
  });

  it('the receipt says that they wait, until the channel is linked', async () => {
    const waits = await askCallback(house);
    expect(wordsOn(waits.receipt.card)).toContain('nog geen kanaal');
    await say(house.grondzaken, 'koppel Grondzaken');
    const comes = await askCallback(house);
    expect(wordsOn(comes.receipt.card)).not.toContain('nog geen kanaal');
  });
});

describe('another channel for the same department', () => {
  it('gets what is asked from then on; what is open stays where it is, and can be worked on', async () => {
    await say(house.grondzaken, 'koppel Grondzaken');
    await askCallback(house, { subject: 'Berm' });
    const first = await cardIn(house, house.grondzaken, 'Berm');
    expect(await say(elsewhere, 'koppel Grondzaken')).not.toMatch(/wachtte/);
    expect(await links()).toEqual({ grondzaken: conversationOf(elsewhere) });

    await askCallback(house, { subject: 'Dakkapel' });
    await cardIn(house, elsewhere, 'Dakkapel');
    expect([cardCount(house.grondzaken), cardCount(elsewhere)]).toEqual([1, 1]);

    await house.click(house.grondzaken, first, 'Oppakken');
    expect((await cardIn(house, house.grondzaken, 'Opgepakt door')).id).toBe(first.id);
    expect(cardCount(elsewhere)).toBe(1);
  });
});

describe('unlinking a channel', () => {
  it('makes callbacks wait for the next channel', async () => {
    await say(house.grondzaken, 'koppel Grondzaken');
    expect(await say(house.grondzaken, 'ontkoppel')).toContain('hoort niet meer bij Grondzaken');
    expect(await links()).toEqual({});
    const { receipt } = await askCallback(house);
    expect(wordsOn(receipt.card)).toContain('Grondzaken heeft nog geen kanaal');
    await say(elsewhere, 'koppel Grondzaken');
    await cardIn(house, elsewhere, 'Berm');
    expect(cardCount(house.grondzaken)).toBe(0);
  });

  it('leaves what is open in the channel, and can be undone without posting it again', async () => {
    await say(house.grondzaken, 'koppel Grondzaken');
    await askCallback(house);
    const card = await cardIn(house, house.grondzaken);
    await say(house.grondzaken, 'ontkoppel');
    await house.click(house.grondzaken, card, 'Oppakken');
    await cardIn(house, house.grondzaken, 'Opgepakt door');
    expect(await say(house.grondzaken, 'koppel Grondzaken')).not.toMatch(/wachtte/);
    expect(cardCount(house.grondzaken)).toBe(1);
  });

  it('says so when it was linked to none', async () => {
    expect(await say(house.grondzaken, 'ontkoppel')).toContain('aan geen afdeling gekoppeld');
  });

  it('does nothing to the other channels', async () => {
    await say(house.grondzaken, 'koppel Grondzaken');
    await say(house.vergunningen, 'koppel Vergunningen');
    await say(house.grondzaken, 'ontkoppel');
    expect(await links()).toEqual({ vergunningen: conversationOf(house.vergunningen) });
  });
});

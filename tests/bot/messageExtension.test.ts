import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Activity,
  channel,
  conversationOf,
  fetchTask,
  inChannel,
  inChat,
  person,
  type Scene,
  submitAction,
  TENANT,
} from '../rig/activities.ts';
import { cardIn, linkBoth } from '../rig/callbacks.ts';
import { citizen, wordsOn } from '../rig/cardWords.ts';
import { startTestZeven, type TestZeven } from '../rig/zeven.ts';
import { idOn } from './cardId.ts';

let house: TestZeven;
beforeAll(async () => {
  house = await startTestZeven();
  await linkBoth(house);
});
afterAll(() => house.stop());

const commandId = 'registerContact';

const templateSigns = ['$', '{id} {{DATE(2026-01-01T00:00:00Z)}}'].join('');

interface Dialog {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the bot answered.
  readonly card: any;
}

/** What an invoke of the message extension opens. */
async function dialogOf(activity: Activity): Promise<Dialog> {
  const { status, body } = await house.send(activity);
  expect(status).toBe(200);
  expect(body.task.type).toBe('continue');
  const { contentType, content } = body.task.value.card;
  expect(contentType).toBe('application/vnd.microsoft.card.adaptive');
  return { card: content };
}

function open(scene: Scene = house.kaatje): Promise<Dialog> {
  return dialogOf(fetchTask(scene, { commandId }));
}

/** Opens it from a message of a colleague that Teams gives as this HTML, or as what is said otherwise. */
async function openFrom(content: string, body: object = {}): Promise<Dialog> {
  const from = person(4, 'Collega');
  const activity = fetchTask(house.kaatje, { commandId, message: { id: '1795000000000', text: '', from } });
  const value = activity['value'] as { messagePayload: object };
  const messagePayload = { ...value.messagePayload, body: { contentType: 'html', content, ...body } };
  return dialogOf({ ...activity, value: { ...value, messagePayload } });
}

/** Presses a button of a dialog with this filled in: what Teams sends for it. */
function press({ card }: Dialog, title: string, inputs: object = {}, scene: Scene = house.kaatje): Activity {
  const button = partsOf(card).find((part) => part['type'] === 'Action.Submit' && part['title'] === title);
  if (button === undefined) throw new Error(`The dialog has no button "${title}"`);
  const data = { ...(button['data'] as object), ...inputs };
  return submitAction(scene, { commandId, data });
}

type Part = Readonly<Record<string, unknown>>;

function partsOf(card: unknown): readonly Part[] {
  if (typeof card !== 'object' || card === null) return [];
  return [card as Part, ...Object.values(card).flatMap(partsOf)];
}

function field({ card }: Dialog, id: string): Part {
  return partsOf(card).find((part) => part['id'] === id && String(part['type']).startsWith('Input.')) ?? {};
}

async function kept(dialog: Dialog) {
  return house.store.contacts.read(TENANT, idOn(dialog));
}

const callback = { channel: 'telephone', department: 'grondzaken', ...citizen };

describe('opening the registration', () => {
  it('from the compose box gives an empty form in a dialog', async () => {
    const { body } = await house.send(fetchTask(house.kaatje, { commandId }));
    expect(body.task.value).toMatchObject({ title: 'Contact registreren', width: 'medium', height: 'large' });
    const dialog = { card: body.task.value.card.content };
    expect(field(dialog, 'channel')['value']).toBe('telephone');
    expect(field(dialog, 'note')['value']).toBeUndefined();
  });

  it('from a message makes its text the note', async () => {
    const dialog = await openFrom('<p>Mevrouw <strong>Berm</strong> belt over de heg</p>');
    expect(field(dialog, 'note')['value']).toBe('Mevrouw Berm belt over de heg');
  });

  it.each([
    ['paragraphs', '<p>Eén</p><p>Twee</p>', 'Eén\n\nTwee'],
    ['lines', 'Eén<br>Twee', 'Eén\nTwee'],
    ['a list', '<ul><li>Heg</li><li>Sloot</li></ul>', '* Heg\n * Sloot'],
    ['signs that HTML writes in its own way', 'a &lt; b &amp; c&nbsp;d', 'a < b & c\u00a0d'],
    ['a mention', '<at id="0">Gijs</at> kijk eens', 'Gijs kijk eens'],
    ['a link', '<a href="https://kwaad.nl">de kaart</a>', 'de kaart'],
    ['a picture', 'Kijk <img src="https://example.com/x.png" alt="foto">', 'Kijk'],
    ['a script', '<script>alert(1)</script>Heg', 'Heg'],
    ['signs of a template', templateSigns, templateSigns],
    ['nothing', '', undefined],
  ])('with %s, it is read as people see it', async (_, html, note) => {
    expect(field(await openFrom(html), 'note')['value']).toBe(note);
  });

  it('from a message that comes as plain text takes it as it is', async () => {
    const dialog = await openFrom('tussen 9 < tijd > 10\nen <b>niet</b> later', { contentType: 'text' });
    expect(field(dialog, 'note')['value']).toBe('tussen 9 < tijd > 10\nen <b>niet</b> later');
  });

  it.each([
    ['without a body', { body: undefined }],
    ['whose body is empty', { body: {} }],
    ['whose content was deleted', { body: { contentType: 'html', content: null } }],
  ])('from a message %s gives an empty form', async (_, change) => {
    const activity = fetchTask(house.kaatje, { commandId, message: { id: '1795000000000', text: 'x' } });
    const value = activity['value'] as { messagePayload: object };
    const messagePayload = { ...value.messagePayload, ...change };
    const dialog = await dialogOf({ ...activity, value: { ...value, messagePayload } });
    expect(field(dialog, 'note')['value']).toBeUndefined();
  });

  it('from a message that is too long cuts nothing off, and says how much is too much', async () => {
    const dialog = await openFrom(`<p>${'a'.repeat(1_234)}</p>`);
    expect(field(dialog, 'note')['value']).toBe('a'.repeat(1_234));
    expect(wordsOn(dialog.card)).toContain('Haal er 234 weg');
    const refused = await dialogOf(
      press(dialog, 'Direct opgelost', { channel: 'counter', note: 'a'.repeat(1_234) }),
    );
    expect(wordsOn(refused.card)).toContain('Haal er 234 weg');
    expect(await kept(dialog)).toBeUndefined();
  });

  it('from a message of exactly 1,000 characters finds nothing wrong with it', async () => {
    const dialog = await openFrom('a'.repeat(1_000));
    expect(wordsOn(dialog.card)).not.toContain('klopt nog niet');
  });

  it('from a message as long as Teams allows gives a card that Teams still takes', async () => {
    const dialog = await openFrom('a'.repeat(28_000));
    expect(JSON.stringify(dialog.card).length).toBeLessThan(28 * 1024);
    expect(wordsOn(dialog.card)).toContain('Dit zijn 28.000 tekens');
  });

  it('speaks the language of the reader', async () => {
    const { body } = await house.send({ ...fetchTask(house.kaatje, { commandId }), locale: 'en-US' });
    expect(body.task.value.title).toBe('Register a contact');
  });
});

describe('a dialog', () => {
  it('has buttons of the one kind that dialogs know, also in what unfolds', async () => {
    const form = await open();
    const receipt = await dialogOf(press(form, 'Direct opgelost', { channel: 'counter' }));
    for (const { card } of [form, receipt]) {
      const kinds = new Set(partsOf(card).map((part) => String(part['type'])));
      expect(kinds).not.toContain('Action.Execute');
      expect(kinds).toContain('Action.Submit');
      expect(partsOf(card).some((part) => 'fallback' in part)).toBe(false);
    }
  });

  it('comes back with what was typed when something is wrong, and with the same registration', async () => {
    const form = await open();
    const again = await dialogOf(
      press(form, 'Terugbelverzoek vastleggen', { ...callback, citizenPhone: '06 12', note: 'Over de heg' }),
    );
    expect(wordsOn(again.card)).toContain('Dit nummer bestaat niet');
    expect(field(again, 'citizenPhone')['value']).toBe('06 12');
    expect(field(again, 'citizenName')['value']).toBe('Jan Testburger');
    expect(field(again, 'note')['value']).toBe('Over de heg');
    expect(idOn(again)).toBe(idOn(form));
    expect(await kept(form)).toBeUndefined();

    await dialogOf(press(again, 'Terugbelverzoek vastleggen', callback));
    expect((await kept(form))?.callback?.request.citizen.name).toBe('Jan Testburger');
  });

  it('refuses a BSN, and keeps it nowhere', async () => {
    const form = await open();
    const again = await dialogOf(press(form, 'Direct opgelost', { channel: 'counter', note: '111222333' }));
    expect(wordsOn(again.card)).toContain('burgerservicenummer');
    expect(await kept(form)).toBeUndefined();
  });

  it('shows the receipt when it is registered, and the callback comes in the channel', async () => {
    const form = await open();
    const receipt = await dialogOf(press(form, 'Terugbelverzoek vastleggen', callback));
    expect(wordsOn(receipt.card)).toMatch(/Vastgelegd.*Jan Testburger/);
    await cardIn(house, house.grondzaken, idOn(form));
  });

  it('registers once, also when it is sent twice', async () => {
    const form = await open();
    const once = press(form, 'Terugbelverzoek vastleggen', callback);
    const [one, other] = await Promise.all([dialogOf(once), dialogOf(once)]);
    const later = await dialogOf(press(form, 'Direct opgelost', { channel: 'counter' }));
    for (const { card } of [one, other, later]) expect(wordsOn(card)).toMatch(/Vastgelegd.*Terugbelverzoek/);
    expect((await kept(form))?.callback?.steps).toHaveLength(1);
  });

  it('can be used for the next contact, and to correct this one', async () => {
    const first = await open();
    const receipt = await dialogOf(press(first, 'Direct opgelost', { channel: 'counter', note: 'Eerst' }));
    const next = await dialogOf(press(receipt, 'Nieuw contact'));
    expect(idOn(next)).not.toBe(idOn(first));

    const correcting = await dialogOf(press(receipt, 'Corrigeren'));
    expect(field(correcting, 'note')['value']).toBe('Eerst');
    await dialogOf(press(correcting, 'Direct opgelost', { channel: 'counter', note: 'Daarna' }));
    expect((await kept(first))?.contact.note).toBe('Daarna');
  });

  it('says in a sentence why somebody else may not correct it', async () => {
    const form = await open();
    const receipt = await dialogOf(press(form, 'Direct opgelost', { channel: 'counter' }));
    const nico = { ...house.kaatje, person: person(9, 'Nieuwsgierige Nico') };
    const { body } = await house.send(press(receipt, 'Corrigeren', {}, nico));
    expect(body.task).toMatchObject({ type: 'message', value: expect.stringContaining('Alleen wie') });
  });
});

describe('what no dialog of ours can have sent', () => {
  it.each([
    ['nothing', undefined],
    ['text', 'registration.submit'],
    ['another verb', { verb: 'registration.erase' }],
    ['an id that leads elsewhere', { verb: 'registration.correct', id: '../../etc' }],
    [
      'an outcome that does not exist',
      {
        verb: 'registration.submit',
        id: '2026-11-23-0000000000000000',
        outcome: 'forgotten',
        correcting: false,
      },
    ],
  ])('with %s is refused', async (_, data) => {
    const activity = submitAction(house.kaatje, { commandId, data: data as object });
    expect(await house.send(activity)).toEqual({ status: 400, body: '' });
  });
});

describe('where it is used', () => {
  it.each([
    ['in a channel', () => inChannel(house.connector, person(6, 'Bea'), channel(6, 'Balie'))],
    ['in a chat', () => inChat(house.connector, person(7, 'Cor'))],
  ])('%s it shows everything in the dialog, and posts nothing there', async (_, where) => {
    const scene = where();
    const form = await open(scene);
    const receipt = await dialogOf(press(form, 'Direct opgelost', { channel: 'counter' }, scene));
    expect(wordsOn(receipt.card)).toContain('Vastgelegd');
    expect((await kept(form))?.contact.registeredBy.name).toBe(scene.person.name);
    const there = house.connector.calls.filter((call) => call.conversationId === conversationOf(scene));
    expect(there).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Activity,
  BOT,
  channel,
  conversationOf,
  execute,
  fetchTask,
  inChannel,
  inChat,
  installation,
  membersChanged,
  message,
  person,
  type Scene,
  TENANT,
  teamChanged,
} from '../rig/activities.ts';
import { wordsOn } from '../rig/cardWords.ts';
import { blockedByUser } from '../rig/fakeConnector.ts';
import { startTestZeven, type TestZeven } from '../rig/zeven.ts';

let house: TestZeven;
beforeAll(async () => {
  house = await startTestZeven();
});
afterAll(() => house.stop());

let people = 100;

/** Somebody whom the bot never saw, in the chat with it: nothing stands there yet. */
function somebody(): Scene {
  return inChat(house.connector, person(people++, 'Iemand'));
}

/** A channel of a team that the bot never saw. */
function someChannel(): Scene {
  return inChannel(
    house.connector,
    person(people++, 'Iemand'),
    channel(people, 'Algemeen', `Team ${people}`),
  );
}

/** What the bot says in answer, in the chat, channel or team: sentences and cards. */
async function answersTo(scene: Scene, activity: Activity): Promise<string[]> {
  const places = new Set([conversationOf(scene), scene.channel?.teamId ?? conversationOf(scene)]);
  const { status } = await house.send(activity);
  expect(status).toBe(200);
  return [...places].flatMap((place) =>
    house.connector
      .standing(place)
      .map(({ activity: { text, attachments } }) => text ?? wordsOn(attachments)),
  );
}

async function onlyAnswerTo(scene: Scene, activity: Activity): Promise<string> {
  const answers = await answersTo(scene, activity);
  expect(answers).toHaveLength(1);
  return answers[0] ?? '';
}

describe('asking for help', () => {
  it.each(['help', 'hulp', 'HELP', 'Help!', ' hulp graag '])('%s is answered in a chat', async (text) => {
    const scene = somebody();
    const answer = await onlyAnswerTo(scene, message(scene, text));
    expect(answer).toContain('Dit kan Zeven');
    expect(answer).toContain('Contact registreren');
  });

  it('in a channel tells how to link it, and which departments there are', async () => {
    const scene = someChannel();
    const answer = await onlyAnswerTo(scene, message(scene, 'help'));
    expect(answer).toMatch(/koppel.*Grondzaken, Vergunningen/);
    expect(answer).not.toContain('Contact registreren');
  });

  it('leads to a registration in one click', async () => {
    const scene = somebody();
    const help = await house.type(scene, 'help');
    const { value } = await house.click(scene, help, 'Contact registreren');
    const receipt = await house.click(scene, { ...help, card: value }, 'Direct opgelost', {
      channel: 'counter',
    });
    expect(wordsOn(receipt.value)).toContain('Vastgelegd');
  });
});

describe('what the bot does not understand', () => {
  it.each([
    'goedemorgen',
    'kun je een contact maken?',
    'constructor',
    '__proto__',
    '😀',
    '{{DATE(2026-01-01T00:00:00Z, LONG)}}',
    '<at>Iemand anders</at> hoi',
    'x'.repeat(20_000),
    '   ',
    '',
  ])('gets a friendly answer that says what can be done: %.30s', async (text) => {
    const scene = somebody();
    const answer = await onlyAnswerTo(scene, message(scene, text));
    expect(answer).toContain('Dat begrijp ik niet');
    expect(answer).toMatch(/contact.*help/);
  });

  it('a mention alone, in a channel, gets the same answer in its thread', async () => {
    const scene = someChannel();
    const mention = message(scene, '');
    expect(await onlyAnswerTo(scene, mention)).toContain('Dat begrijp ik niet');
    const [answer] = house.connector.standing(conversationOf(scene));
    expect(answer?.threadId).toBe(mention.id);
  });

  it('a message without any text, such as a picture, does so too', async () => {
    const scene = somebody();
    const { text: _, ...picture } = message(scene, '');
    const attachments = [{ contentType: 'image/*', contentUrl: 'https://example.com/foto.png' }];
    expect(await onlyAnswerTo(scene, { ...picture, attachments })).toContain('Dat begrijp ik niet');
  });

  it('is told what it is in words only: nothing typed comes back as markup', async () => {
    const scene = someChannel();
    await answersTo(scene, message(scene, 'koppel [klik](https://kwaad.nl)'));
    const [answer] = house.connector.standing(conversationOf(scene));
    expect(answer?.activity).toMatchObject({ textFormat: 'plain' });
  });
});

describe('when the bot is installed', () => {
  it.each(['add', 'add-upgrade'] as const)('for a person (%s) it greets and explains', async (action) => {
    const scene = somebody();
    const answer = await onlyAnswerTo(scene, installation(scene, action));
    expect(answer).toMatch(/Welkom bij Zeven.*contact.*Contact registreren/);
  });

  it.each(['add', 'add-upgrade'] as const)(
    'in a team (%s) it greets there and tells how to link',
    async (action) => {
      const scene = someChannel();
      const answer = await onlyAnswerTo(scene, installation(scene, action));
      expect(answer).toMatch(/Welkom bij Zeven.*koppel.*Grondzaken/);
      expect(house.connector.standing(scene.channel?.teamId ?? '')[0]?.threadId).toBeUndefined();
    },
  );

  it('one greeting is enough: what Teams tells beside it gets no answer', async () => {
    const scene = somebody();
    await house.send(membersChanged(scene, { added: [BOT] }));
    await house.send(installation(scene, 'add'));
    expect(await answersTo(scene, membersChanged(scene, { added: [scene.person] }))).toHaveLength(1);
  });

  it.each(['remove', 'remove-upgrade'] as const)('and removed (%s) it says nothing', async (action) => {
    for (const scene of [somebody(), someChannel()]) {
      expect(await answersTo(scene, installation(scene, action))).toEqual([]);
    }
  });
});

describe('what happens around the bot', () => {
  it.each([
    ['somebody comes', (scene: Scene) => membersChanged(scene, { added: [person(8, 'Nieuw')] })],
    ['somebody leaves', (scene: Scene) => membersChanged(scene, { removed: [person(8, 'Weg')] })],
    ['the bot leaves', (scene: Scene) => membersChanged(scene, { removed: [BOT] })],
    ['a channel is made', (scene: Scene) => teamChanged(scene, 'channelCreated')],
    ['a channel gets another name', (scene: Scene) => teamChanged(scene, 'channelRenamed')],
    ['a channel is deleted', (scene: Scene) => teamChanged(scene, 'channelDeleted')],
    ['the team gets another name', (scene: Scene) => teamChanged(scene, 'teamRenamed')],
    [
      'somebody likes a message',
      (scene: Scene) => ({
        ...message(scene, ''),
        type: 'messageReaction',
        reactionsAdded: [{ type: 'like' }],
      }),
    ],
    ['somebody types', (scene: Scene) => ({ ...message(scene, ''), type: 'typing' })],
    ['something that is not invented yet', (scene: Scene) => ({ ...message(scene, ''), type: 'hologram' })],
  ])('%s: it says nothing', async (_, activity) => {
    const scene = someChannel();
    expect(await answersTo(scene, activity(scene))).toEqual([]);
  });
});

describe('the language', () => {
  const dutch = 'Dat begrijp ik niet';
  const english = 'I do not understand';

  it.each([
    ['nl-NL', dutch],
    ['nl-BE', dutch],
    ['en-US', english],
    ['en-GB', english],
    ['EN', english],
    ['de-DE', dutch],
    ['', dutch],
    [undefined, dutch],
  ])('of a reader with %s: %s', async (locale, words) => {
    const scene = somebody();
    const { locale: _, ...activity } = message(scene, 'goedemorgen');
    const spoken = locale === undefined ? activity : { ...activity, locale };
    expect(await onlyAnswerTo(scene, spoken)).toContain(words);
  });

  it('is that of each reader: a form in English gives a receipt in English', async () => {
    const scene = somebody();
    await house.send({ ...message(scene, 'contact'), locale: 'en-US' });
    const [form] = house.connector.cards(conversationOf(scene));
    if (form === undefined) return expect.fail('No form');
    const words = wordsOn(form.card);
    expect(words).toContain('Register a contact');
    expect(words).not.toMatch(/Kanaal|Notitie|Terugbel/);

    const resolve = form.card.actions.find(({ title }: { title: string }) => title === 'Resolved at once');
    const data = { ...resolve.data, channel: 'counter' };
    const click = execute(scene, { activityId: form.id, verb: resolve.verb, data });
    const { body } = await house.send({ ...click, locale: 'en-US' });
    expect(wordsOn(body.value)).toContain('Registered');
    await house.connector.until(
      () => wordsOn(house.connector.cards(conversationOf(scene))[0]?.card).includes('Registered'),
      'the receipt stands in English',
    );
  });

  it('of help and greeting is the reader’s, too', async () => {
    const [one, other] = [somebody(), somebody()];
    const help = await onlyAnswerTo(one, { ...message(one, 'help'), locale: 'en-US' });
    expect(help).toContain('What Zeven can do');
    const greeting = await onlyAnswerTo(other, { ...installation(other, 'add'), locale: 'en-US' });
    expect(greeting).toContain('Welcome to Zeven');
  });
});

describe('what Teams cannot have meant', () => {
  it.each(['actionableMessage/executeAction', 'task/fetch', 'composeExtension/query', 'signin/verifyState'])(
    'the unknown invoke %s is refused',
    async (name) => {
      const scene = somebody();
      const { status } = await house.send({ ...message(scene, ''), type: 'invoke', name, value: {} });
      expect(status).toBe(501);
      expect(house.connector.standing(conversationOf(scene))).toEqual([]);
    },
  );

  it.each([
    ['no JSON', () => '{"type":"message"', 400],
    ['nothing', () => '', 400],
    ['a list', () => '[]', 400],
    ['null', () => 'null', 400],
    ['no conversation', () => bodyWithout('conversation'), 400],
    ['no type', () => bodyWithout('type'), 400],
    ['nowhere to answer to', () => bodyWithout('serviceUrl'), 400],
    ['a depth that nobody writes', () => '['.repeat(50_000) + ']'.repeat(50_000), 400],
    ['five megabytes', () => JSON.stringify(message(somebody(), 'x'.repeat(5_000_000))), 413],
  ])('a body with %s is refused, and the bot goes on', async (_, body, status) => {
    const response = await fetch(`${house.url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: body(),
    });
    await response.text();
    expect(response.status).toBe(status);
    const scene = somebody();
    expect(await onlyAnswerTo(scene, message(scene, 'help'))).toContain('Dit kan Zeven');
  });

  it('a message whose text is no text gets an apology with a number', async () => {
    const scene = somebody();
    expect(await onlyAnswerTo(scene, { ...message(scene, ''), text: 7 })).toMatch(
      /ging mis.*nummer: [0-9a-f]{8}/,
    );
  });

  it('goes on when Teams refuses its answer', async () => {
    const scene = somebody();
    house.connector.trouble(blockedByUser, { times: 2 });
    await house.send(message(scene, 'help'));
    house.connector.mend();
    expect(await onlyAnswerTo(scene, message(scene, 'help'))).toContain('Dit kan Zeven');
  });

  function bodyWithout(field: keyof Activity): string {
    return JSON.stringify({ ...message(somebody(), 'help'), [field]: undefined });
  }
});

describe('a tenant that is not served', () => {
  const stranger = '7e000000-0000-4000-8000-0000000000ff';

  it.each<[what: string, activity: (scene: Scene) => Activity, status: number]>([
    ['a message', (scene) => message(scene, 'contact'), 200],
    ['a greeting', (scene) => installation(scene, 'add'), 200],
    ['a dialog', (scene) => fetchTask(scene, { commandId: 'register' }), 403],
    [
      'a click',
      (scene) =>
        execute(scene, { activityId: '1', verb: 'registration.open', data: { verb: 'registration.open' } }),
      403,
    ],
  ])('gets nothing: %s', async (_, activity, status) => {
    const scene = { ...someChannel(), tenantId: stranger };
    const before = house.connector.calls.length;
    const answered = await house.send(activity(scene));
    expect(answered).toEqual({ status, body: '' });
    expect(house.connector.calls).toHaveLength(before);
    expect(await house.store.places.channel(stranger, conversationOf(scene))).toBeUndefined();
  });

  it('is told by the tenant that Teams vouches for, and nothing is answered without one', async () => {
    const scene = somebody();
    const { channelData: _, ...bare } = message(scene, 'help');
    const withoutTenant = { ...bare, conversation: { ...bare.conversation, tenantId: undefined } };
    expect(await answersTo(scene, withoutTenant as unknown as Activity)).toEqual([]);
    const byConversation = { ...bare, conversation: { ...bare.conversation, tenantId: TENANT } };
    expect(await answersTo(scene, byConversation)).toHaveLength(1);
  });
});

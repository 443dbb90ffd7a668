import {
  ActivityTypes,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
  TeamsInfo,
  type TurnContext,
} from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  channel,
  conversationOf,
  execute,
  inChannel,
  inChat,
  message,
  person,
  TENANT,
} from './activities.ts';
import { botRemoved, type FakeConnector, startConnector, throttled } from './fakeConnector.ts';

const grondzaken = channel(1, 'Grondzaken');
const someone = person(1, 'Voorbeeld Persoon');

let connector: FakeConnector;
beforeEach(async () => {
  connector = await startConnector();
});
afterEach(() => connector.stop());

/** The connector as botbuilder itself calls it, without a bot around it. */
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));

function inConversation(id: string, logic: (context: TurnContext) => Promise<unknown>): Promise<void> {
  const reference = {
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    bot: { id: '28:bot', name: 'Zeven' },
    conversation: { id, name: '', isGroup: true, conversationType: 'channel' },
  };
  return adapter.continueConversationAsync('', reference, async (context) => void (await logic(context)));
}

const card = (text: string) =>
  MessageFactory.attachment(
    CardFactory.adaptiveCard({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] }),
  );

describe('the fake connector, called by botbuilder', () => {
  it('keeps the latest version of a card that is posted and updated', async () => {
    await inConversation(grondzaken.channelId, async (context) => {
      const posted = await context.sendActivity(card('eerst'));
      await context.updateActivity({ ...card('later'), id: posted?.id ?? '' });
    });
    const [standing, ...others] = connector.cards(grondzaken.channelId);
    expect(others).toEqual([]);
    expect(standing).toMatchObject({ version: 2, card: { body: [{ text: 'later' }] } });
    expect(connector.calls.map((call) => call.kind)).toEqual(['post', 'update']);
  });

  it('creates a thread in a channel and says its id as Teams does', async () => {
    let created = '';
    await adapter.createConversationAsync(
      '',
      'msteams',
      connector.serviceUrl,
      '',
      {
        isGroup: true,
        bot: { id: '28:bot', name: 'Zeven' },
        channelData: { channel: { id: grondzaken.channelId } },
        activity: { ...card('nieuw'), type: ActivityTypes.Message },
      } as Parameters<typeof adapter.createConversationAsync>[4],
      async (context) => {
        created = context.activity.conversation.id;
      },
    );
    const [standing] = connector.cards(grondzaken.channelId);
    expect(created).toBe(`${grondzaken.channelId};messageid=${standing?.id}`);
    await inConversation(created, (context) => context.sendActivity('antwoord'));
    expect(connector.standing(grondzaken.channelId)[1]).toMatchObject({ threadId: standing?.id });
  });

  it('tells who is in a team', async () => {
    connector.setMembers(grondzaken.teamId, [someone]);
    connector.setMembers(grondzaken.channelId, [someone]);
    const scene = inChannel(connector, someone, grondzaken);
    let names: string[] = [];
    await inConversation(grondzaken.channelId, async (context) => {
      Object.assign(context.activity, { channelData: message(scene, '')['channelData'] });
      const page = await TeamsInfo.getPagedTeamMembers(context, grondzaken.teamId);
      names = page.members.map((member) => member.name);
    });
    expect(names).toEqual([someone.name]);
  });

  it('refuses as often as it was asked to, with the error code of Teams', async () => {
    connector.trouble(botRemoved);
    await expect(
      inConversation(grondzaken.channelId, (context) => context.sendActivity('a')),
    ).rejects.toMatchObject({ statusCode: 403, code: 'BotNotInConversationRoster' });
    await inConversation(grondzaken.channelId, (context) => context.sendActivity('b'));
    expect(connector.calls.map((call) => call.answered)).toEqual([403, 201]);
  });
});

describe('the fake connector, called without retries', () => {
  const post = (text: string) =>
    fetch(`${connector.serviceUrl}v3/conversations/${grondzaken.channelId}/activities`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ type: 'message', text }),
    });

  it('says when to come back', async () => {
    connector.trouble(throttled(2));
    const response = await post('a');
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '2']);
  });

  it('can post and break the connection, so that the caller cannot know', async () => {
    connector.trouble({ kind: 'drop' });
    await expect(post('a')).rejects.toThrow();
    expect(connector.standing(grondzaken.channelId)).toHaveLength(1);
  });

  it('can hang until it is mended', async () => {
    connector.trouble({ kind: 'hang' });
    const hanging = expect(post('a')).rejects.toThrow();
    await connector.until(() => connector.calls.length === 1, 'the call arrives');
    connector.mend();
    await hanging;
    expect(connector.standing(grondzaken.channelId)).toEqual([]);
  });

  it('can refuse in one conversation only', async () => {
    connector.trouble(botRemoved, { inside: 'elsewhere' });
    expect((await post('a')).status).toBe(201);
  });

  it('counts what goes over the limits, and lets it through when it is not asked to enforce them', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => post('a')));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(connector.violations).toHaveLength(1);
  });

  it('refuses a message that Teams would find too big', async () => {
    expect((await post('x'.repeat(50_000))).status).toBe(413);
  });
});

describe('the limits of Teams', () => {
  let now: number;
  const post = (conversation: string, tenantId = 'waterland') =>
    fetch(`${connector.serviceUrl}v3/conversations/${conversation}/activities`, {
      method: 'POST',
      body: JSON.stringify({ type: 'message', conversation: { tenantId } }),
    });
  const statusOf = async (...where: Parameters<typeof post>) => (await post(...where)).status;

  beforeEach(async () => {
    now = 0;
    await connector.stop();
    connector = await startConnector({ enforcesLimits: true, now: () => now });
  });

  it('are kept per conversation, whose threads and updates count as well', async () => {
    for (let count = 0; count < 7; count++) expect(await statusOf(`19:1;messageid=${count}`)).toBe(201);
    const refused = await post('19:1');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await statusOf('19:2')).toBe(201);
    now = 1_000;
    expect(await statusOf('19:1')).toBe(201);
    expect(await statusOf('19:1')).toBe(429);
    now = 2_000;
    expect(await statusOf('19:1')).toBe(201);
  });

  it('are kept over half a minute', async () => {
    for (let count = 0; count < 60; count++) {
      now = count * 250;
      expect(await statusOf('19:1')).toBe(201);
    }
    now = 15_000;
    expect((await post('19:1')).headers.get('retry-after')).toBe('15');
    now = 30_000;
    expect(await statusOf('19:1')).toBe(201);
  });

  it('are kept per tenant', async () => {
    for (let count = 0; count < 50; count++) expect(await statusOf(`19:${count}`)).toBe(201);
    expect(await statusOf('19:other')).toBe(429);
    expect(await statusOf('19:other', 'edam')).toBe(201);
    expect(connector.violations).toEqual([{ conversationId: '19:other', limit: '50 in 1000 ms per tenant' }]);
  });
});

describe('an inbound activity', () => {
  it('of a channel belongs to a thread, and a click to the thread of its card', () => {
    const scene = inChannel(connector, someone, grondzaken);
    const typed = message(scene, 'koppel Grondzaken');
    expect(typed.conversation.id).toBe(`${grondzaken.channelId};messageid=${typed.id}`);
    const click = execute(scene, { activityId: '17', verb: 'take' });
    expect(click.conversation.id).toBe(`${grondzaken.channelId};messageid=17`);
    expect(click.conversation.tenantId).toBe(TENANT);
  });

  it('of a chat comes from where a message to that person is created', async () => {
    const scene = inChat(connector, someone);
    await fetch(`${connector.serviceUrl}v3/conversations`, {
      method: 'POST',
      body: JSON.stringify({ members: [{ id: someone.id }], tenantId: TENANT, activity: { text: 'hoi' } }),
    });
    expect(connector.standing(conversationOf(scene))).toHaveLength(1);
  });
});

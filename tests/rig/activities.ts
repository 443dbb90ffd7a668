import { cardMistakes, cardsIn } from './cardMistakes.ts';
import { createdIn } from './fakeConversations.ts';

/** What Teams posts to the bot: every builder gives an activity with the fields of the real thing. */

export const TENANT = '7e000000-0000-4000-8000-000000000001';
export const BOT = { id: '28:7e000000-0000-4000-8000-0000000000b0', name: 'Zeven' } as const;

export interface Person {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
}

export interface TeamChannel {
  readonly channelId: string;
  readonly channelName: string;
  /** The same as the id of its General channel. */
  readonly teamId: string;
  readonly teamName: string;
  readonly aadGroupId: string;
}

/** Who does something, where, and which connector the bot is to answer to. */
export interface Scene {
  readonly serviceUrl: string;
  readonly person: Person;
  readonly tenantId: string;
  /** Absent: the personal chat with the bot. */
  readonly channel?: TeamChannel;
}

export interface Activity {
  readonly type: string;
  readonly id: string;
  readonly name?: string;
  readonly conversation: {
    readonly id: string;
    readonly conversationType: string;
    readonly tenantId: string;
  };
  readonly [field: string]: unknown;
}

export function person(number: number, name: string): Person {
  const digits = String(number).padStart(4, '0');
  return { id: `29:1zeven-${digits}`, aadObjectId: `7e000000-0000-4000-8000-00000000${digits}`, name };
}

export function channel(number: number, channelName: string, teamName = 'Gemeente'): TeamChannel {
  return {
    channelId: `19:zeven-${number}@thread.tacv2`,
    channelName,
    teamId: `19:zeven-team-${teamName.toLowerCase()}@thread.tacv2`,
    teamName,
    aadGroupId: `7e000000-0000-4000-8000-9000${String(number).padStart(8, '0')}`,
  };
}

export function inChat(connector: { readonly serviceUrl: string }, person: Person, tenantId = TENANT): Scene {
  return { serviceUrl: connector.serviceUrl, person, tenantId };
}

export function inChannel(
  connector: { readonly serviceUrl: string },
  person: Person,
  channel: TeamChannel,
  tenantId = TENANT,
): Scene {
  return { serviceUrl: connector.serviceUrl, person, tenantId, channel };
}

/** Where this scene's messages go; what `FakeConnector.cards` takes. */
export function conversationOf(scene: Scene): string {
  return scene.channel?.channelId ?? createdIn({ members: [scene.person] });
}

/** A message typed by the person; in a channel with the mention of the bot that Teams asks for there. */
export function message(scene: Scene, text: string): Activity {
  const mention = `<at>${BOT.name}</at>`;
  return {
    ...common(scene, 'message'),
    textFormat: 'plain',
    text: scene.channel ? `${mention} ${text}` : text,
    attachments: [{ contentType: 'text/html', content: `<p>${text}</p>` }],
    entities: [
      ...(scene.channel ? [{ type: 'mention', mentioned: { ...BOT }, text: mention }] : []),
      CLIENT_INFO,
    ],
  };
}

/** A click on an Action.Execute of a card; `data` is the action's own data with the inputs merged into it. */
export function execute(
  scene: Scene,
  card: { readonly activityId: string; readonly verb: string; readonly data?: object },
): Activity {
  return {
    ...onCard(scene, 'invoke', card.activityId),
    name: 'adaptiveCard/action',
    value: {
      action: { type: 'Action.Execute', verb: card.verb, data: card.data ?? {} },
      trigger: 'manual',
    },
  };
}

/** What an older Teams makes of the same button, by its `fallback`: an Action.Submit. */
export function submit(scene: Scene, card: { readonly activityId: string; readonly data: object }): Activity {
  return { ...onCard(scene, 'message', card.activityId), value: card.data };
}

/** The app is installed or removed: for oneself in the chat, or in the channel's team. */
export function installation(
  scene: Scene,
  action: 'add' | 'remove' | 'add-upgrade' | 'remove-upgrade',
): Activity {
  return { ...inTeam(common(scene, 'installationUpdate'), scene), action };
}

/** The bot, or a person, came to the team or chat, or left it. */
export function membersChanged(
  scene: Scene,
  change: { readonly added?: readonly { id: string }[]; readonly removed?: readonly { id: string }[] },
): Activity {
  const eventType = change.added ? 'teamMemberAdded' : 'teamMemberRemoved';
  return {
    ...inTeam(common(scene, 'conversationUpdate'), scene, eventType),
    ...(change.added && { membersAdded: change.added.map(({ id }) => ({ id })) }),
    ...(change.removed && { membersRemoved: change.removed.map(({ id }) => ({ id })) }),
  };
}

/** Something happened to the channel or to its team. */
export function teamChanged(
  scene: Scene,
  eventType:
    | 'channelCreated'
    | 'channelRenamed'
    | 'channelDeleted'
    | 'channelRestored'
    | 'teamRenamed'
    | 'teamDeleted',
): Activity {
  return inTeam(common(scene, 'conversationUpdate'), scene, eventType);
}

/** A message that the message extension was opened from. */
export interface SourceMessage {
  readonly id: string;
  /** Plain text; Teams sends it as HTML. */
  readonly text: string;
  readonly from?: Person;
}

export interface ExtensionCommand {
  readonly commandId: string;
  /** Absent: opened from the compose box. */
  readonly message?: SourceMessage;
}

/** The person opens a command of the message extension. */
export function fetchTask(scene: Scene, command: ExtensionCommand): Activity {
  return { ...invoke(scene), name: 'composeExtension/fetchTask', value: extensionValue(command) };
}

/** The person submits the card in the dialog that `fetchTask` opened. */
export function submitAction(scene: Scene, command: ExtensionCommand & { readonly data: object }): Activity {
  return {
    ...invoke(scene),
    name: 'composeExtension/submitAction',
    value: { ...extensionValue(command), data: command.data },
  };
}

export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the bot answered.
  readonly body: any;
}

/** Posts the activity as Teams does. For an invoke, status and body are the bot's answer to it. */
export async function send(botUrl: string, activity: Activity, headers: HeadersInit = {}): Promise<Answered> {
  const response = await fetch(new URL('/api/messages', botUrl), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(activity),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const body = isJson && text !== '' ? JSON.parse(text) : text;
  const mistakes = cardsIn(body).flatMap(cardMistakes);
  if (mistakes.length > 0) throw new Error(`Teams would not draw this answer: ${mistakes.join(' ')}`);
  return { status: response.status, body };
}

const CLIENT_INFO = {
  type: 'clientInfo',
  locale: 'nl-NL',
  country: 'NL',
  platform: 'Windows',
  timezone: 'Europe/Amsterdam',
};

let lastMessage = Date.now();

function common(scene: Scene, type: string): Activity {
  const id = String(++lastMessage); // Teams numbers messages by the millisecond
  const { channel } = scene;
  const now = new Date().toISOString();
  return {
    type,
    id,
    timestamp: now,
    localTimestamp: now,
    localTimezone: 'Europe/Amsterdam',
    locale: 'nl-NL',
    channelId: 'msteams',
    serviceUrl: scene.serviceUrl,
    from: { ...scene.person },
    recipient: { ...BOT },
    conversation: {
      // In a channel every message is of a thread, a new post of its own.
      id: channel ? `${channel.channelId};messageid=${id}` : conversationOf(scene),
      conversationType: channel ? 'channel' : 'personal',
      tenantId: scene.tenantId,
      ...(channel && { isGroup: true }),
    },
    entities: [CLIENT_INFO],
    channelData: {
      tenant: { id: scene.tenantId },
      ...(channel && {
        teamsChannelId: channel.channelId,
        teamsTeamId: channel.teamId,
        channel: { id: channel.channelId },
        team: { id: channel.teamId },
      }),
    },
  };
}

function invoke(scene: Scene): Activity {
  return { ...common(scene, 'invoke'), id: `f:${crypto.randomUUID()}` };
}

function onCard(scene: Scene, type: 'invoke' | 'message', activityId: string): Activity {
  const base = type === 'invoke' ? invoke(scene) : common(scene, type);
  const { channel } = scene;
  return {
    ...base,
    replyToId: activityId,
    conversation: {
      ...base.conversation,
      ...(channel && { id: `${channel.channelId};messageid=${activityId}` }),
    },
    channelData: {
      ...(base['channelData'] as object),
      source: { name: 'message' },
      legacy: { replyToId: activityId },
    },
  };
}

/** Events of a team come from the team as a whole, whose conversation is that of its General channel. */
function inTeam(activity: Activity, scene: Scene, eventType?: string): Activity {
  const { channel } = scene;
  if (channel === undefined) return activity;
  const aboutChannel = eventType?.startsWith('channel') === true;
  return {
    ...activity,
    conversation: { ...activity.conversation, id: channel.teamId },
    channelData: {
      tenant: { id: scene.tenantId },
      team: { id: channel.teamId, name: channel.teamName, aadGroupId: channel.aadGroupId },
      ...(eventType && { eventType }),
      ...(aboutChannel
        ? { channel: { id: channel.channelId, name: channel.channelName } }
        : { settings: { selectedChannel: { id: channel.channelId } } }),
    },
  };
}

function extensionValue({ commandId, message }: ExtensionCommand): object {
  return {
    commandId,
    commandContext: message ? 'message' : 'compose',
    requestId: crypto.randomUUID(),
    context: { theme: 'default' },
    ...(message && { messagePayload: messagePayload(message) }),
  };
}

function messagePayload({ id, text, from }: SourceMessage): object {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
  return {
    id,
    replyToId: null,
    createdDateTime: new Date(Number(id)).toISOString(),
    lastModifiedDateTime: null,
    deleted: false,
    subject: '',
    summary: '',
    importance: 'normal',
    locale: 'nl-nl',
    linkToMessage: `https://teams.microsoft.com/l/message/fake/${id}`,
    body: { contentType: 'html', content: `<div><div>${escaped}</div></div>` },
    from: {
      device: null,
      conversation: null,
      application: null,
      user: from && { userIdentityType: 'aadUser', id: from.aadObjectId, displayName: from.name },
    },
    reactions: [],
    mentions: [],
    attachments: [],
  };
}

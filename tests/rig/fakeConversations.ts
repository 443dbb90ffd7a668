export type Kind = 'create' | 'post' | 'update' | 'delete' | 'members' | 'member' | 'team' | 'channels';

/** One call of the bot, parsed. */
export interface Request {
  readonly kind: Kind;
  /** Without `;messageid=`, so a channel and its threads are one; a team's id for `team` and `channels`. */
  readonly conversationId: string;
  /** Set when the call was made in a thread of a channel. */
  readonly threadId?: string;
  /** Of the activity, or of the member that is asked for. */
  readonly activityId?: string;
  /** The members are asked for by the page. */
  readonly paged: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the bot sent.
  readonly body: any;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Standing {
  readonly id: string;
  readonly threadId?: string;
  /** 1 when posted; one more with every update. */
  readonly version: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the bot sent.
  readonly activity: any;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
  readonly tenantId?: string;
  readonly email?: string;
  readonly userPrincipalName?: string;
  readonly userRole?: 'user' | 'guest' | 'anonymous';
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly aadGroupId: string;
  readonly tenantId?: string;
  readonly channels: readonly { readonly id: string; readonly name?: string }[];
}

/** What Teams holds of conversations, members and teams, and what it does with a call from the bot. */
export interface FakeConversations {
  act(request: Request): Answer;
  standing(conversationId: string): readonly Standing[];
  setMembers(conversationId: string, members: readonly Member[]): void;
  setTeam(team: Team): void;
}

export function fakeConversations(): FakeConversations {
  const conversations = new Map<string, Standing[]>();
  const members = new Map<string, readonly Member[]>();
  const teams = new Map<string, Team>();
  let lastId = Date.now();

  const standing = (conversationId: string) => {
    const found = conversations.get(conversationId) ?? [];
    conversations.set(conversationId, found);
    return found;
  };

  const put = (conversationId: string, threadId: string | undefined, activity: unknown): string => {
    const id = String(++lastId); // as in Teams: milliseconds since 1970
    standing(conversationId).push({ id, version: 1, activity, ...(threadId !== undefined && { threadId }) });
    return id;
  };

  const position = ({ conversationId, activityId }: Request) =>
    standing(conversationId).findIndex((one) => one.id === activityId);

  const create = ({ conversationId, body }: Request): Answer => {
    const isChannel = body?.channelData?.channel !== undefined;
    // Teams wants to know the tenant of the person, and finds a channel without it.
    const tenant = body?.tenantId ?? body?.channelData?.tenant?.id;
    if (conversationId === '' || (!isChannel && tenant === undefined)) return refusal(400, 'BadArgument');
    if (body.activity === undefined) return { status: 201, body: { id: conversationId } };
    const activityId = put(conversationId, undefined, body.activity);
    return {
      status: 201,
      body: { id: isChannel ? `${conversationId};messageid=${activityId}` : conversationId, activityId },
    };
  };

  const update = (request: Request): Answer => {
    const list = standing(request.conversationId);
    const index = position(request);
    const current = list[index];
    if (current === undefined) return refusal(404, 'ActivityNotFoundInConversation');
    list[index] = { ...current, version: current.version + 1, activity: request.body };
    return { status: 200, body: { id: current.id } };
  };

  const remove = (request: Request): Answer => {
    const index = position(request);
    if (index < 0) return refusal(404, 'ActivityNotFoundInConversation');
    standing(request.conversationId).splice(index, 1);
    return { status: 200 };
  };

  const listMembers = ({ conversationId, paged }: Request): Answer => {
    const list = members.get(conversationId) ?? [];
    return { status: 200, body: paged ? { members: list } : list };
  };

  const findMember = ({ conversationId, activityId = '' }: Request): Answer => {
    const found = (members.get(conversationId) ?? []).find((one) =>
      [one.id, one.aadObjectId, one.userPrincipalName].includes(activityId),
    );
    return found ? { status: 200, body: found } : refusal(404, 'MemberNotFoundInConversation');
  };

  const describe = ({ conversationId }: Request): Answer => {
    const team = teams.get(conversationId);
    if (team === undefined) return refusal(404, 'TeamNotFound');
    const { channels, ...details } = team;
    return { status: 200, body: { ...details, channelCount: channels.length } };
  };

  const listChannels = ({ conversationId }: Request): Answer => {
    const team = teams.get(conversationId);
    return team ? { status: 200, body: { conversations: team.channels } } : refusal(404, 'TeamNotFound');
  };

  const post = ({ conversationId, threadId, body }: Request): Answer => ({
    status: 201,
    body: { id: put(conversationId, threadId, body) },
  });

  const acts: Record<Kind, (request: Request) => Answer> = {
    create,
    post,
    update,
    delete: remove,
    members: listMembers,
    member: findMember,
    team: describe,
    channels: listChannels,
  };

  return {
    act: (request) => acts[request.kind](request),
    standing,
    setMembers: (conversationId, list) => void members.set(conversationId, list),
    setTeam: (team) => void teams.set(team.id, team),
  };
}

/** A channel and its threads share their first part: `19:…@thread.tacv2;messageid=1700000000000`. */
export function placeOf(id: string): { conversationId: string; threadId?: string } {
  const [conversationId = '', threadId] = id.split(';messageid=');
  return { conversationId, ...(threadId !== undefined && { threadId }) };
}

/** Where `create` is to post: the channel named, or the chat with the one member. */
// biome-ignore lint/suspicious/noExplicitAny: JSON from the bot; what is missing is what the fake refuses.
export function createdIn(body: any): string {
  return body?.channelData?.channel?.id ?? personalChat(body?.members?.[0]?.id ?? '');
}

/**
 * The chat of the bot with one person always has the same id, whichever of their two ids names them; those
 * of a `person` in activities.ts end in the same four digits.
 */
function personalChat(personId: string): string {
  return personId === '' ? '' : `a:1${Buffer.from(personId.slice(-4)).toString('base64url')}`;
}

export function refusal(status: number, code = `Status${status}`): Answer {
  return { status, body: { error: { code, message: `The fake connector says ${code}.` } } };
}

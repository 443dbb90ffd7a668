import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cardMistakes, cardsIn } from './cardMistakes.ts';
import {
  type Answer,
  createdIn,
  fakeConversations,
  type Kind,
  type Member,
  placeOf,
  type Request,
  refusal,
  type Standing,
  type Team,
} from './fakeConversations.ts';
import { fakeLimits, type Violation } from './fakeLimits.ts';

/**
 * The Bot Connector as Teams runs it, as far as the bot uses it, on a port of its own. It records every
 * call, keeps what stands in each conversation, and gives trouble when a test asks for it.
 */
export interface FakeConnector {
  /** What inbound activities name as their `serviceUrl`. */
  readonly serviceUrl: string;
  /** Every call so far, those that were refused too, in order of arrival. */
  readonly calls: readonly Call[];
  /** The limits of Teams that calls went over so far, enforced or not. */
  readonly violations: readonly Violation[];
  /** What the bot has standing in a conversation, replies included, oldest first. */
  standing(conversationId: string): readonly Standing[];
  /** The Adaptive Cards among what stands there. */
  cards(conversationId: string): readonly StandingCard[];
  /** The next calls that match meet with trouble. Several troubles are met in the order they were asked. */
  trouble(trouble: Trouble, when?: Meeting): void;
  /** Ends all trouble: asked for and not yet met, and calls that still hang. */
  mend(): void;
  /** Who `getMember` and `getMembers` find in a conversation or team. Default: nobody. */
  setMembers(conversationId: string, members: readonly Member[]): void;
  /** What `getTeamDetails` and `getChannels` find. */
  setTeam(team: Team): void;
  /** Resolves as soon as the condition holds; looked at after every call. Rejects after the time limit. */
  until(condition: () => boolean, what: string, limitMs?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Which calls meet with trouble. */
export interface Meeting {
  /** Default: the next one. */
  readonly times?: number;
  /** Default: of every kind. */
  readonly only?: Kind;
  /** The id of a conversation. Default: in any. */
  readonly inside?: string;
}

export interface Call extends Omit<Request, 'paged'> {
  /** When it arrived, in milliseconds. */
  readonly at: number;
  readonly headers: IncomingMessage['headers'];
  /** 0 when the connection was left hanging or dropped. */
  readonly answered: number;
}

export interface StandingCard extends Standing {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the bot sent.
  readonly card: any;
}

export type Trouble =
  /** Refused, and nothing done. */
  | {
      readonly kind: 'refuse';
      readonly status: number;
      readonly code?: string;
      readonly headers?: Record<string, string>;
    }
  /** No answer at all, and nothing done. */
  | { readonly kind: 'hang' }
  /** Done, and answered after a while. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Done, but the connection breaks before the answer: the bot cannot know. */
  | { readonly kind: 'drop' };

/** The refusals that Teams is known for (PLATFORM.md, status codes). */
export const throttled = (retryAfterSeconds?: number): Trouble => ({
  kind: 'refuse',
  status: 429,
  code: 'RequestThrottled',
  ...(retryAfterSeconds !== undefined && { headers: { 'Retry-After': String(retryAfterSeconds) } }),
});
export const botRemoved: Trouble = { kind: 'refuse', status: 403, code: 'BotNotInConversationRoster' };
export const blockedByUser: Trouble = { kind: 'refuse', status: 403, code: 'ConversationBlockedByUser' };
export const outage = (status: 412 | 500 | 502 | 503 | 504): Trouble => ({ kind: 'refuse', status });

/** Teams: "about 100 KB" (PLATFORM.md, limits), counted as UTF-16. */
const MESSAGE_LIMIT_BYTES = 100_000;

const CARD = 'application/vnd.microsoft.card.adaptive';

export interface ConnectorOptions {
  /** Whether calls over Teams' limits get a 429, with Retry-After. Default: they are only counted. */
  readonly enforcesLimits?: boolean;
  /** The time by which it counts, in milliseconds. Default: that of the machine. */
  readonly now?: () => number;
}

export async function startConnector({
  enforcesLimits = false,
  now = Date.now,
}: ConnectorOptions = {}): Promise<FakeConnector> {
  const calls: Call[] = [];
  const limits = fakeLimits(now, enforcesLimits);
  const world = fakeConversations();
  const troubles: { readonly trouble: Trouble; left: number; readonly when: Meeting }[] = [];
  const hanging = new Set<ServerResponse>();
  const waiting = new Set<() => void>();

  const takeTrouble = ({ kind, conversationId }: Request): Trouble | undefined => {
    const next = troubles.find(
      ({ when: { only = kind, inside = conversationId } }) => only === kind && inside === conversationId,
    );
    if (next !== undefined && --next.left === 0) troubles.splice(troubles.indexOf(next), 1);
    return next?.trouble;
  };

  const record = (
    { paged: _, ...request }: Request,
    headers: IncomingMessage['headers'],
    answered: number,
  ) => {
    calls.push({ ...request, headers, at: now(), answered });
    for (const look of waiting) look();
  };

  const handle = async (incoming: IncomingMessage, response: ServerResponse) => {
    const request = await read(incoming);
    if (request === undefined) return answer(response, refusal(404, 'NotFound'));
    const roomAfter = limits.refuses(request);
    if (roomAfter !== undefined) {
      record(request, incoming.headers, 429);
      return answer(response, refusal(429, 'RequestThrottled'), { 'Retry-After': String(roomAfter) });
    }
    const trouble = takeTrouble(request);
    switch (trouble?.kind) {
      case 'hang':
        hanging.add(response);
        return record(request, incoming.headers, 0);
      case 'refuse':
        record(request, incoming.headers, trouble.status);
        return answer(response, refusal(trouble.status, trouble.code), trouble.headers);
    }
    const result = tooBig(request) ?? undrawable(request) ?? world.act(request);
    record(request, incoming.headers, trouble?.kind === 'drop' ? 0 : result.status);
    if (trouble?.kind === 'drop') return void response.destroy();
    if (trouble?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, trouble.ms));
    answer(response, result);
  };

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch((error: Error) => answer(response, refusal(500, error.message)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const mend = () => {
    troubles.length = 0;
    for (const response of hanging) response.destroy();
    hanging.clear();
  };

  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    calls,
    violations: limits.violations,
    standing: (id) => [...world.standing(placeOf(id).conversationId)],
    cards: (id) => world.standing(placeOf(id).conversationId).flatMap(cardsOn),
    trouble: (trouble, when = {}) => void troubles.push({ trouble, left: when.times ?? 1, when }),
    mend,
    setMembers: world.setMembers,
    setTeam: world.setTeam,
    until: (condition, what, limitMs = 5_000) =>
      new Promise<void>((resolve, reject) => {
        const settle = (act: () => void) => {
          clearTimeout(timer);
          waiting.delete(look);
          act();
        };
        const look = () => {
          try {
            if (condition()) settle(resolve);
          } catch (error) {
            settle(() => reject(error));
          }
        };
        const timer = setTimeout(
          () => settle(() => reject(new Error(`Not within ${limitMs} ms: ${what}\n${summary(calls)}`))),
          limitMs,
        );
        waiting.add(look);
        look();
      }),
    stop: async () => {
      mend();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Method, path after `/v3/`, what it is. In a path, `c` is a conversation or team and `a` an activity or member. */
const ROUTES: readonly (readonly [method: string, path: RegExp, kind: Kind])[] = [
  ['POST', /^conversations$/, 'create'],
  ['POST', /^conversations\/(?<c>[^/]+)\/activities$/, 'post'],
  // The SDK names the activity it replies to; Teams goes by the conversation's id alone (PLATFORM.md, trap 5).
  ['POST', /^conversations\/(?<c>[^/]+)\/activities\/(?<a>[^/]+)$/, 'post'],
  ['PUT', /^conversations\/(?<c>[^/]+)\/activities\/(?<a>[^/]+)$/, 'update'],
  ['DELETE', /^conversations\/(?<c>[^/]+)\/activities\/(?<a>[^/]+)$/, 'delete'],
  ['GET', /^conversations\/(?<c>[^/]+)\/(?:paged)?members$/, 'members'],
  ['GET', /^conversations\/(?<c>[^/]+)\/members\/(?<a>[^/]+)$/, 'member'],
  ['GET', /^teams\/(?<c>[^/]+)$/, 'team'],
  ['GET', /^teams\/(?<c>[^/]+)\/conversations$/, 'channels'],
];

async function read(incoming: IncomingMessage): Promise<Request | undefined> {
  const path = new URL(incoming.url ?? '', 'http://fake').pathname.replace(/^\/+v3\//, '');
  for (const [method, pattern, kind] of ROUTES) {
    const found = incoming.method === method && pattern.exec(path);
    if (!found) continue;
    const body = await json(incoming);
    const id = found.groups?.['a'];
    return {
      kind,
      ...placeOf(kind === 'create' ? createdIn(body) : decodeURIComponent(found.groups?.['c'] ?? '')),
      ...(id !== undefined && { activityId: decodeURIComponent(id) }),
      body,
      paged: path.endsWith('/pagedmembers'),
    };
  }
  return undefined;
}

async function json(incoming: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? undefined : JSON.parse(text);
}

function answer(
  response: ServerResponse,
  { status, body }: Answer,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function tooBig(request: Request): Answer | undefined {
  const bytes = 2 * JSON.stringify(request.body ?? '').length;
  return bytes > MESSAGE_LIMIT_BYTES ? refusal(413, 'MessageSizeTooBig') : undefined;
}

/** Stricter than Teams, which shows a card with a mistake as it can: no test may pass with one. */
function undrawable({ body }: Request): Answer | undefined {
  const [mistake] = cardsIn(body).flatMap(cardMistakes);
  return mistake === undefined ? undefined : refusal(400, mistake);
}

function cardsOn(standing: Standing): readonly StandingCard[] {
  const attachments: { contentType: string; content: unknown }[] = standing.activity.attachments ?? [];
  return attachments
    .filter(({ contentType }) => contentType === CARD)
    .map(({ content }) => ({ ...standing, card: content }));
}

function summary(calls: readonly Call[]): string {
  return calls.map((call) => `${call.kind} ${call.conversationId} ${call.answered}`).join('\n') || 'no calls';
}

import { randomUUID } from 'node:crypto';
// The package's index would load openai and gpt-tokenizer: half a second and 100 MB for nothing.
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { TurnState } from '@microsoft/teams-ai/lib/TurnState.js';
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import * as v from 'valibot';
import type { Locale } from '../../shared/texts/locale.ts';
import { texts } from '../../shared/texts/texts.ts';
import { placeWaiting } from '../channel/placeWaiting.ts';
import { placeMemory } from '../channel/rememberPlace.ts';
import type { Services } from '../services.ts';
import type { TeamsAdapter } from './adapter.ts';
import { answerInvoke, answerWithText, say } from './answer.ts';
import { paceReplies } from './paceReplies.ts';
import { arrival } from './routes/arrival.ts';
import { cardAction } from './routes/cardAction.ts';
import { cardSubmit } from './routes/cardSubmit.ts';
import { command } from './routes/command.ts';
import { openRegistration, submitRegistration } from './routes/messageExtension.ts';
import type { Route } from './routes/route.ts';
import type { SendTurns } from './sendTurns.ts';
import { readTurn, type Turn } from './turn.ts';

export interface App {
  /** Takes what was posted to the bot's endpoint, and gives the answer to send back. */
  receive(authorization: string, activity: unknown): Promise<{ status: number; body?: unknown }>;
  /** Resolves when the work that outlived its turn is done. */
  settle(): Promise<void>;
}

export interface AppParts {
  readonly adapter: TeamsAdapter;
  /** Tenants that are served; others get no answer. */
  readonly tenants: ReadonlySet<string>;
  /** Instead of each reader's own. */
  readonly language: Locale | undefined;
  readonly services: Services;
  readonly turns: SendTurns;
  /** The address of the page on which citizens rate us. */
  readonly feedbackPage: () => string;
  readonly log: Logger;
}

/** In the order in which they are asked. */
const routes: readonly Route[] = [
  cardAction,
  openRegistration,
  submitRegistration,
  cardSubmit,
  command,
  arrival,
];

const EnvelopeSchema = v.looseObject({
  type: v.string(),
  serviceUrl: v.pipe(v.string(), v.url()),
  conversation: v.looseObject({ id: v.string() }),
});

/** The bot: what comes in from Teams, led to its route. */
export function createApp(parts: AppParts): App {
  const { adapter, tenants, language, services, turns, feedbackPage, log } = parts;
  const remember = placeMemory(services.store.places);
  const afterwards = new Set<Promise<unknown>>();
  const application = new Application<TurnState>({
    // Its typing timer is one for all turns, and stops the wrong one.
    startTypingTimer: false,
    // Taken off here for messages with a text only: the rest has none.
    removeRecipientMention: true,
  });
  for (const route of routes) addRoute(route);

  return {
    async receive(authorization, body) {
      if (!v.is(EnvelopeSchema, body)) return { status: 400 };
      const response = await adapter.receive(authorization, body as unknown as Activity, runTurn);
      if (response === undefined) {
        log.warn('An activity without a valid token of Teams was refused');
        return { status: 401 };
      }
      return response;
    },
    async settle() {
      await Promise.allSettled(afterwards);
    },
  };

  async function runTurn(context: TurnContext): Promise<void> {
    await application.run(context);
  }

  function addRoute(route: Route): void {
    application.addRoute(
      async (context) => route.matches(context),
      (context) => handle(route, context),
      route.isInvoke,
    );
  }

  async function handle(route: Route, context: TurnContext): Promise<void> {
    const turn = readTurn(context.activity, language);
    if (turn === undefined || !tenants.has(turn.tenant)) {
      log.warn('An activity of a tenant that is not served was refused');
      await answerInvoke(context, undefined, 403);
      return;
    }
    paceReplies(context, turn, turns);
    try {
      const isBack = await remember(turn);
      await route.handle({ ...turn, context, services, feedbackPage, log, afterwards: goOn });
      if (isBack) goOn(placeWaiting(turn.tenant, 'all', services));
    } catch (error) {
      await apologise(context, turn, error);
    }
  }

  function goOn(work: Promise<unknown>): void {
    const tracked = work
      .catch((error) => log.warn({ err: error }, 'What should follow an answer failed'))
      .finally(() => afterwards.delete(tracked));
    afterwards.add(tracked);
  }

  /** Says that something went wrong, with a number by which the log can be searched. */
  async function apologise(context: TurnContext, { locale }: Turn, error: unknown): Promise<void> {
    const reference = randomUUID().slice(0, 8);
    log.error({ err: error, reference }, 'A turn failed');
    const text = texts(locale).chat.failed(reference);
    if (context.activity.type === ActivityTypes.Invoke) await answerWithText(context, text);
    else await say(context, text);
  }
}

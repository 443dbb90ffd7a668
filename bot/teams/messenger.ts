import type { Activity, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import type { Delivery, Message, Messenger, Undelivered } from '../messenger.ts';
import type { Place, PlaceStore } from '../store/places.ts';
import type { TabLinks } from '../tabLinks.ts';
import type { TeamsAdapter } from './adapter.ts';
import { ConnectorRefusal } from './connector.ts';
import { drawMessage } from './drawMessage.ts';
import { failureOf } from './failure.ts';
import { createChat, inConversation } from './proactive.ts';
import type { SendTurns, Turn } from './sendTurns.ts';

export interface MessengerParts {
  readonly turns: SendTurns;
  readonly places: PlaceStore;
  readonly log: Logger;
  now(): Temporal.Instant;
  /** Known only once the server listens. */
  links(): TabLinks;
}

/** An attempt, as far as turn, log and refusals are about it. */
interface Sending {
  readonly turn: Turn;
  /** What the log calls it. */
  readonly what: string;
  /** What it means that Teams does not know it. */
  readonly missing: 'gone' | 'away';
}

interface ToDeliver extends Pick<Sending, 'missing'> {
  readonly tenant: string;
  readonly place: Place;
  readonly message: Message;
}

/** Sends through botbuilder, within Teams' limits; what cannot be sent now, or there, it says by its kind. */
export function createMessenger(adapter: TeamsAdapter, parts: MessengerParts): Messenger {
  const { turns, places, log, now, links } = parts;

  return {
    // There is no message yet that could be missing: the conversation is.
    post: (tenant, place, message) =>
      deliver({ tenant, place, message, missing: 'away' }, async (context, activity) => {
        const sent = await context.sendActivity(activity);
        return sent?.id ?? '';
      }),
    update: (tenant, place, id, message) =>
      deliver({ tenant, place, message, missing: 'gone' }, async (context, activity) => {
        await context.updateActivity({ ...activity, id });
        return id;
      }),
    async openChat(tenant, person, near) {
      const turn = await turns.take(tenant, person.id);
      if (turn.kind === 'later') return turn;
      return attempt({ turn, what: 'chat', missing: 'away' }, async () => {
        const place = await createChat(adapter, { tenant, person, near });
        return { kind: 'opened', place } as const;
      });
    },
  };

  async function deliver(
    { tenant, place, message, missing }: ToDeliver,
    run: (context: TurnContext, activity: Partial<Activity>) => Promise<string>,
  ): Promise<Delivery> {
    const turn = await turns.take(tenant, place.conversation);
    if (turn.kind === 'later') return turn;
    const drawn = draw(message, turn);
    const delivery = await attempt({ turn, what: message.kind, missing }, async () => {
      const activity = await inConversation(adapter, { tenant, place }, (context) => run(context, drawn));
      return { kind: 'delivered', activity } as const;
    });
    if (delivery.kind === 'away') await places.park(tenant, place);
    return delivery;
  }

  /** Not before there is a turn: it takes longer than all else, and a crowd that waits asks again and again. */
  function draw(message: Message, turn: Turn): Partial<Activity> {
    try {
      return drawMessage(message, { now: now(), links: links() });
    } catch (error) {
      turn.end();
      throw error;
    }
  }

  async function attempt<Sent>(sending: Sending, send: () => Promise<Sent>): Promise<Sent | Undelivered> {
    try {
      const sent = await send();
      sending.turn.end();
      return sent;
    } catch (error) {
      return undelivered(sending, error);
    }
  }

  function undelivered({ turn, what, missing }: Sending, error: unknown): Undelivered {
    const failure = failureOf(error);
    const { kind } = failure;
    log[kind === 'refused' ? 'error' : 'warn'](
      { ...wordsOf(error), what, kind },
      'Teams did not take a message',
    );
    switch (failure.kind) {
      case 'busy':
        return { kind: 'later', seconds: turn.endInTrouble(failure.seconds) };
      case 'unreachable':
        turn.endInTrouble(undefined);
        return { kind: 'later', seconds: undefined };
      case 'missing':
        turn.end();
        return { kind: missing };
      default:
        turn.end();
        return failure;
    }
  }
}

/** What the log may know: never the message, nor an address with somebody's id in it. */
function wordsOf(error: unknown) {
  if (error instanceof ConnectorRefusal) return { status: error.status, code: error.code };
  return { reason: error instanceof Error ? error.name : 'unknown' };
}

import type { Activity, ConversationReference, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import type { Delivery, Message, Messenger } from '../messenger.ts';
import type { Place } from '../store/places.ts';
import type { TeamsAdapter } from './adapter.ts';
import { cardMessage } from './answer.ts';
import { callbackCard, callbackPreview } from './cards/callback.ts';
import { receiptCard, receiptPreview } from './cards/receipt.ts';
import { ConnectorRefusal } from './connector.ts';

/** Posts cards to Teams through botbuilder. */
export function createMessenger(
  adapter: TeamsAdapter,
  { now, log }: { now: () => Temporal.Instant; log: Logger },
): Messenger {
  return {
    post: (place, message) =>
      deliver(place, async (context) => {
        const sent = await context.sendActivity(draw(message, now()));
        return sent?.id ?? '';
      }),
    update: (place, activity, message) =>
      deliver(place, async (context) => {
        await context.updateActivity({ ...draw(message, now()), id: activity });
        return activity;
      }),
  };

  async function deliver(place: Place, send: (context: TurnContext) => Promise<string>): Promise<Delivery> {
    let delivery: Delivery = { kind: 'later', seconds: undefined };
    await adapter.continueConversationAsync(adapter.appId, referenceTo(place), async (context) => {
      // Caught in here: what reaches the adapter's onTurnError would seem to have succeeded.
      delivery = await send(context).then(delivered, refused);
    });
    return delivery;
  }

  function refused(error: unknown): Delivery {
    if (!(error instanceof ConnectorRefusal)) {
      log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'Teams is out of reach');
      return { kind: 'later', seconds: undefined };
    }
    log.warn({ status: error.status }, 'Teams refused a message');
    return isGone(error.status) ? { kind: 'gone' } : { kind: 'later', seconds: error.retryAfterSeconds };
  }
}

function delivered(activity: string): Delivery {
  return { kind: 'delivered', activity };
}

/** 403: the bot is not, or no longer, a member here. 404: the conversation or the message was deleted. */
function isGone(status: number): boolean {
  return status === 403 || status === 404;
}

function referenceTo(place: Place): Partial<ConversationReference> {
  const isGroup = place.kind === 'channel';
  return {
    channelId: 'msteams',
    serviceUrl: place.serviceUrl,
    bot: { id: place.botId, name: '' },
    conversation: {
      id: place.conversation,
      isGroup,
      conversationType: isGroup ? 'channel' : 'personal',
      name: '',
    },
  };
}

function draw(message: Message, now: Temporal.Instant): Partial<Activity> {
  switch (message.kind) {
    case 'callback':
      // A channel has readers of all languages; it gets the municipality's own.
      return cardMessage(
        callbackCard({ ...message, locale: 'nl', now }),
        callbackPreview({ ...message, locale: 'nl' }),
      );
    case 'receipt':
      return cardMessage(receiptCard(message), receiptPreview(message));
  }
}

import {
  type Activity,
  ActivityTypes,
  CardFactory,
  MessageFactory,
  StatusCodes,
  type TurnContext,
} from 'botbuilder';
import type { AdaptiveCard } from './cards/adaptiveCard.ts';
import type { Post } from './clicks/shown.ts';

/** A card as a message; the summary is what a notification shows of it. */
export function cardMessage(card: AdaptiveCard, summary: string): Partial<Activity> {
  return { ...MessageFactory.attachment(CardFactory.adaptiveCard(card)), summary };
}

/** Says something in words. As plain text: what a person typed can come back in it. */
export async function say(context: TurnContext, text: string): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.Message, text, textFormat: 'plain' });
}

/** Sends a card as a message of its own; in a thread, as a reply there. */
export async function post(context: TurnContext, { card, summary }: Post): Promise<void> {
  await context.sendActivity(cardMessage(card, summary));
}

/** Answers an Action.Execute with the card that takes the place of the one clicked, for who clicked. */
export function answerWithCard(context: TurnContext, card: AdaptiveCard): Promise<void> {
  return answerInvoke(context, {
    statusCode: StatusCodes.OK,
    type: 'application/vnd.microsoft.card.adaptive',
    value: card,
  });
}

/** Answers an Action.Execute with a sentence; the card stays as it is. */
export function answerWithText(context: TurnContext, text: string): Promise<void> {
  return answerInvoke(context, {
    statusCode: StatusCodes.OK,
    type: 'application/vnd.microsoft.activity.message',
    value: text,
  });
}

/** Answers an invoke; teams-ai sends nothing of its own when an answer is there. */
export async function answerInvoke(
  context: TurnContext,
  body: unknown,
  status: number = StatusCodes.OK,
): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status, body } });
}

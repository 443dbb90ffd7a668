import { ActivityTypes } from 'botbuilder';
import * as v from 'valibot';
import { texts } from '../../../shared/texts/texts.ts';
import { answerInvoke } from '../answer.ts';
import { type AdaptiveCard, forDialog } from '../cards/adaptiveCard.ts';
import { parseCardData } from '../cards/verbs.ts';
import { clickCard } from '../clickCard.ts';
import { messageText } from '../messageText.ts';
import { freshRegistration } from '../registrationView.ts';
import type { Route, RouteTurn } from './route.ts';

const OpenSchema = v.object({
  messagePayload: v.object({
    body: v.object({ contentType: v.optional(v.picklist(['html', 'text']), 'html'), content: v.string() }),
  }),
});

/** The compose box or a message's menu opens the registration in a dialog; a message's text becomes the note. */
export const openRegistration: Route = {
  isInvoke: true,
  matches: ({ activity }) =>
    activity.type === ActivityTypes.Invoke && activity.name === 'composeExtension/fetchTask',
  async handle(turn) {
    const opened = v.safeParse(OpenSchema, turn.context.activity.value);
    const note = opened.success ? noteFrom(opened.output.messagePayload.body) : '';
    await answerWithDialog(turn, await freshRegistration(turn.tenant, turn.locale, turn.services, note));
  },
};

/** A message comes as HTML, or as the text itself: then a "<" is just that. */
function noteFrom({ contentType, content }: { contentType: 'html' | 'text'; content: string }): string {
  return contentType === 'html' ? messageText(content) : content.trim();
}

const SubmitSchema = v.object({ data: v.unknown() });

/** A click in the dialog. */
export const submitRegistration: Route = {
  isInvoke: true,
  matches: ({ activity }) =>
    activity.type === ActivityTypes.Invoke && activity.name === 'composeExtension/submitAction',
  async handle(turn) {
    const value = v.safeParse(SubmitSchema, turn.context.activity.value);
    const data = value.success ? parseCardData(value.output.data) : undefined;
    if (data === undefined) return answerInvoke(turn.context, undefined, 400);
    const shown = await clickCard(data, turn);
    if (shown.kind === 'text') {
      return answerInvoke(turn.context, { task: { type: 'message', value: shown.text } });
    }
    return answerWithDialog(turn, shown.kind === 'post' ? shown.post.card : shown.card);
  },
};

function answerWithDialog({ context, locale }: RouteTurn, card: AdaptiveCard): Promise<void> {
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: forDialog(card) };
  const value = {
    title: texts(locale).registration.title,
    width: 'medium',
    height: 'large',
    card: attachment,
  };
  return answerInvoke(context, { task: { type: 'continue', value } });
}

import { ActivityTypes } from 'botbuilder';
import { cardMessage, post, say } from '../answer.ts';
import { parseCardData } from '../cards/verbs.ts';
import { clickCard } from '../clickCard.ts';
import type { Route } from './route.ts';

/** A click on a button of a card, as clients send it that do not know Action.Execute (its fallback, Action.Submit). */
export const cardSubmit: Route = {
  isInvoke: false,
  matches: ({ activity }) => activity.type === ActivityTypes.Message && activity.value !== undefined,
  async handle(turn) {
    const data = parseCardData(turn.context.activity.value);
    if (data === undefined) return;
    const shown = await clickCard(data, turn);
    if (shown.kind === 'text') return say(turn.context, shown.text);
    if (shown.kind === 'post') return post(turn.context, shown.post);
    if (shown.apart !== undefined) return post(turn.context, shown.apart);
    // There is no answer to put a card in: it takes the place of the one that was clicked.
    await turn.context.updateActivity({
      ...cardMessage(shown.card, ''),
      ...(turn.card && { id: turn.card }),
    });
  },
};

import { ActivityTypes } from 'botbuilder';
import * as v from 'valibot';
import { answerInvoke, answerWithCard, answerWithText, post } from '../answer.ts';
import { parseCardData } from '../cards/verbs.ts';
import { clickCard } from '../clickCard.ts';
import type { Route } from './route.ts';

const ValueSchema = v.object({ action: v.object({ data: v.unknown() }) });

/** A click on a button of a card (Action.Execute). */
export const cardAction: Route = {
  isInvoke: true,
  matches: ({ activity }) =>
    activity.type === ActivityTypes.Invoke && activity.name === 'adaptiveCard/action',
  async handle(turn) {
    const value = v.safeParse(ValueSchema, turn.context.activity.value);
    const data = value.success ? parseCardData(value.output.action.data) : undefined;
    if (data === undefined) return answerInvoke(turn.context, undefined, 400);
    const shown = await clickCard(data, turn);
    if (shown.kind === 'text') return answerWithText(turn.context, shown.text);
    if (shown.kind === 'post') {
      await post(turn.context, shown.post);
      return answerWithText(turn.context, shown.text);
    }
    // The answer changes the card on this screen, for now; the update changes it everywhere, for good.
    if (shown.stands !== undefined && turn.card !== undefined) {
      turn.afterwards(turn.services.messenger.update(turn.tenant, turn.place, turn.card, shown.stands));
    }
    return answerWithCard(turn.context, shown.card);
  },
};

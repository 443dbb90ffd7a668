import type { CardData } from './cards/verbs.ts';
import { actOn } from './clicks/callbackClicks.ts';
import { askForRating, makeFeedbackLink, openFeedbackForm } from './clicks/feedbackClicks.ts';
import { showList, showReceipt } from './clicks/listClicks.ts';
import {
  openRegistration,
  startCorrecting,
  submitRegistration,
  withdrawRegistration,
} from './clicks/registrationClicks.ts';
import type { Shown } from './clicks/shown.ts';
import type { RouteTurn } from './routes/route.ts';

/** Does what a button of a card asks, wherever that card stands: in a chat, a channel or a dialog. */
export function clickCard(data: CardData, turn: RouteTurn): Promise<Shown> {
  switch (data.verb) {
    case 'registration.open':
      return openRegistration(turn);
    case 'registration.submit':
      return submitRegistration(data, turn);
    case 'registration.correct':
      return startCorrecting(data, turn);
    case 'registration.withdraw':
      return withdrawRegistration(data, turn);
    case 'registration.show':
      return showReceipt(data, turn);
    case 'callbacks.list':
      return showList(data, turn);
    case 'callback.act':
      return actOn(data, turn);
    case 'feedback.open':
      return openFeedbackForm(turn);
    case 'feedback.link':
      return makeFeedbackLink(data, turn);
    case 'feedback.callback':
      return askForRating(data, turn);
  }
}

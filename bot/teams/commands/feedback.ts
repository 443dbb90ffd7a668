import { feedbackCardTexts } from '../../../shared/texts/feedbackCard.ts';
import { post, say } from '../answer.ts';
import { freshFeedbackForm } from '../clicks/feedbackClicks.ts';
import type { RouteTurn } from '../routes/route.ts';

/** "beoordeling": a card with which somebody makes a link for a citizen. */
export async function feedback(turn: RouteTurn): Promise<void> {
  const t = feedbackCardTexts[turn.locale];
  const card = await freshFeedbackForm(turn);
  if (card === undefined) return say(turn.context, t.notLinked);
  await post(turn.context, { card, summary: t.title });
}

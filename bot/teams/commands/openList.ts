import { callbackListTexts } from '../../../shared/texts/callbackList.ts';
import { post, say } from '../answer.ts';
import { callbackListCard, callbackListTitle } from '../cards/callbackList.ts';
import { openListView } from '../openListView.ts';
import type { RouteTurn } from '../routes/route.ts';

/** "open": what is open for the department of this channel, or for who types it in their own chat. */
export async function openList(turn: RouteTurn): Promise<void> {
  const view = await openListView(0, turn);
  if (view === undefined) return say(turn.context, callbackListTexts[turn.locale].notLinked);
  await post(turn.context, { card: callbackListCard(view, true), summary: callbackListTitle(view) });
}

import { callbackListTexts } from '../../../shared/texts/callbackList.ts';
import { showRegistration } from '../../contact/showRegistration.ts';
import { callbackListCard, callbackListTitle } from '../cards/callbackList.ts';
import { receiptCard, receiptPreview } from '../cards/receipt.ts';
import { openListView } from '../openListView.ts';
import type { RouteTurn } from '../routes/route.ts';
import type { DataOf, Shown } from './shown.ts';

/** A button of an alert that leads to the list, or of the list itself that leads to another page. */
export async function showList(
  { from, ownMessage }: DataOf<'callbacks.list'>,
  turn: RouteTurn,
): Promise<Shown> {
  const view = await openListView(from, turn);
  if (view === undefined) return { kind: 'text', text: callbackListTexts[turn.locale].notLinked };
  const card = callbackListCard(view, ownMessage);
  if (ownMessage) return { kind: 'card', card };
  // Nobody else should lose an alert because somebody looked at the list.
  const apart = { card: callbackListCard(view, true), summary: callbackListTitle(view) };
  return { kind: 'card', card, apart };
}

/** A row of one's own list. The receipt comes below it, so that the list is still there for the next row. */
export async function showReceipt({ id }: DataOf<'registration.show'>, turn: RouteTurn): Promise<Shown> {
  const { tenant, person, locale, services } = turn;
  const t = callbackListTexts[locale];
  const shown = await showRegistration({ tenant, id, by: person }, services);
  if (shown.kind === 'refused') return { kind: 'text', text: t.notShown[shown.why] };
  const municipality = await services.store.municipalities.read(tenant);
  const view = { ...shown.receipt, municipality, locale };
  return {
    kind: 'post',
    post: { card: receiptCard(view), summary: receiptPreview(view) },
    text: t.receiptBelow,
  };
}

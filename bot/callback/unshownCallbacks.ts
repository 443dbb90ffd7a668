import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../shared/contact/contactId.ts';
import type { Services } from '../services.ts';
import type { CallbackCard } from '../store/cards.ts';
import type { DueCallback } from '../store/due.ts';

/**
 * The open callbacks that Teams does not show as the index has them: their card is missing, although there is
 * a channel for it, or shows something else. One query for the index and one for each day that has open
 * callbacks, whatever the history. What somebody is at, or Teams refused for good, is not among them.
 */
export async function unshownCallbacks(tenant: string, services: Services): Promise<DueCallback[]> {
  const { due, cards, places } = services.store;
  const open = await due.list(tenant);
  if (open.length === 0) return [];
  const days = [...new Set(open.map(({ id }) => dayOf(id)))];
  const [ofDays, links, parked] = await Promise.all([
    Promise.all(days.map((day) => cards.ofDay(tenant, day))),
    places.links(tenant),
    places.parked(tenant),
  ]);
  const cardsOf = new Map(ofDays.flatMap((ofDay) => [...ofDay]));
  const linked = new Set(links.map(({ department }) => department));
  const now = services.now();
  return open.filter((callback) => {
    const card = cardsOf.get(callback.id)?.find(({ assignment }) => assignment === callback.assignment);
    if (card === undefined || card.activity === undefined || parked.has(card.conversation)) {
      return linked.has(callback.department) && !isLeftAlone(card, callback, now);
    }
    return card.shownRevision !== callback.revision && !isLeftAlone(card, callback, now);
  });
}

function isLeftAlone(
  card: CallbackCard | undefined,
  { revision }: DueCallback,
  now: Temporal.Instant,
): boolean {
  if (card === undefined) return false;
  return card.refusedRevision === revision || Temporal.Instant.compare(now, card.claimedUntil) < 0;
}

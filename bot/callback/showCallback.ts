import { Temporal } from 'temporal-polyfill';
import { callbackDeadline } from '../../shared/calendar/deadline.ts';
import { type Callback, callbackAt } from '../../shared/callback/callback.ts';
import { isOpen, lastRevision, stateOf } from '../../shared/callback/state.ts';
import type { Delivery, Message } from '../messenger.ts';
import type { Services } from '../services.ts';
import type { CallbackCard } from '../store/cards.ts';
import type { Place } from '../store/places.ts';

/** 'later': Teams did not take it yet, or somebody else is at it; look again after these seconds. */
export type Shown =
  | { readonly kind: 'shown' }
  | { readonly kind: 'later'; readonly seconds: number | undefined };

/** How long a post or an update may take before another may take over, in seconds. */
const claimTime = 20;

/** Makes Teams show what the row says: a card for each department that has had the callback. */
export async function showCallback(tenant: string, callback: Callback, services: Services): Promise<Shown> {
  const cards = await services.store.cards.list(tenant, callback.id);
  const assignments = Array.from({ length: stateOf(callback).assignment + 1 }, (_, index) => index);
  const results = await Promise.all(
    assignments.map((assignment) => {
      const card = cards.find((known) => known.assignment === assignment);
      return showCard({ tenant, callback, assignment }, card, services);
    }),
  );
  return results.find(({ kind }) => kind === 'later') ?? { kind: 'shown' };
}

/** One card: that of one assignment of a callback. */
interface Wanted {
  readonly tenant: string;
  readonly callback: Callback;
  readonly assignment: number;
}

async function showCard(wanted: Wanted, card: CallbackCard | undefined, services: Services): Promise<Shown> {
  const { cards } = services.store;
  const { tenant, callback, assignment } = wanted;
  const { id } = callback;
  const revision = lastRevision(callback, assignment);
  if (card?.activity !== undefined && card.shownRevision >= revision) return { kind: 'shown' };
  // Another's work in progress, which ends any moment: only a crash leaves a claim until its time is up.
  if (isClaimed(card, services)) return { kind: 'later', seconds: undefined };

  const place = await placeOf(wanted, card, services);
  if (place === undefined) return { kind: 'shown' };
  const shownRevision = card?.shownRevision ?? 0;
  const { conversation } = place;
  const claim = { assignment, conversation, activity: card?.activity, shownRevision };
  const claimedUntil = services.now().add({ seconds: claimTime });
  if (!(await cards.claim(tenant, id, { ...claim, claimedUntil }, card?.etag))) {
    return { kind: 'later', seconds: 1 };
  }

  const delivery = await deliver(wanted, { place, activity: card?.activity }, services);
  switch (delivery.kind) {
    case 'delivered':
      await cards.settle(tenant, id, { ...claim, activity: delivery.activity, shownRevision: revision });
      return { kind: 'shown' };
    case 'later':
      await cards.settle(tenant, id, claim);
      return { kind: 'later', seconds: delivery.seconds };
    case 'gone':
      // Nothing stands there any more; the card is placed again when the channel is linked again.
      await cards.remove(tenant, id, assignment);
      return { kind: 'shown' };
  }
}

function isClaimed(card: CallbackCard | undefined, { now }: Services): boolean {
  return card !== undefined && Temporal.Instant.compare(now(), card.claimedUntil) < 0;
}

/** Where the card stands, or should: without a channel a callback waits for one. */
function placeOf(
  { tenant, callback, assignment }: Wanted,
  card: CallbackCard | undefined,
  { store }: Services,
): Promise<Place | undefined> | undefined {
  if (card !== undefined) return store.places.channel(tenant, card.conversation);
  const state = stateOf(callback);
  if (!isOpen(state) || state.assignment !== assignment) return undefined;
  return store.places.channelOf(tenant, state.department);
}

async function deliver(
  { tenant, callback, assignment }: Wanted,
  { place, activity }: { place: Place; activity: string | undefined },
  { store, messenger, calendar }: Services,
): Promise<Delivery> {
  const shown = callbackAt(callback, lastRevision(callback, assignment));
  const isCurrent = stateOf(callback).assignment === assignment;
  const [{ at }] = callback.steps;
  const message: Message = {
    kind: 'callback',
    callback: shown,
    deadline: callbackDeadline(calendar, at, callback.promisedWorkingDays),
    municipality: await store.municipalities.read(tenant),
    standing: isCurrent ? 'current' : 'handedOver',
  };
  if (activity === undefined) return messenger.post(place, message);
  const updated = await messenger.update(place, activity, message);
  const isStillWanted = isCurrent && isOpen(stateOf(callback));
  return updated.kind === 'gone' && isStillWanted ? messenger.post(place, message) : updated;
}

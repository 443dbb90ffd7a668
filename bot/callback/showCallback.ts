import { callbackDeadline } from '../../shared/calendar/deadline.ts';
import { type Callback, callbackAt } from '../../shared/callback/callback.ts';
import { isOpen, lastRevision, stateOf } from '../../shared/callback/state.ts';
import type { Delivery, Message } from '../messenger.ts';
import type { Services } from '../services.ts';
import type { CallbackCard } from '../store/cards.ts';
import type { Place } from '../store/places.ts';
import { bringUpToDate, type Shown } from './bringUpToDate.ts';
import { isWaiting } from './isWaiting.ts';
import { tellRegistrar } from './tellRegistrar.ts';

/** Makes Teams show what the row says: a card for each department that has had the callback, and the news to who asked. */
export async function showCallback(tenant: string, callback: Callback, services: Services): Promise<Shown> {
  const cards = await services.store.cards.list(tenant, callback.id);
  const assignments = Array.from({ length: stateOf(callback).assignment + 1 }, (_, index) => index);
  const results = await Promise.all([
    ...assignments.map((assignment) => {
      const card = cards.find((known) => known.assignment === assignment);
      return showCard({ tenant, callback, assignment }, card, services);
    }),
    tellRegistrar(tenant, callback, services),
  ]);
  const by = (kind: Shown['kind']) => results.find((shown) => shown.kind === kind);
  return by('later') ?? by('refused') ?? { kind: 'shown' };
}

/** One card: that of one assignment of a callback. */
interface Wanted {
  readonly tenant: string;
  readonly callback: Callback;
  readonly assignment: number;
}

async function showCard(wanted: Wanted, card: CallbackCard | undefined, services: Services): Promise<Shown> {
  const { tenant, callback, assignment } = wanted;
  const revision = lastRevision(callback, assignment);
  if (card?.activity !== undefined && card.shownRevision >= revision) return { kind: 'shown' };

  const place = await placeOf(wanted, card, services);
  if (place === undefined) return { kind: 'shown' };
  const send = (activity: string | undefined) => deliver(wanted, { place, activity }, services);
  const { id } = callback;
  return bringUpToDate({ tenant, id, slot: assignment, revision, place, send }, card, services);
}

/**
 * Where the card stands, or should: without a channel a callback waits for one. Where the bot was removed from
 * the channel in which it stands, it goes to the one that the department was linked to since.
 */
async function placeOf(
  { tenant, callback, assignment }: Wanted,
  card: CallbackCard | undefined,
  { store }: Services,
): Promise<Place | undefined> {
  const here = card && (await store.places.channel(tenant, card.conversation));
  if (here !== undefined) return here;
  const state = stateOf(callback);
  if (!isOpen(state) || state.assignment !== assignment) return undefined;
  return store.places.channelOf(tenant, state.department);
}

async function deliver(
  { tenant, callback, assignment }: Wanted,
  { place, activity }: { place: Place; activity: string | undefined },
  services: Services,
): Promise<Delivery> {
  const { store, messenger, calendar } = services;
  const shown = callbackAt(callback, lastRevision(callback, assignment));
  const isCurrent = stateOf(callback).assignment === assignment;
  const isWaitingElsewhere = !isCurrent && (await isWaiting(tenant, shown, services));
  const whereItWent = isWaitingElsewhere ? 'waiting' : 'handedOver';
  const [{ at }] = callback.steps;
  const message: Message = {
    kind: 'callback',
    callback: shown,
    deadline: callbackDeadline(calendar, at, callback.promisedWorkingDays),
    municipality: await store.municipalities.read(tenant),
    standing: isCurrent ? 'current' : whereItWent,
  };
  if (activity === undefined) return messenger.post(tenant, place, message);
  const updated = await messenger.update(tenant, place, activity, message);
  const isStillWanted = isCurrent && isOpen(stateOf(callback));
  return updated.kind === 'gone' && isStillWanted ? messenger.post(tenant, place, message) : updated;
}

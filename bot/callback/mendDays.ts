import { Temporal } from 'temporal-polyfill';
import { type Callback, revisionOf } from '../../shared/callback/callback.ts';
import { isOpen, lastRevision, stateOf } from '../../shared/callback/state.ts';
import { dayOf } from '../../shared/contact/contactId.ts';
import { lastDays } from '../lastDays.ts';
import type { Services } from '../services.ts';
import type { CallbackCard } from '../store/cards.ts';
import type { DueCallback } from '../store/due.ts';

/**
 * Makes the index of open callbacks, and the cards in Teams, those of closed callbacks too, follow what was
 * asked in the last weeks, and whatever is open still. A day a step; after each, whoever asks may stop.
 */
export async function* mendDays(tenant: string, services: Services): AsyncGenerator<void> {
  const index = await services.store.due.list(tenant);
  const days = new Set([...lastDays(services.now()), ...index.map(({ id }) => dayOf(id))]);
  for (const day of days) {
    yield;
    const indexed = index.filter(({ id }) => dayOf(id) === day);
    await mendDay({ tenant, day, indexed }, services);
  }
}

interface Day {
  readonly tenant: string;
  readonly day: string;
  readonly indexed: readonly DueCallback[];
}

async function mendDay({ tenant, day, indexed }: Day, services: Services): Promise<void> {
  const { store, now } = services;
  const [registered, cardsOf, parked] = await Promise.all([
    store.contacts.readDay(tenant, day),
    store.cards.ofDay(tenant, day),
    store.places.parked(tenant),
  ]);
  const callbacks = new Map(
    Array.from(registered).flatMap(({ callback }) => (callback ? [[callback.id, callback] as const] : [])),
  );
  for (const row of indexed) {
    if (!hasPlace(callbacks.get(row.id), row)) await store.due.remove(tenant, row);
  }
  for (const callback of callbacks.values()) {
    const isIndexed = indexed.some((row) => hasPlace(callback, row) && row.revision === revisionOf(callback));
    if (isOpen(stateOf(callback)) && !isIndexed) await store.due.follow(tenant, callback);

    const cards = cardsOf.get(callback.id) ?? [];
    const behind = cards.some((card) => isBehind(card, callback, now()) && !parked.has(card.conversation));
    if (behind) await store.work.nudge(tenant, callback.id);
  }
}

/** Whether the index is to have a row for the callback in this place. */
function hasPlace(callback: Callback | undefined, { id, due }: DueCallback): boolean {
  return (
    callback !== undefined &&
    callback.id === id &&
    isOpen(stateOf(callback)) &&
    callback.due.epochMilliseconds === due.epochMilliseconds
  );
}

function isBehind(card: CallbackCard, callback: Callback, now: Temporal.Instant): boolean {
  const revision = lastRevision(callback, card.assignment);
  return (
    card.activity !== undefined &&
    card.shownRevision < revision &&
    card.refusedRevision !== revision &&
    Temporal.Instant.compare(now, card.claimedUntil) >= 0
  );
}

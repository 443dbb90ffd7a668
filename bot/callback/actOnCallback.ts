import { type Acted, act, type CallbackAction } from '../../shared/callback/act.ts';
import type { Callback } from '../../shared/callback/callback.ts';
import { stateOf } from '../../shared/callback/state.ts';
import type { ContactId } from '../../shared/contact/contactId.ts';
import type { Person } from '../../shared/person.ts';
import type { Services } from '../services.ts';

/** A click on a callback's card. */
export interface CardClick {
  readonly tenant: string;
  readonly id: ContactId;
  /** The revision that the card showed. */
  readonly seenRevision: number;
  readonly action: CallbackAction;
  readonly by: Person;
  /** The conversation in which the card stands: whoever may read that channel may act. */
  readonly conversation: string;
}

export type Clicked =
  | { readonly kind: 'answered'; readonly acted: Acted; readonly callback: Callback }
  /** The callback is not, or no longer, this channel's. */
  | { readonly kind: 'notHere'; readonly callback: Callback }
  | { readonly kind: 'unknown' };

export async function actOnCallback(click: CardClick, { store, now }: Services): Promise<Clicked> {
  const { tenant, id, seenRevision, action, by, conversation } = click;
  for (;;) {
    const before = await store.contacts.read(tenant, id);
    if (before?.callback === undefined) return { kind: 'unknown' };
    const { callback } = before;

    const cards = await store.cards.list(tenant, id);
    const current = cards.find(({ assignment }) => assignment === stateOf(callback).assignment);
    if (current?.conversation !== conversation) return { kind: 'notHere', callback };

    const acted = act(callback, action, { by, at: now(), seenRevision });
    if (acted.kind !== 'applied') return { kind: 'answered', acted, callback };

    const announcement = await store.work.announce(tenant, id);
    if (await store.contacts.replace(tenant, { ...before, callback: acted.callback }, before)) {
      await announcement.release();
      return { kind: 'answered', acted, callback: acted.callback };
    }
    // Somebody was first by a hair: the next round tells who.
  }
}

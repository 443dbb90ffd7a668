import { stateOf } from '../../shared/callback/state.ts';
import type { ContactId } from '../../shared/contact/contactId.ts';
import type { FactServices } from '../services.ts';
import { type Invited, invite } from './invite.ts';

export interface CallbackToRate {
  readonly tenant: string;
  readonly id: ContactId;
  /** The conversation in which the card stands: whoever may read that channel may ask. */
  readonly conversation: string;
}

export type InvitedForCallback =
  | ({ readonly kind: 'invited' } & Invited)
  | { readonly kind: 'notHere'; readonly department: string }
  | { readonly kind: 'unknown' | 'notDone' };

/** Makes a link with which a citizen who was called back can rate the department that did. */
export async function inviteForCallback(
  { tenant, id, conversation }: CallbackToRate,
  page: string,
  services: FactServices,
): Promise<InvitedForCallback> {
  const { store } = services;
  const registered = await store.contacts.read(tenant, id);
  if (registered?.callback === undefined) return { kind: 'unknown' };
  const { callback } = registered;
  const { department, assignment, status } = stateOf(callback);
  const cards = await store.cards.list(tenant, id);
  const current = cards.find((card) => card.assignment === assignment);
  if (current?.conversation !== conversation) return { kind: 'notHere', department };
  if (status !== 'done') return { kind: 'notDone' };
  const work = { about: 'contact', department, process: callback.process } as const;
  return { kind: 'invited', ...(await invite(tenant, work, page, services)) };
}

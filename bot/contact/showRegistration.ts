import type { ContactId } from '../../shared/contact/contactId.ts';
import type { Person } from '../../shared/person.ts';
import type { Receipt } from '../messenger.ts';
import type { Services } from '../services.ts';
import { receiptOf } from './registerContact.ts';

export interface ShowQuestion {
  readonly tenant: string;
  readonly id: ContactId;
  readonly by: Person;
}

export type ShownRegistration =
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'refused'; readonly why: 'unknown' | 'notYours' };

/** A registration as it is now, for the one who made it. */
export async function showRegistration(
  { tenant, id, by }: ShowQuestion,
  services: Services,
): Promise<ShownRegistration> {
  const registered = await services.store.contacts.read(tenant, id);
  if (registered === undefined) return { kind: 'refused', why: 'unknown' };
  // Teams does not name everybody: '' is nobody, and nobody sees whom to call.
  const isTheirs = by.id !== '' && registered.contact.registeredBy.id === by.id;
  if (!isTheirs) return { kind: 'refused', why: 'notYours' };
  return { kind: 'receipt', receipt: await receiptOf(tenant, registered, services) };
}

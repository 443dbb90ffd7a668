import type { WithdrawalReason } from '../../shared/callback/callback.ts';
import { withdraw } from '../../shared/callback/withdraw.ts';
import type { ContactId } from '../../shared/contact/contactId.ts';
import type { Person } from '../../shared/person.ts';
import { receiptOf } from '../contact/registerContact.ts';
import type { Receipt } from '../messenger.ts';
import type { Services } from '../services.ts';

export interface Withdrawal {
  readonly tenant: string;
  readonly id: ContactId;
  readonly reason: WithdrawalReason;
  readonly by: Person;
}

export type Withdrawing =
  /** The receipt says how it stands: withdrawn now or before, or done by the department meanwhile. */
  | { readonly kind: 'answered'; readonly receipt: Receipt }
  | { readonly kind: 'refused'; readonly why: 'unknown' | 'notYours' };

/** Takes back what the same person asked, for as long as the department has not finished it. */
export async function withdrawCallback(withdrawal: Withdrawal, services: Services): Promise<Withdrawing> {
  const { store, now } = services;
  const { tenant, id, reason, by } = withdrawal;
  for (;;) {
    const before = await store.contacts.read(tenant, id);
    if (before?.callback === undefined) return { kind: 'refused', why: 'unknown' };
    if (before.contact.registeredBy.id !== by.id) return { kind: 'refused', why: 'notYours' };

    const callback = withdraw(before.callback, reason, { by, at: now() });
    if (callback === before.callback) {
      return { kind: 'answered', receipt: await receiptOf(tenant, before, services) };
    }
    const after = { ...before, callback };
    const announcement = await store.work.announce(tenant, id);
    if (await store.contacts.replace(tenant, after, before)) {
      await announcement.release();
      return { kind: 'answered', receipt: await receiptOf(tenant, after, services) };
    }
    // The department did something at the same moment: withdraw what stands there now.
  }
}

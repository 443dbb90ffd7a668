import { localDay } from '../../shared/calendar/zone.ts';
import { dayOf } from '../../shared/contact/contactId.ts';
import { correct, isSame } from '../../shared/contact/register.ts';
import { parseForm } from '../../shared/contact/registrationForm.ts';
import type { Services } from '../services.ts';
import type { StoredRegistration } from '../store/contacts.ts';
import { type Registering, receiptOf, type SentForm } from './registerContact.ts';

/** Why somebody may not correct a registration. */
export type CorrectionRefusal = 'unknown' | 'notToday' | 'notYours';

export type Correcting = Registering | { readonly kind: 'refused'; readonly why: CorrectionRefusal };

/** Replaces what was registered earlier on the same day, by the one who registered it. */
export async function correctContact(form: SentForm, services: Services): Promise<Correcting> {
  const { store, calendar, now } = services;
  const { tenant, id, typed, outcome, by } = form;
  for (;;) {
    const opened = await openForCorrection(form, services);
    if (opened.kind === 'refused') return opened;
    const at = now();
    const municipality = await store.municipalities.read(tenant);
    const parsed = parseForm(typed, outcome, { municipality, today: localDay(at) });
    if (parsed.kind === 'mistakes') return parsed;

    const before = opened.registered;
    const after = correct(before, parsed.registration, { by, at, calendar, municipality });
    // The same correction sent twice corrects once.
    if (isSame(before, after)) {
      return { kind: 'registered', receipt: await receiptOf(tenant, before, services) };
    }
    const announcement = await store.work.announce(tenant, id);
    if (await store.contacts.replace(tenant, after, before)) {
      await announcement.release();
      return { kind: 'registered', receipt: await receiptOf(tenant, after, services) };
    }
    // The department changed the callback meanwhile: correct what stands there now.
  }
}

export type OpenedForCorrection =
  | { readonly kind: 'opened'; readonly registered: StoredRegistration }
  | { readonly kind: 'refused'; readonly why: CorrectionRefusal };

/** The registration, if this person may correct it now. */
export async function openForCorrection(
  { tenant, id, by }: Pick<SentForm, 'tenant' | 'id' | 'by'>,
  { store, now }: Services,
): Promise<OpenedForCorrection> {
  const registered = await store.contacts.read(tenant, id);
  if (registered === undefined) return { kind: 'refused', why: 'unknown' };
  if (registered.contact.registeredBy.id !== by.id) return { kind: 'refused', why: 'notYours' };
  if (dayOf(id) !== localDay(now()).toString()) return { kind: 'refused', why: 'notToday' };
  return { kind: 'opened', registered };
}

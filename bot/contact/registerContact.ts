import { callbackDeadline } from '../../shared/calendar/deadline.ts';
import { localDay } from '../../shared/calendar/zone.ts';
import { isOpen, stateOf } from '../../shared/callback/state.ts';
import type { Outcome } from '../../shared/contact/contact.ts';
import { type ContactId, contactId, dayOf, suffixOf } from '../../shared/contact/contactId.ts';
import { type Registered, register } from '../../shared/contact/register.ts';
import { type Mistakes, parseForm, type TypedForm } from '../../shared/contact/registrationForm.ts';
import type { Person } from '../../shared/person.ts';
import type { Receipt } from '../messenger.ts';
import type { Services } from '../services.ts';

/** A filled-in registration card, as it was sent. */
export interface SentForm {
  readonly tenant: string;
  /** Made when the card was drawn: sending it twice registers once. */
  readonly id: ContactId;
  readonly typed: TypedForm;
  readonly outcome: Outcome;
  readonly by: Person;
}

export type Registering =
  | { readonly kind: 'registered'; readonly receipt: Receipt }
  | { readonly kind: 'mistakes'; readonly mistakes: Mistakes };

export async function registerContact(form: SentForm, services: Services): Promise<Registering> {
  const { store, calendar, now } = services;
  const { tenant, typed, outcome, by } = form;
  const at = now();
  const today = localDay(at);

  const earlier = await registeredBefore(form, today.toString(), services);
  if (earlier !== undefined) return registered(earlier);

  const municipality = await store.municipalities.read(tenant);
  const parsed = parseForm(typed, outcome, { municipality, today });
  if (parsed.kind === 'mistakes') return parsed;

  const id = contactId(today, suffixOf(form.id));
  const fresh = register(id, parsed.registration, { by, at, calendar, municipality });
  const announcement = await store.work.announce(tenant, id);
  if (!(await store.contacts.create(tenant, fresh))) {
    // The same card was sent before: what was registered then stands.
    const first = await store.contacts.read(tenant, id);
    return registered(first ?? fresh);
  }
  await announcement.release();
  return registered(fresh);

  async function registered(what: Registered): Promise<Registering> {
    return { kind: 'registered', receipt: await receiptOf(tenant, what, services) };
  }
}

/**
 * A card belongs to the day on which it is sent, whenever it was drawn. So one that was drawn on an
 * earlier day may have been sent then, or just before midnight.
 */
async function registeredBefore({ tenant, id }: SentForm, today: string, { store }: Services) {
  if (dayOf(id) === today) return undefined;
  return store.contacts.read(tenant, id);
}

export async function receiptOf(
  tenant: string,
  registered: Registered,
  { store, calendar, now }: Services,
): Promise<Receipt> {
  const { contact, callback } = registered;
  const mayCorrect = dayOf(contact.id) === localDay(now()).toString();
  if (callback === undefined) return { registered, deadline: undefined, waiting: false, mayCorrect };
  const state = stateOf(callback);
  const [{ at }] = callback.steps;
  const links = await store.places.links(tenant);
  return {
    registered,
    deadline: callbackDeadline(calendar, at, callback.promisedWorkingDays),
    waiting: isOpen(state) && !links.some(({ department }) => department === state.department),
    mayCorrect,
  };
}

import { randomBytes } from 'node:crypto';
import { localDay } from '../../shared/calendar/zone.ts';
import { stateOf } from '../../shared/callback/state.ts';
import { contactId } from '../../shared/contact/contactId.ts';
import type { Registered } from '../../shared/contact/register.ts';
import { emptyForm, maxLength, type TypedForm } from '../../shared/contact/registrationForm.ts';
import type { Locale } from '../../shared/texts/locale.ts';
import type { Services } from '../services.ts';
import type { AdaptiveCard } from './cards/adaptiveCard.ts';
import { registrationCard } from './cards/registration.ts';

/** What fits in a card (28 KB) of a message that becomes a note; it is too long a note all the same. */
const longestNote = 4000;

/**
 * A registration card with an id of its own, made here: sending it twice registers once.
 * @param note what it is filled in with; one that is too long is not cut but pointed out.
 */
export async function freshRegistration(
  tenant: string,
  locale: Locale,
  { store, now }: Services,
  note = '',
): Promise<AdaptiveCard> {
  const max = maxLength.note;
  return registrationCard({
    id: contactId(localDay(now()), randomBytes(8).toString('hex')),
    typed: { ...emptyForm, note: note.slice(0, longestNote) },
    mistakes: note.length > max ? { note: { kind: 'tooLong', length: note.length, max } } : {},
    outcome: undefined,
    correcting: false,
    municipality: await store.municipalities.read(tenant),
    locale,
  });
}

/** What was registered, as the answers on the card that would have led to it. */
export function formOf({ contact, callback }: Registered): TypedForm {
  const { channel, process, department, note, durationSeconds, receivedOn } = contact;
  const request = callback?.request;
  return {
    channel,
    process,
    // The department may have handed it over since; correcting the note must not hand it back.
    department: callback === undefined ? department : stateOf(callback).department,
    note,
    durationMinutes: durationSeconds === undefined ? '' : String(durationSeconds / 60),
    receivedOn: receivedOn?.toString() ?? '',
    citizenName: request?.citizen.name ?? '',
    citizenPhone: request?.citizen.phone ?? '',
    subject: request?.subject ?? '',
    preferredMoment: request?.preferredMoment ?? '',
  };
}

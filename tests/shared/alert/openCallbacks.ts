import { Temporal } from 'temporal-polyfill';
import type { OpenCallback } from '../../../shared/alert/openCallback.ts';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import { callbackDeadline } from '../../../shared/calendar/deadline.ts';
import { defaultRules } from '../../../shared/calendar/rules.ts';
import type { ContactId } from '../../../shared/contact/contactId.ts';

export const calendar = createCalendar(defaultRules);

/** Dutch local time: "2026-11-24T10:00". */
export function local(dateTime: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(dateTime).toZonedDateTime('Europe/Amsterdam').toInstant();
}

let last = 0;

/** An open callback of Grondzaken, asked at this local time and due two working days later. */
export function asked(at: string, change: Partial<OpenCallback> = {}): OpenCallback {
  const suffix = String(++last).padStart(16, '0');
  return {
    id: `${at.slice(0, 10)}-${suffix}` as ContactId,
    due: callbackDeadline(calendar, local(at), 2).due,
    department: 'grondzaken',
    subject: 'Strook grond',
    askedAt: local(at),
    askedBy: { id: 'kaatje', name: 'Kaatje Contactlijn' },
    owner: undefined,
    ...change,
  };
}

export const gijs = { id: 'gijs', name: 'Gijs Grondvast' };

import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { createCalendar } from '../../shared/calendar/calendar.ts';
import { defaultRules } from '../../shared/calendar/rules.ts';
import { contactId } from '../../shared/contact/contactId.ts';
import { type Registered, register } from '../../shared/contact/register.ts';
import type { Registration } from '../../shared/contact/registrationForm.ts';
import { testMunicipality as municipality } from '../shared/municipality.ts';

const calendar = createCalendar(defaultRules);
const by = { id: 'kaatje', name: 'Kaatje' };

export function someId(day = '2026-04-24') {
  return contactId(day, randomBytes(8).toString('hex'));
}

/** A registration of Friday 24 April 2026, 10:00, with a callback where `answers` say so. */
export function someRegistration(answers: Partial<Registration> = {}, id = someId()): Registered {
  const at = Temporal.Instant.from('2026-04-24T08:00:00Z');
  return register(
    id,
    {
      channel: 'telephone',
      process: 'strook-grond',
      department: 'grondzaken',
      outcome: 'resolved',
      note: 'Vraag over de berm, met "quotes" en \'apostrofs\'',
      durationSeconds: undefined,
      receivedOn: undefined,
      request: undefined,
      ...answers,
    },
    { by, at, calendar, municipality },
  );
}

export function someCallback(id = someId()): Registered {
  return someRegistration(
    {
      outcome: 'callback',
      request: {
        citizen: { name: 'Jan Testburger', phone: '+31612345678' },
        subject: 'Berm',
        preferredMoment: 'na drie',
      },
    },
    id,
  );
}

import { Temporal } from 'temporal-polyfill';
import type { Random } from '../../../bot/demo/random.ts';
import type { Calendar } from '../../../shared/calendar/calendar.ts';
import { timeZone } from '../../../shared/calendar/zone.ts';
import { type Channel, channels, outcomes } from '../../../shared/contact/contact.ts';
import { contactId } from '../../../shared/contact/contactId.ts';
import { correct, type Registered, register } from '../../../shared/contact/register.ts';
import type { Registration } from '../../../shared/contact/registrationForm.ts';
import { kcc } from '../../../shared/municipality/municipality.ts';
import { callbackLife } from './callbackLife.ts';
import { between } from './delivery.ts';
import { dayAt, dayCount, departmentIds, now, processIds, town } from './town.ts';

const by = { id: 'kaatje', name: 'Kaatje' };

/** Registrations in the order of their days, at all times of day and night, with callbacks in every state. */
export function generateContacts(random: Random, count: number, calendar: Calendar): Registered[] {
  return Array.from({ length: count }, (_, number) => {
    const day = Temporal.PlainDate.from(dayAt(Math.floor((number / count) * dayCount)));
    const at = momentOn(random, day);
    const id = contactId(day, number.toString(36).padStart(16, '0'));
    const answers = registrationOf(random, day);
    const { contact, callback } = register(id, answers, { by, at, calendar, municipality: town });
    return { contact, callback: callback && callbackLife(random, callback) };
  });
}

/** Some just before and after midnight, when it is another day in UTC. Never later than now. */
function momentOn(random: Random, day: Temporal.PlainDate): Temporal.Instant {
  const minute = random.chance(0.05) ? random.pick([0, 10, 59, 1430, 1439]) : between(random, 480, 1050);
  const time = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60);
  const at = day.toZonedDateTime({ timeZone, plainTime: time }).toInstant();
  return Temporal.Instant.compare(at, now) < 0 ? at : now;
}

/** Of all outcomes a callback costs most to keep. */
const outcomeWeights = outcomes.map((outcome) => ({ outcome, weight: outcome === 'callback' ? 0.5 : 2 }));

function registrationOf(random: Random, day: Temporal.PlainDate): Registration {
  const channel = random.pick(channels);
  const process = random.pick(processIds);
  const known = town.processes.find(({ id }) => id === process);
  const { outcome } = random.weigh(outcomeWeights);
  return {
    channel,
    process,
    department: known && random.chance(0.8) ? known.department : random.pick(departmentIds),
    outcome,
    note: '',
    durationSeconds: channel === 'telephone' && random.chance(0.7) ? between(random, 5, 1200) : undefined,
    receivedOn: isWritten(channel) ? day.subtract({ days: between(random, 0, 12) }) : undefined,
    request: outcome === 'callback' ? request : undefined,
  };
}

const request = {
  citizen: { name: 'Jan Testburger', phone: '+31612345678' },
  subject: 'Berm',
  preferredMoment: '',
};

function isWritten(channel: Channel): boolean {
  return channel === 'email' || channel === 'contactForm';
}

/** Corrected a minute after it was registered, as the card does. */
export function correctContact(random: Random, calendar: Calendar, before: Registered): Registered {
  const { id, registeredAt, receivedOn } = before.contact;
  const answers = registrationOf(random, receivedOn ?? Temporal.PlainDate.from(id.slice(0, 10)));
  const department = answers.request === undefined ? kcc.id : answers.department;
  const at = registeredAt.add({ minutes: 1 });
  return correct(before, { ...answers, department }, { by, at, calendar, municipality: town });
}

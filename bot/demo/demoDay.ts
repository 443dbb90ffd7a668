import { Temporal } from 'temporal-polyfill';
import type { Calendar, WorkingDay } from '../../shared/calendar/calendar.ts';
import type { Channel, Outcome } from '../../shared/contact/contact.ts';
import { type ContactId, contactId } from '../../shared/contact/contactId.ts';
import { type Registered, register } from '../../shared/contact/register.ts';
import { emptyForm, parseForm, type TypedForm } from '../../shared/contact/registrationForm.ts';
import { liveCallback } from './callbackLife.ts';
import {
  callMinutes,
  channelUse,
  expectedContacts,
  grown,
  habits,
  learned,
  partsOfDay,
  waited,
} from './habits.ts';
import { kccTeam, madeUpCitizen } from './people.ts';
import { type AskedQuestion, askedQuestions } from './questions.ts';
import { type Random, seededRandom } from './random.ts';
import { type DepartmentId, departmentIds, waterland } from './waterland.ts';

interface DemoContext {
  readonly calendar: Calendar;
  readonly now: Temporal.Instant;
}

/**
 * The registrations of one day in Gemeente Waterland, with what departments have done with the callbacks
 * since. The same day always gives the same ones, but for what has not happened yet at `now`.
 */
export function demoDay(day: Temporal.PlainDate, { calendar, now }: DemoContext): Registered[] {
  const office = calendar.workingDay(day);
  if (office === undefined) return [];
  const registrations: Registered[] = [];
  const count = Math.round(expectedContacts(day) * (0.88 + 0.24 * seededRandom(String(day)).next()));
  for (let index = 0; index < count; index++) {
    // Its own numbers for each: one that takes more of them does not change the next.
    const random = seededRandom(`${day} ${index}`);
    const at = momentIn(office, random);
    if (Temporal.Instant.compare(at, now) >= 0) continue;
    registrations.push(registerOne({ day, at, calendar, now, random }));
  }
  return registrations;
}

interface Moment extends DemoContext {
  readonly day: Temporal.PlainDate;
  readonly at: Temporal.Instant;
  readonly random: Random;
}

function momentIn({ opens, closes }: WorkingDay, random: Random): Temporal.Instant {
  const { part } = random.weigh(partsOfDay);
  const seconds = opens.until(closes).total('seconds');
  return opens.add({ seconds: Math.floor((seconds * (part + random.next())) / partsOfDay.length) });
}

function registerOne({ day, at, calendar, now, random }: Moment): Registered {
  const id = idOf(day, random);
  const by = random.pick(kccTeam);
  const { channel } = random.weigh(channelUse);
  const question = random.weigh(askedQuestions);
  const department = question.department ?? random.pick(departmentIds);
  const outcome = outcomeOf({ channel, question, department, day, random });
  const typed = fillIn({ channel, question, department, outcome, day, random });

  const parsed = parseForm(typed, outcome, { municipality: waterland, today: day });
  if (parsed.kind === 'mistakes') throw new Error(`The demo fills in ${JSON.stringify(parsed.mistakes)}`);
  const { contact, callback } = register(id, parsed.registration, {
    by,
    at,
    calendar,
    municipality: waterland,
  });
  return { contact, callback: callback && liveCallback(callback, { department, calendar, now, random }) };
}

function idOf(day: Temporal.PlainDate, random: Random): ContactId {
  const half = () =>
    Math.floor(random.next() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return contactId(day, half() + half());
}

interface Asked {
  readonly channel: Channel;
  readonly question: AskedQuestion;
  /** Where the answer is, when the KCC does not have it. */
  readonly department: DepartmentId;
  readonly day: Temporal.PlainDate;
  readonly random: Random;
}

function outcomeOf({ channel, question, department, day, random }: Asked): Outcome {
  if (!random.chance(question.hard * (1 - grown(learned, day)))) return 'resolved';
  const isLive = channel === 'telephone' || channel === 'counter';
  const { outcome } = random.weigh(isLive ? endsOfTalk : endsOfWriting);
  if (outcome !== 'transfer') return outcome;
  return random.chance(habits[department].pickedUp) ? 'transferPickedUp' : 'transferNotPickedUp';
}

/** Only who is on the line, or at the counter, can be put through. */
const endsOfTalk: readonly WeighedEnd[] = [
  { outcome: 'callback', weight: 60 },
  { outcome: 'transfer', weight: 34 },
  { outcome: 'passedOn', weight: 6 },
];
const endsOfWriting: readonly WeighedEnd[] = [
  { outcome: 'callback', weight: 62 },
  { outcome: 'passedOn', weight: 38 },
];
interface WeighedEnd {
  readonly outcome: 'callback' | 'transfer' | 'passedOn';
  readonly weight: number;
}

function fillIn({
  channel,
  question,
  department,
  outcome,
  day,
  random,
}: Asked & { outcome: Outcome }): TypedForm {
  return {
    ...emptyForm,
    channel,
    process: question.process,
    // The process says which; what the KCC resolves without one is its own.
    department: question.process === '' && outcome !== 'resolved' ? department : '',
    note: random.chance(0.7) ? random.pick(question.notes) : '',
    durationMinutes: channel === 'telephone' && random.chance(0.88) ? callLength(day, random) : '',
    receivedOn: isWritten(channel) && random.chance(0.92) ? receivedOn(day, random) : '',
    ...(outcome === 'callback' && callbackAnswers(question, random)),
  };
}

function isWritten(channel: Channel): boolean {
  return channel === 'email' || channel === 'contactForm';
}

/** Many short calls and a few long ones, in half minutes. */
function callLength(day: Temporal.PlainDate, random: Random): string {
  const mean = grown(callMinutes, day);
  const minutes = (-Math.log(1 - random.next()) - Math.log(1 - random.next())) * (mean / 2);
  return String(Math.max(0.5, Math.round(minutes * 2) / 2)).replace('.', ',');
}

function receivedOn(day: Temporal.PlainDate, random: Random): string {
  return day.subtract({ days: random.weigh(waited).days }).toString();
}

function callbackAnswers({ process }: AskedQuestion, random: Random): Partial<TypedForm> {
  const { name, phone } = madeUpCitizen(random);
  return {
    citizenName: name,
    citizenPhone: phone,
    subject: process === '' ? 'Vraag aan een medewerker' : '',
    preferredMoment: random.pick(preferredMoments),
  };
}

const preferredMoments = ['', '', '', "'s ochtends", 'na 14.00 uur', 'na 16.00 uur', 'niet op woensdag'];

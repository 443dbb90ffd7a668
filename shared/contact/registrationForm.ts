import { Temporal } from 'temporal-polyfill';
import type { CallbackRequest } from '../callback/callback.ts';
import { parsePhone } from '../callback/phone.ts';
import { type CustomerProcess, kcc, type Municipality } from '../municipality/municipality.ts';
import { containsBsn } from './bsn.ts';
import { type Channel, channels, type Outcome } from './contact.ts';

/** The fields of the registration card, by the ids of its inputs. */
export const formFields = [
  'channel',
  'process',
  'department',
  'note',
  'durationMinutes',
  'receivedOn',
  'citizenName',
  'citizenPhone',
  'subject',
  'preferredMoment',
] as const;
export type FormField = (typeof formFields)[number];

/** What was typed and chosen, as it stands in the card: it comes back unchanged beside any mistake. */
export type TypedForm = Readonly<Record<FormField, string>>;

export const emptyForm: TypedForm = {
  channel: 'telephone',
  process: '',
  department: '',
  note: '',
  durationMinutes: '',
  receivedOn: '',
  citizenName: '',
  citizenPhone: '',
  subject: '',
  preferredMoment: '',
};

/** Characters that fit (VNG Klantinteracties: onderwerp and gevraagdeHandeling 200, inhoud and toelichting 1,000). */
export const maxLength = { note: 1000, citizenName: 200, subject: 200, preferredMoment: 100 } as const;

/** A longer conversation is a typing error. */
export const maxDurationMinutes = 180;

export type Mistake =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknownChoice' }
  | { readonly kind: 'tooLong'; readonly length: number; readonly max: number }
  | { readonly kind: 'bsn' }
  | { readonly kind: 'phone' }
  | { readonly kind: 'duration'; readonly max: number }
  | { readonly kind: 'receivedOn' };
export type Mistakes = Readonly<Partial<Record<FormField, Mistake>>>;

/** A registration that may be kept. */
export interface Registration {
  readonly channel: Channel;
  readonly process: string;
  readonly department: string;
  readonly outcome: Outcome;
  readonly note: string;
  readonly durationSeconds: number | undefined;
  readonly receivedOn: Temporal.PlainDate | undefined;
  /** There when the outcome is `callback`. */
  readonly request: CallbackRequest | undefined;
}

export type ParsedForm =
  | { readonly kind: 'registration'; readonly registration: Registration }
  | { readonly kind: 'mistakes'; readonly mistakes: Mistakes };

interface FormContext {
  readonly municipality: Municipality;
  readonly today: Temporal.PlainDate;
}

/** Reads what an outcome needs from the form and nothing else; says what is wrong, field by field. */
export function parseForm(typed: TypedForm, outcome: Outcome, context: FormContext): ParsedForm {
  const mistakes: { -readonly [Field in keyof Mistakes]: Mistakes[Field] } = {};
  const report: Report = (field, mistake) => {
    mistakes[field] = mistake;
  };
  const channel = readChannel(typed, report);
  const process = readProcess(typed, context, report);
  const registration = {
    channel,
    process: process?.id ?? '',
    department: readDepartment(typed, outcome, process, context, report),
    outcome,
    note: readText('note', typed, report),
    durationSeconds: channel === 'telephone' ? readDuration(typed, report) : undefined,
    receivedOn: isWritten(channel) ? readReceivedOn(typed, context, report) : undefined,
    request: outcome === 'callback' ? readRequest(typed, process, report) : undefined,
  };
  return Object.keys(mistakes).length === 0
    ? { kind: 'registration', registration }
    : { kind: 'mistakes', mistakes };
}

/** Notes what is wrong with a field; what was read of it is then never used. */
type Report = (field: FormField, mistake: Mistake) => void;

function readChannel({ channel }: TypedForm, report: Report): Channel {
  const known = channels.find((one) => one === channel);
  if (known === undefined) report('channel', { kind: channel === '' ? 'missing' : 'unknownChoice' });
  return known ?? 'telephone';
}

function isWritten(channel: Channel): boolean {
  return channel === 'email' || channel === 'contactForm';
}

function readProcess(
  typed: TypedForm,
  { municipality }: FormContext,
  report: Report,
): CustomerProcess | undefined {
  const process = municipality.processes.find(({ id }) => id === typed.process);
  if (process === undefined && typed.process !== '') report('process', { kind: 'unknownChoice' });
  return process;
}

/** The chosen department, else that of the process; what the KCC resolved alone is its own. */
function readDepartment(
  typed: TypedForm,
  outcome: Outcome,
  process: CustomerProcess | undefined,
  { municipality }: FormContext,
  report: Report,
): string {
  const department = typed.department || process?.department || (outcome === 'resolved' ? kcc.id : '');
  const isKnown = department === kcc.id || municipality.departments.some(({ id }) => id === department);
  if (!isKnown) report('department', { kind: department === '' ? 'missing' : 'unknownChoice' });
  return department;
}

function readText(field: keyof typeof maxLength, typed: TypedForm, report: Report): string {
  const text = typed[field].trim();
  const max = maxLength[field];
  if (text.length > max) report(field, { kind: 'tooLong', length: text.length, max });
  else if (containsBsn(text)) report(field, { kind: 'bsn' });
  return text;
}

function readRequiredText(field: keyof typeof maxLength, typed: TypedForm, report: Report): string {
  const text = readText(field, typed, report);
  if (text === '') report(field, { kind: 'missing' });
  return text;
}

function readDuration({ durationMinutes }: TypedForm, report: Report): number | undefined {
  if (durationMinutes === '') return undefined;
  const minutes = Number(durationMinutes.replace(',', '.'));
  const isPossible = minutes > 0 && minutes <= maxDurationMinutes;
  if (!isPossible) report('durationMinutes', { kind: 'duration', max: maxDurationMinutes });
  return Math.round(minutes * 60);
}

function readReceivedOn(
  { receivedOn }: TypedForm,
  { today }: FormContext,
  report: Report,
): Temporal.PlainDate | undefined {
  if (receivedOn === '') return undefined;
  const day = parseDay(receivedOn);
  const isPossible =
    day !== undefined &&
    Temporal.PlainDate.compare(day, today) <= 0 &&
    Temporal.PlainDate.compare(day, today.subtract({ years: 1 })) >= 0;
  if (!isPossible) report('receivedOn', { kind: 'receivedOn' });
  return day;
}

function readRequest(
  typed: TypedForm,
  process: CustomerProcess | undefined,
  report: Report,
): CallbackRequest {
  const phone = parsePhone(typed.citizenPhone);
  if (phone === undefined) {
    report('citizenPhone', { kind: typed.citizenPhone.trim() === '' ? 'missing' : 'phone' });
  }
  return {
    citizen: { name: readRequiredText('citizenName', typed, report), phone: phone ?? '' },
    // The process says what it is about; whoever chose one need not type it again.
    subject:
      readText('subject', typed, report) || process?.name || readRequiredText('subject', typed, report),
    preferredMoment: readText('preferredMoment', typed, report),
  };
}

function parseDay(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return undefined;
  }
}

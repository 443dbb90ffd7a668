import { Temporal } from 'temporal-polyfill';
import type { CallbackRequest } from '../callback/callback.ts';
import { parsePhone } from '../callback/phone.ts';
import { kcc, type Municipality } from '../municipality/municipality.ts';
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

/** Reads what an outcome needs from the form and nothing else; says what is wrong, field by field. */
export function parseForm(
  typed: TypedForm,
  outcome: Outcome,
  { municipality, today }: { municipality: Municipality; today: Temporal.PlainDate },
): ParsedForm {
  const mistakes: { -readonly [Field in keyof Mistakes]: Mistakes[Field] } = {};

  function text(field: keyof typeof maxLength): string {
    const value = typed[field].trim();
    const max = maxLength[field];
    if (value.length > max) mistakes[field] = { kind: 'tooLong', length: value.length, max };
    else if (containsBsn(value)) mistakes[field] = { kind: 'bsn' };
    return value;
  }

  function requiredText(field: keyof typeof maxLength): string {
    const value = text(field);
    if (value === '') mistakes[field] = { kind: 'missing' };
    return value;
  }

  const channel = channels.find((known) => known === typed.channel);
  if (channel === undefined) mistakes.channel = { kind: typed.channel === '' ? 'missing' : 'unknownChoice' };

  const process = municipality.processes.find(({ id }) => id === typed.process);
  if (process === undefined && typed.process !== '') mistakes.process = { kind: 'unknownChoice' };

  const department = typed.department || process?.department || (outcome === 'resolved' ? kcc.id : '');
  const known = department === kcc.id || municipality.departments.some(({ id }) => id === department);
  if (department === '') mistakes.department = { kind: 'missing' };
  else if (!known) mistakes.department = { kind: 'unknownChoice' };

  const note = text('note');
  const durationSeconds = channel === 'telephone' ? duration() : undefined;
  const receivedOn = channel === 'email' || channel === 'contactForm' ? receipt() : undefined;
  const request = outcome === 'callback' ? callbackRequest() : undefined;

  if (channel === undefined || Object.keys(mistakes).length > 0) return { kind: 'mistakes', mistakes };
  return {
    kind: 'registration',
    registration: {
      channel,
      process: process?.id ?? '',
      department,
      outcome,
      note,
      durationSeconds,
      receivedOn,
      request,
    },
  };

  function duration(): number | undefined {
    if (typed.durationMinutes === '') return undefined;
    const minutes = Number(typed.durationMinutes.replace(',', '.'));
    if (minutes > 0 && minutes <= maxDurationMinutes) return Math.round(minutes * 60);
    mistakes.durationMinutes = { kind: 'duration', max: maxDurationMinutes };
    return undefined;
  }

  function receipt(): Temporal.PlainDate | undefined {
    if (typed.receivedOn === '') return undefined;
    const day = parseDay(typed.receivedOn);
    const possible =
      day !== undefined &&
      Temporal.PlainDate.compare(day, today) <= 0 &&
      Temporal.PlainDate.compare(day, today.subtract({ years: 1 })) >= 0;
    if (!possible) mistakes.receivedOn = { kind: 'receivedOn' };
    return day;
  }

  function callbackRequest(): CallbackRequest {
    const phone = parsePhone(typed.citizenPhone);
    if (phone === undefined) {
      mistakes.citizenPhone = { kind: typed.citizenPhone.trim() === '' ? 'missing' : 'phone' };
    }
    return {
      citizen: { name: requiredText('citizenName'), phone: phone ?? '' },
      // The process says what it is about; whoever chose one need not type it again.
      subject: text('subject') || process?.name || requiredText('subject'),
      preferredMoment: text('preferredMoment'),
    };
  }
}

function parseDay(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return undefined;
  }
}

import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../calendar/calendar.ts';
import { dueTime } from '../calendar/deadline.ts';
import { type Callback, withStep } from '../callback/callback.ts';
import { isOpen, stateOf } from '../callback/state.ts';
import type { Municipality } from '../municipality/municipality.ts';
import type { Person } from '../person.ts';
import { settings } from '../settings.ts';
import type { Contact } from './contact.ts';
import type { ContactId } from './contactId.ts';
import type { Registration } from './registrationForm.ts';

/** A contact and, where one was asked, the callback that came of it: they are kept and changed together. */
export interface Registered {
  readonly contact: Contact;
  readonly callback: Callback | undefined;
}

export interface Registering {
  readonly by: Person;
  readonly at: Temporal.Instant;
  readonly calendar: Calendar;
  readonly municipality: Municipality;
}

export function register(id: ContactId, registration: Registration, registering: Registering): Registered {
  const { by, at } = registering;
  const { request: _, ...answers } = registration;
  return {
    contact: { ...answers, id, registeredAt: at, registeredBy: by, correctedAt: undefined },
    callback: askCallback(id, registration, registering),
  };
}

/**
 * Replaces what was registered. A callback that is no longer asked for is withdrawn, one whose
 * department changes is handed over; what the department already did with it stays. The promise made
 * to the citizen stands, and so does its deadline.
 */
export function correct(
  before: Registered,
  registration: Registration,
  registering: Registering,
): Registered {
  const { by, at } = registering;
  const { request: _, ...answers } = registration;
  return {
    contact: { ...before.contact, ...answers, correctedAt: at },
    callback:
      before.callback === undefined
        ? askCallback(before.contact.id, registration, registering)
        : correctCallback(before.callback, registration, { by, at }),
  };
}

function askCallback(
  id: ContactId,
  { request, process, department, note }: Registration,
  { by, at, calendar, municipality }: Registering,
): Callback | undefined {
  if (request === undefined) return undefined;
  const promisedWorkingDays =
    municipality.processes.find((known) => known.id === process)?.callbackWorkingDays ??
    settings.callback.workingDays;
  const due = dueTime(calendar, at.epochMilliseconds, promisedWorkingDays);
  return {
    id,
    request,
    note,
    process,
    due: Temporal.Instant.fromEpochMilliseconds(due),
    promisedWorkingDays,
    steps: [{ kind: 'asked', at, by, department }],
  };
}

function correctCallback(
  callback: Callback,
  { request, process, department, note }: Registration,
  { by, at }: Pick<Registering, 'by' | 'at'>,
): Callback {
  const step = correctionStep(callback, request === undefined ? undefined : department);
  const changed = { ...callback, ...(request && { request, note, process }) };
  return step === undefined ? changed : withStep(changed, { ...step, at, by });
}

/** @param department where it must be called back now; undefined when no callback is wanted any more. */
function correctionStep(callback: Callback, department: string | undefined) {
  const state = stateOf(callback);
  if (department === undefined) {
    return isOpen(state) ? ({ kind: 'withdrawn', reason: 'corrected' } as const) : undefined;
  }
  if (state.status === 'withdrawn') return { kind: 'asked', department } as const;
  return isOpen(state) && department !== state.department
    ? ({ kind: 'handedOver', department } as const)
    : ({ kind: 'corrected' } as const);
}

/** Whether a correction leaves everything as it was. */
export function isSame(before: Registered, after: Registered): boolean {
  return JSON.stringify(answersOf(before)) === JSON.stringify(answersOf(after));
}

function answersOf({ contact, callback }: Registered) {
  const { channel, process, department, outcome, note, durationSeconds, receivedOn } = contact;
  const state = callback && stateOf(callback);
  return [
    [channel, process, department, outcome, note, durationSeconds, receivedOn],
    [callback?.request, state?.status, state?.department],
  ];
}

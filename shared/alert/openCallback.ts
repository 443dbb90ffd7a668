import type { Temporal } from 'temporal-polyfill';
import type { Callback } from '../callback/callback.ts';
import { stateOf } from '../callback/state.ts';
import type { ContactId } from '../contact/contactId.ts';
import type { Person } from '../person.ts';

/** What lists and alerts tell of an open callback: never the citizen's name or number. */
export interface OpenCallback {
  readonly id: ContactId;
  readonly due: Temporal.Instant;
  readonly department: string;
  readonly subject: string;
  readonly askedAt: Temporal.Instant;
  readonly askedBy: Person;
  /** Who took it. */
  readonly owner: Person | undefined;
}

/** @param callback that is open. */
export function openCallback(callback: Callback): OpenCallback {
  const { department, owner } = stateOf(callback);
  const [{ at, by }] = callback.steps;
  return {
    id: callback.id,
    due: callback.due,
    department,
    subject: callback.request.subject,
    askedAt: at,
    askedBy: by,
    owner,
  };
}

import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../person.ts';
import type { ContactId } from './contactId.ts';

/** VNG Klantinteracties: `kanaal`. */
export const channels = ['telephone', 'email', 'contactForm', 'counter', 'web', 'post', 'social'] as const;
export type Channel = (typeof channels)[number];

/** How a contact ended for the KCC; only `callback` leaves a promise behind. */
export const outcomes = [
  'resolved',
  'transferPickedUp',
  'transferNotPickedUp',
  'callback',
  'passedOn',
] as const;
export type Outcome = (typeof outcomes)[number];

/** One contact with a citizen over one channel (VNG: `klantcontact`). Holds no personal data of a citizen. */
export interface Contact {
  readonly id: ContactId;
  readonly channel: Channel;
  /** Id of the customer process, or '' where none was chosen. */
  readonly process: string;
  /** Id of the department the question belongs to. */
  readonly department: string;
  readonly outcome: Outcome;
  readonly note: string;
  /** Length of the conversation; only of a telephone call, and only where it was noted. */
  readonly durationSeconds: number | undefined;
  /** The day on which an e-mail or form came in; the registration is its first response. */
  readonly receivedOn: Temporal.PlainDate | undefined;
  readonly registeredAt: Temporal.Instant;
  readonly registeredBy: Person;
  readonly correctedAt: Temporal.Instant | undefined;
}

import type { Temporal } from 'temporal-polyfill';
import type { ContactId } from '../contact/contactId.ts';
import type { Person } from '../person.ts';

/** Whom to call: the only personal data of a citizen in Zeven. `phone` is in E.164. */
export interface Citizen {
  readonly name: string;
  readonly phone: string;
}

/** What the KCC employee writes down when a citizen must be called back (VNG: `internetaak`). */
export interface CallbackRequest {
  readonly citizen: Citizen;
  readonly subject: string;
  readonly preferredMoment: string;
}

/** 'spoken': the citizen was spoken to; 'notReached': given up after the agreed attempts, with a message left. */
export const callbackResults = ['spoken', 'notReached'] as const;
export type CallbackResult = (typeof callbackResults)[number];

/** Why the KCC takes a request back: a choice from a list, so that nothing personal can get in. */
export const withdrawalReasons = ['alreadyHelped', 'noLongerWanted', 'askedTwice', 'askedByMistake'] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

/** Something that happened to a callback. The steps are the truth; everything else follows from them. */
export type CallbackStep = { readonly at: Temporal.Instant; readonly by: Person } & (
  | { readonly kind: 'asked'; readonly department: string }
  | { readonly kind: 'corrected' }
  | { readonly kind: 'taken' }
  | { readonly kind: 'attempted'; readonly messageLeft: boolean }
  | { readonly kind: 'handedOver'; readonly department: string }
  | { readonly kind: 'done'; readonly result: CallbackResult }
  /** Finished by mistake. */
  | { readonly kind: 'reopened' }
  /** 'corrected': what was registered was corrected, and now asks for no callback. */
  | { readonly kind: 'withdrawn'; readonly reason: WithdrawalReason | 'corrected' }
);

/** The steps of these kinds. */
export type StepOf<Kind extends CallbackStep['kind']> = Extract<CallbackStep, { kind: Kind }>;

/** A promise that a department calls a citizen back (terugbelverzoek). Never without its first step, `asked`. */
export interface Callback {
  /** The id of the contact it came from. */
  readonly id: ContactId;
  readonly request: CallbackRequest;
  readonly note: string;
  readonly process: string;
  /** The promise: done before this instant. Handing over does not move it. */
  readonly due: Temporal.Instant;
  /** How many working days were promised when it was asked. */
  readonly promisedWorkingDays: number;
  readonly steps: readonly [CallbackStep, ...CallbackStep[]];
}

/** Grows by one with every step; tells whether a card is up to date. */
export function revisionOf(callback: Callback): number {
  return callback.steps.length;
}

/** The callback as it was at an earlier revision. */
export function callbackAt(callback: Callback, revision: number): Callback {
  const [asked, ...later] = callback.steps;
  return { ...callback, steps: [asked, ...later.slice(0, revision - 1)] };
}

export function withStep(callback: Callback, step: CallbackStep): Callback {
  return { ...callback, steps: [...callback.steps, step] };
}

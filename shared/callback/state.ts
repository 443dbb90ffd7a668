import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../person.ts';
import { type Callback, type CallbackResult, type CallbackStep, revisionOf } from './callback.ts';

type Attempt = Extract<CallbackStep, { kind: 'attempted' }>;

/** Where a callback stands, as it follows from its steps. */
export interface CallbackState {
  readonly status: 'open' | 'taken' | 'done' | 'withdrawn';
  readonly department: string;
  /** How often it was handed over; every assignment has a card of its own, in its own channel. */
  readonly assignment: number;
  readonly owner: Person | undefined;
  readonly attempts: readonly Attempt[];
  readonly doneAt: Temporal.Instant | undefined;
  readonly result: CallbackResult | undefined;
}

const nothingYet: CallbackState = {
  status: 'open',
  department: '',
  assignment: 0,
  owner: undefined,
  attempts: [],
  doneAt: undefined,
  result: undefined,
};

export function stateOf(callback: Callback): CallbackState {
  return callback.steps.reduce(after, nothingYet);
}

function after(state: CallbackState, step: CallbackStep): CallbackState {
  switch (step.kind) {
    case 'asked':
      // Asked a second time when a correction withdrew it and the next one took that back.
      return { ...state, ...assigned(state, step.department), status: 'open' };
    case 'corrected':
      return state;
    case 'taken':
      return { ...state, status: 'taken', owner: step.by };
    case 'attempted':
      // Who calls has taken it, whether or not they said so first.
      return {
        ...state,
        status: 'taken',
        owner: state.owner ?? step.by,
        attempts: [...state.attempts, step],
      };
    case 'handedOver':
      return { ...state, ...assigned(state, step.department), status: 'open', owner: undefined };
    case 'done':
      return { ...state, status: 'done', owner: step.by, doneAt: step.at, result: step.result };
    case 'withdrawn':
      return { ...state, status: 'withdrawn' };
  }
}

function assigned({ department, assignment }: CallbackState, to: string) {
  const moves = department !== '' && department !== to;
  return { department: to, assignment: moves ? assignment + 1 : assignment };
}

export function isOpen(state: CallbackState): boolean {
  return state.status === 'open' || state.status === 'taken';
}

/** The last revision that the card of an assignment has to show: for an earlier one, that of the handing over. */
export function lastRevision(callback: Callback, assignment: number): number {
  let state = nothingYet;
  for (const [index, step] of callback.steps.entries()) {
    state = after(state, step);
    if (state.assignment > assignment) return index + 1;
  }
  return revisionOf(callback);
}

import { Temporal } from 'temporal-polyfill';
import type { Person } from '../person.ts';
import { type Callback, type CallbackStep, revisionOf, type StepOf } from './callback.ts';

/** Where a callback stands, as it follows from its steps. */
export interface CallbackState {
  readonly status: 'open' | 'taken' | 'done' | 'withdrawn';
  readonly department: string;
  /** How often it was handed over; every assignment has a card of its own, in its own channel. */
  readonly assignment: number;
  /** Who took it; who merely finished what nobody had taken does not own it. */
  readonly owner: Person | undefined;
  readonly attempts: readonly StepOf<'attempted'>[];
  /** How it ended; undefined while it is open, also when it is open again. */
  readonly ending: StepOf<'done' | 'withdrawn'> | undefined;
}

const nothingYet: CallbackState = {
  status: 'open',
  department: '',
  assignment: 0,
  owner: undefined,
  attempts: [],
  ending: undefined,
};

export function stateOf(callback: Callback): CallbackState {
  return callback.steps.reduce(stateAfter, nothingYet);
}

function stateAfter(state: CallbackState, step: CallbackStep): CallbackState {
  switch (step.kind) {
    // Asked a second time when it was withdrawn and a correction took that back.
    case 'asked':
    case 'handedOver':
      return opened({ ...state, ...assignedTo(step.department, state) });
    case 'corrected':
      return state;
    case 'taken':
      return opened({ ...state, owner: step.by });
    case 'attempted':
      // Who calls has taken it, whether or not they said so first.
      return opened({ ...state, owner: state.owner ?? step.by, attempts: [...state.attempts, step] });
    case 'reopened':
      return opened(state);
    case 'done':
    case 'withdrawn':
      return { ...state, status: step.kind, ending: step };
  }
}

function opened(state: CallbackState): CallbackState {
  return { ...state, status: state.owner === undefined ? 'open' : 'taken', ending: undefined };
}

/** Another department begins anew: nobody there has taken it. */
function assignedTo(
  department: string,
  before: CallbackState,
): Pick<CallbackState, 'department' | 'assignment' | 'owner'> {
  if (before.department === '' || before.department === department) {
    return { department, assignment: before.assignment, owner: before.owner };
  }
  return { department, assignment: before.assignment + 1, owner: undefined };
}

export function isOpen(state: CallbackState): boolean {
  return state.status === 'open' || state.status === 'taken';
}

/** Judged at the moment it was done; at the very deadline is still on time. */
export function isOnTime({ due }: Callback, { at }: StepOf<'done'>): boolean {
  return Temporal.Instant.compare(at, due) <= 0;
}

/** The last revision that the card of an assignment has to show: for an earlier one, that of the handing over. */
export function lastRevision(callback: Callback, assignment: number): number {
  let state = nothingYet;
  for (const [index, step] of callback.steps.entries()) {
    state = stateAfter(state, step);
    if (state.assignment > assignment) return index + 1;
  }
  return revisionOf(callback);
}

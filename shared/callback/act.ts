import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../person.ts';
import { type MissingEffort, mayGiveUp, missingEffort } from './attemptRule.ts';
import { type Callback, type CallbackResult, type CallbackStep, revisionOf, withStep } from './callback.ts';
import { mayReopen } from './reopening.ts';
import { type CallbackState, isOpen, stateOf } from './state.ts';

/** What a member of the department can do with a callback. */
export type CallbackAction =
  | { readonly kind: 'take' }
  | { readonly kind: 'attempt'; readonly messageLeft: boolean }
  | { readonly kind: 'finish'; readonly result: CallbackResult }
  | { readonly kind: 'handOver'; readonly department: string }
  | { readonly kind: 'reopen' };

export interface Acting {
  readonly by: Person;
  readonly at: Temporal.Instant;
  /** The revision of the card on which was clicked. */
  readonly seenRevision: number;
}

export type Acted =
  | { readonly kind: 'applied'; readonly callback: Callback }
  /** The same click arrived twice: nothing changes, nobody is told off. */
  | { readonly kind: 'repeated' }
  /** Somebody was first: the step that this card did not show yet. */
  | { readonly kind: 'overtaken'; readonly step: CallbackStep }
  | { readonly kind: 'tooEarlyToGiveUp'; readonly missing: MissingEffort }
  | { readonly kind: 'alreadyThere' }
  | { readonly kind: 'tooLateToReopen' }
  /** The callback does not stand as the action needs it, but like this. */
  | { readonly kind: 'notPossible'; readonly status: CallbackState['status'] };

/** Applies an action to a callback, or says why not. */
export function act(callback: Callback, action: CallbackAction, { by, at, seenRevision }: Acting): Acted {
  const step = stepFor(action, { by, at });
  const missed = callback.steps[seenRevision];
  if (missed !== undefined) {
    return missed.kind === step.kind && missed.by.id === by.id
      ? { kind: 'repeated' }
      : { kind: 'overtaken', step: missed };
  }
  const state = stateOf(callback);
  const isOfThisStatus = action.kind === 'reopen' ? state.status === 'done' : isOpen(state);
  if (seenRevision !== revisionOf(callback) || !isOfThisStatus) {
    return { kind: 'notPossible', status: state.status };
  }
  if (action.kind === 'reopen' && !mayReopen(state, at)) return { kind: 'tooLateToReopen' };
  if (action.kind === 'handOver' && action.department === state.department) return { kind: 'alreadyThere' };
  if (action.kind === 'finish' && action.result === 'notReached' && !mayGiveUp(state)) {
    return { kind: 'tooEarlyToGiveUp', missing: missingEffort(state) };
  }
  return { kind: 'applied', callback: withStep(callback, step) };
}

function stepFor(action: CallbackAction, { by, at }: Pick<Acting, 'by' | 'at'>): CallbackStep {
  switch (action.kind) {
    case 'take':
      return { kind: 'taken', by, at };
    case 'attempt':
      return { kind: 'attempted', by, at, messageLeft: action.messageLeft };
    case 'finish':
      return { kind: 'done', by, at, result: action.result };
    case 'handOver':
      return { kind: 'handedOver', by, at, department: action.department };
    case 'reopen':
      return { kind: 'reopened', by, at };
  }
}

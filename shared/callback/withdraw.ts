import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../person.ts';
import { type Callback, type WithdrawalReason, withStep } from './callback.ts';
import { isOpen, stateOf } from './state.ts';

/** Takes back what was asked. What is done or withdrawn already stays as it is. */
export function withdraw(
  callback: Callback,
  reason: WithdrawalReason,
  { by, at }: { readonly by: Person; readonly at: Temporal.Instant },
): Callback {
  if (!isOpen(stateOf(callback))) return callback;
  return withStep(callback, { kind: 'withdrawn', reason, by, at });
}

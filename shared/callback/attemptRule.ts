import type { Temporal } from 'temporal-polyfill';
import { timeZone } from '../calendar/zone.ts';
import type { CallbackState } from './state.ts';

/**
 * When a department may stop trying: the agreed number of attempts, spread over half-days, and a
 * message left (service strategy: "not reached" only counts as done after a real effort).
 */
export const attemptRule = { attempts: 3, halfDays: 2 } as const;

/** What is still missing before a callback may be closed without a conversation; all zero: it may. */
export interface MissingEffort {
  readonly attempts: number;
  readonly halfDays: number;
  readonly message: boolean;
}

export function missingEffort(state: CallbackState): MissingEffort {
  const halfDays = new Set(state.attempts.map((attempt) => halfDayOf(attempt.at)));
  return {
    attempts: Math.max(0, attemptRule.attempts - state.attempts.length),
    halfDays: Math.max(0, attemptRule.halfDays - halfDays.size),
    message: !state.attempts.some((attempt) => attempt.messageLeft),
  };
}

export function mayGiveUp(state: CallbackState): boolean {
  const missing = missingEffort(state);
  return missing.attempts === 0 && missing.halfDays === 0 && !missing.message;
}

function halfDayOf(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(timeZone);
  return `${local.toPlainDate()} ${local.hour < 12 ? 'morning' : 'afternoon'}`;
}

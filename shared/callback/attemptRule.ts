import type { Temporal } from 'temporal-polyfill';
import { timeZone } from '../calendar/zone.ts';
import { settings } from '../settings.ts';
import type { CallbackState } from './state.ts';

/** What is still missing before a callback may be closed without a conversation; all zero: it may. */
export interface MissingEffort {
  readonly attempts: number;
  readonly halfDays: number;
  readonly message: boolean;
}

export function missingEffort({ attempts }: CallbackState): MissingEffort {
  const needed = settings.callback;
  return {
    attempts: Math.max(0, needed.attempts - attempts.length),
    halfDays: Math.max(0, needed.halfDays - halfDaysOf(attempts)),
    message: !attempts.some((attempt) => attempt.messageLeft),
  };
}

/**
 * Whether a department may stop trying: after the agreed number of attempts, spread over half-days, and
 * a message left (service strategy: "not reached" only counts as done after a real effort).
 */
export function mayGiveUp(state: CallbackState): boolean {
  const missing = missingEffort(state);
  return missing.attempts === 0 && missing.halfDays === 0 && !missing.message;
}

/** On how many different half-days was called. */
function halfDaysOf(attempts: CallbackState['attempts']): number {
  return new Set(attempts.map(({ at }) => halfDayOf(at))).size;
}

function halfDayOf(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(timeZone);
  return `${local.toPlainDate()} ${local.hour < 12 ? 'morning' : 'afternoon'}`;
}

import { Temporal } from 'temporal-polyfill';
import { settings } from '../settings.ts';
import type { CallbackState } from './state.ts';

/** Whether what was finished, perhaps by mistake, can still be opened again. */
export function mayReopen({ ending }: CallbackState, at: Temporal.Instant): boolean {
  if (ending?.kind !== 'done') return false;
  const last = ending.at.add({ hours: settings.callback.reopenHours });
  return Temporal.Instant.compare(at, last) <= 0;
}

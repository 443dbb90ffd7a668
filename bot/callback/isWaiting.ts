import type { Callback } from '../../shared/callback/callback.ts';
import { isOpen, stateOf } from '../../shared/callback/state.ts';
import type { Services } from '../services.ts';

/** Whether a callback waits for its department to get a channel. */
export async function isWaiting(tenant: string, callback: Callback, { store }: Services): Promise<boolean> {
  const state = stateOf(callback);
  if (!isOpen(state)) return false;
  const links = await store.places.links(tenant);
  return !links.some(({ department }) => department === state.department);
}

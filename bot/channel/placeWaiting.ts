import { unshownCallbacks } from '../callback/unshownCallbacks.ts';
import type { Services } from '../services.ts';

/**
 * Has the open callbacks of these departments looked at that Teams does not show, or shows as they were, now
 * that there is a channel for them; gives how many.
 */
export async function placeWaiting(
  tenant: string,
  departments: readonly string[] | 'all',
  services: Services,
): Promise<number> {
  const unshown = await unshownCallbacks(tenant, services);
  const waiting = unshown.filter(
    ({ department }) => departments === 'all' || departments.includes(department),
  );
  for (const { id } of waiting) {
    const announcement = await services.store.work.announce(tenant, id);
    await announcement.release();
  }
  return waiting.length;
}

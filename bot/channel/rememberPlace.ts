import type { Place, PlaceStore } from '../store/places.ts';

/**
 * Keeps what is needed to post somewhere later, at every activity that comes from there; writes only
 * what this program did not see before.
 */
export function placeMemory(places: PlaceStore) {
  const seen = new Map<string, string>();

  return async (tenant: string, place: Place): Promise<void> => {
    const key = `${tenant} ${place.conversation}`;
    const value = JSON.stringify(place);
    if (seen.get(key) === value) return;
    await places.put(tenant, place);
    seen.set(key, value);
  };
}

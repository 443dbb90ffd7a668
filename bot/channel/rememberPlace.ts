import type { Place, PlaceStore } from '../store/places.ts';

interface Heard {
  readonly tenant: string;
  readonly place: Place;
  /** Whether the bot is there itself: a message extension is used where it is not. */
  readonly isHere: boolean;
}

/**
 * Keeps what is needed to post somewhere later, at every activity that comes from there; writes only
 * what this program did not see before. True when the bot turns out to be back where it was removed.
 */
export function placeMemory(places: PlaceStore) {
  const seen = new Map<string, string>();

  return async ({ tenant, place, isHere }: Heard): Promise<boolean> => {
    if (!isHere) return false;
    const key = `${tenant} ${place.conversation}`;
    const value = JSON.stringify(place);
    if (seen.get(key) !== value) {
      await places.put(tenant, place);
      seen.set(key, value);
    }
    return (await places.seemsParked(tenant, place)) && (await places.unpark(tenant, place)).length > 0;
  };
}

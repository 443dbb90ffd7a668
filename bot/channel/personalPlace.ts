import type { Person } from '../../shared/person.ts';
import type { Opening } from '../messenger.ts';
import type { Services } from '../services.ts';
import type { Place } from '../store/places.ts';

/**
 * The bot's chat with a person: the one it knows, or else a new one, which it remembers. It may be that it
 * may not: nobody installed it for them ('away') or they blocked it ('gone'); the caller tells it elsewhere.
 *
 * @param near a place in the same tenant, such as the channel that it is about.
 */
export async function personalPlace(
  tenant: string,
  person: Pick<Person, 'id'>,
  near: Place,
  { store, messenger }: Services,
): Promise<Opening> {
  const known = await store.places.person(tenant, person.id);
  if (known !== undefined) {
    const isParked = await store.places.isParked(tenant, known.conversation);
    return isParked ? { kind: 'away' } : { kind: 'opened', place: known };
  }
  const opening = await messenger.openChat(tenant, person, near);
  if (opening.kind === 'opened') await store.places.put(tenant, opening.place);
  return opening;
}

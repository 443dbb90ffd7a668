import { dmt, kcc } from '../../shared/municipality/municipality.ts';
import type { FactServices } from '../services.ts';
import type { Place } from '../store/places.ts';

/**
 * Whose work is rated where a link is asked for: that of the channel's department, and in a chat that of the
 * contact centre, whose employees work there. Undefined in a channel that has no department.
 */
export async function departmentHere(
  tenant: string,
  place: Place,
  { store }: FactServices,
): Promise<string | undefined> {
  if (place.kind === 'person') return kcc.id;
  const links = await store.places.links(tenant);
  const link = links.find(({ conversation }) => conversation === place.conversation);
  // The management team helps no citizens itself.
  return link?.department === dmt.id ? kcc.id : link?.department;
}

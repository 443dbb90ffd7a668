import type { Department } from '../../shared/municipality/municipality.ts';
import type { Person } from '../../shared/person.ts';
import type { Services } from '../services.ts';

export type TeamLeadOf =
  | { readonly kind: 'known'; readonly department: Department }
  /** The channel belongs to no department that has callbacks. */
  | { readonly kind: 'noDepartment' };

/** The department of a channel, with its team lead. */
export async function teamLeadOf(
  tenant: string,
  conversation: string,
  { store }: Services,
): Promise<TeamLeadOf> {
  const links = await store.places.allLinks(tenant);
  const link = links.find((known) => known.conversation === conversation);
  const { departments } = await store.municipalities.read(tenant);
  const department = departments.find(({ id }) => id === link?.department);
  return department === undefined ? { kind: 'noDepartment' } : { kind: 'known', department };
}

/** Sets who is told of callbacks that stay overdue; undefined: nobody in particular. */
export async function setTeamLead(
  tenant: string,
  conversation: string,
  lead: Person | undefined,
  services: Services,
): Promise<TeamLeadOf> {
  const found = await teamLeadOf(tenant, conversation, services);
  if (found.kind === 'noDepartment') return found;
  const department = { ...found.department, lead };
  await services.store.municipalities.putDepartment(tenant, department);
  return { kind: 'known', department };
}

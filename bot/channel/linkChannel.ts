import {
  type Department,
  departmentCalled,
  departmentId,
  departmentName,
} from '../../shared/municipality/municipality.ts';
import type { Services } from '../services.ts';
import { placeWaiting } from './placeWaiting.ts';

export type Linking =
  | {
      readonly kind: 'linked';
      readonly department: Department;
      /** Open callbacks that were waiting for a channel and come to this one now. */
      readonly waiting: number;
    }
  | { readonly kind: 'alreadyLinked'; readonly department: Department }
  | { readonly kind: 'noName'; readonly departments: readonly Department[] }
  | { readonly kind: 'unknownName'; readonly name: string; readonly departments: readonly Department[] };

/** Makes a channel the place where a department's callbacks come. A later link replaces an earlier one. */
export async function linkChannel(
  tenant: string,
  conversation: string,
  name: string,
  services: Services,
): Promise<Linking> {
  const municipality = await services.store.municipalities.read(tenant);
  const { departments } = municipality;
  if (name === '') return { kind: 'noName', departments };
  const department = departmentCalled(municipality, name);
  if (department === undefined) return { kind: 'unknownName', name, departments };
  return link(tenant, conversation, department, services);
}

/** The same for a department that Zeven does not know yet: it is added first. */
export async function linkNewDepartment(
  tenant: string,
  conversation: string,
  name: string,
  services: Services,
): Promise<Linking> {
  const linking = await linkChannel(tenant, conversation, name, services);
  const id = departmentId(name);
  if (linking.kind !== 'unknownName' || id === '' || name.length > longestName) return linking;
  await services.store.municipalities.putDepartment(tenant, { id, name });
  return link(tenant, conversation, { id, name }, services);
}

/** Teams' own limit to the name of a channel. */
const longestName = 50;

async function link(
  tenant: string,
  conversation: string,
  department: Department,
  services: Services,
): Promise<Linking> {
  const { store } = services;
  const before = await store.places.channelOf(tenant, department.id);
  const isNew = before?.conversation !== conversation;
  if (isNew) await store.places.link(tenant, department.id, conversation);
  // Also where nothing is new: the bot may have been away, or the first attempt may have ended halfway.
  const waiting = await placeWaiting(tenant, [department.id], services);
  return isNew || waiting > 0
    ? { kind: 'linked', department, waiting }
    : { kind: 'alreadyLinked', department };
}

export type Unlinking =
  | { readonly kind: 'unlinked'; readonly department: Department }
  | { readonly kind: 'notLinked' };

export async function unlinkChannel(
  tenant: string,
  conversation: string,
  { store }: Services,
): Promise<Unlinking> {
  const links = await store.places.allLinks(tenant);
  const link = links.find((known) => known.conversation === conversation);
  if (link === undefined) return { kind: 'notLinked' };
  await store.places.unlink(tenant, link.department);
  const name = departmentName(await store.municipalities.read(tenant), link.department);
  return { kind: 'unlinked', department: { id: link.department, name } };
}

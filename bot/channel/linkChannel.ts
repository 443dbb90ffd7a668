import type { Department } from '../../shared/municipality/municipality.ts';
import type { Services } from '../services.ts';

export type Linking =
  | {
      readonly kind: 'linked';
      readonly department: Department;
      /** Open callbacks that were waiting for a channel and come to this one now. */
      readonly waiting: number;
    }
  | { readonly kind: 'alreadyLinked'; readonly department: Department }
  | { readonly kind: 'noName'; readonly departments: readonly Department[] }
  | { readonly kind: 'unknownName'; readonly departments: readonly Department[] };

/** Makes a channel the place where a department's callbacks come. A later link replaces an earlier one. */
export async function linkChannel(
  tenant: string,
  conversation: string,
  name: string,
  services: Services,
): Promise<Linking> {
  const { store } = services;
  const { departments } = await store.municipalities.read(tenant);
  if (name === '') return { kind: 'noName', departments };
  const department = departments.find((known) => sameName(known.name, name) || known.id === name);
  if (department === undefined) return { kind: 'unknownName', departments };

  const before = await store.places.channelOf(tenant, department.id);
  if (before?.conversation === conversation) return { kind: 'alreadyLinked', department };
  await store.places.link(tenant, department.id, conversation);
  return { kind: 'linked', department, waiting: await placeWaiting(tenant, department.id, services) };
}

/** Has the department's open callbacks looked at, so that those without a card get one. */
async function placeWaiting(tenant: string, department: string, { store }: Services): Promise<number> {
  const open = (await store.due.list(tenant)).filter((callback) => callback.department === department);
  const cards = await Promise.all(open.map(({ id }) => store.cards.list(tenant, id)));
  const waiting = open.filter((_, index) => cards[index]?.length === 0);
  for (const { id } of waiting) {
    const announcement = await store.work.announce(tenant, id);
    await announcement.release();
  }
  return waiting.length;
}

export type Unlinking =
  | { readonly kind: 'unlinked'; readonly department: Department }
  | { readonly kind: 'notLinked' };

export async function unlinkChannel(
  tenant: string,
  conversation: string,
  { store }: Services,
): Promise<Unlinking> {
  const links = await store.places.links(tenant);
  const link = links.find((known) => known.conversation === conversation);
  if (link === undefined) return { kind: 'notLinked' };
  await store.places.unlink(tenant, link.department);
  const { departments } = await store.municipalities.read(tenant);
  const department = departments.find(({ id }) => id === link.department);
  return { kind: 'unlinked', department: department ?? { id: link.department, name: link.department } };
}

function sameName(one: string, other: string): boolean {
  return one.localeCompare(other, 'nl', { sensitivity: 'base' }) === 0;
}

import { stateOf } from '../../shared/callback/state.ts';
import type { ContactId } from '../../shared/contact/contactId.ts';
import type { Services } from '../services.ts';

/** Has the open callbacks of these departments looked at that have no card there, so that they get one. */
export async function placeWaiting(
  tenant: string,
  departments: readonly string[],
  services: Services,
): Promise<number> {
  const { due, work } = services.store;
  const open = (await due.list(tenant)).filter(({ department }) => departments.includes(department));
  const missing = await Promise.all(open.map(({ id }) => lacksCard(tenant, id, services)));
  const waiting = open.filter((_, index) => missing[index]);
  for (const { id } of waiting) {
    const announcement = await work.announce(tenant, id);
    await announcement.release();
  }
  return waiting.length;
}

/** What was handed over has a card all the same: with the department that it came from. */
async function lacksCard(tenant: string, id: ContactId, { store }: Services): Promise<boolean> {
  const registered = await store.contacts.read(tenant, id);
  if (registered?.callback === undefined) return false;
  const { assignment } = stateOf(registered.callback);
  const cards = await store.cards.list(tenant, id);
  return !cards.some((card) => card.assignment === assignment);
}

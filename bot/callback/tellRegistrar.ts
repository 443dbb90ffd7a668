import type { Callback } from '../../shared/callback/callback.ts';
import { isTouchedByOthers, registrarNews } from '../../shared/callback/registrarNews.ts';
import type { Person } from '../../shared/person.ts';
import { personalPlace } from '../channel/personalPlace.ts';
import type { Opening } from '../messenger.ts';
import type { Services } from '../services.ts';
import { bringUpToDate, type Shown } from './bringUpToDate.ts';
import { isWaiting } from './isWaiting.ts';

/**
 * Tells who asked, in personal chat, what became of their callback: each news once, and only the last of
 * several. Where the bot may not write to them the card in the channel tells it all.
 */
export async function tellRegistrar(tenant: string, callback: Callback, services: Services): Promise<Shown> {
  const { store, messenger } = services;
  if (!isTouchedByOthers(callback)) return { kind: 'shown' };
  const { id, steps } = callback;
  const told = await store.cards.registrarNews(tenant, id);
  const news = registrarNews(callback, told?.shownRevision ?? 0);
  if (news === undefined || news.revision === told?.refusedRevision) return { kind: 'shown' };

  const chat = await chatWith(tenant, steps[0].by, services);
  if (chat === undefined) return { kind: 'shown' };
  if (chat.kind !== 'opened') return chat.kind === 'later' ? chat : { kind: 'shown' };
  const { place } = chat;
  const { revision } = news;
  const municipality = await store.municipalities.read(tenant);
  const waiting = await isWaiting(tenant, callback, services);
  const message = { kind: 'registrarNews', callback, news, waiting, municipality } as const;
  // Never an update of the last news: that would notify nobody.
  const send = () => messenger.post(tenant, place, message);
  const shown = await bringUpToDate({ tenant, id, slot: 'registrar', revision, place, send }, told, services);
  // No more than another who cannot be told; the rest of the callback is not to suffer from it.
  return shown.kind === 'refused' ? { kind: 'shown' } : shown;
}

/** Any channel tells where the Teams of the municipality is. */
async function chatWith(tenant: string, person: Person, services: Services): Promise<Opening | undefined> {
  const { places } = services.store;
  const [link] = await places.links(tenant);
  const near = link && (await places.channel(tenant, link.conversation));
  return near && personalPlace(tenant, person, near, services);
}

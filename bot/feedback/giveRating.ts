import { localDay } from '../../shared/calendar/zone.ts';
import type { Feedback } from '../../shared/feedback/feedbackForm.ts';
import type { FactServices } from '../services.ts';
import type { OpenedInvitation } from './openInvitation.ts';

/**
 * Keeps what a citizen thought of us; false when they said so before. The rating has the invitation's id, so
 * that of two who use one link at once the first counts. The figures follow, also when this process dies.
 */
export async function giveRating(
  { tenant, invitation }: OpenedInvitation,
  { score, remark }: Feedback,
  { store, now }: FactServices,
): Promise<boolean> {
  const { id, about, department, process, isUsed } = invitation;
  if (isUsed) return false;
  const at = now();
  const rating = { id, day: localDay(at).toString(), score, about, department, process, remark };
  const announced = await store.work.announceFigures(tenant, 'ratings', undefined);
  const isNew = await store.facts.addOnce(tenant, 'ratings', 'feedback', rating);
  // Kept is kept: what fails from here on the announcement makes right, and the next who opens the link.
  await Promise.allSettled([
    isNew ? announced.release() : announced.finish(),
    store.invitations.markUsed(tenant, id, at),
  ]);
  return isNew;
}

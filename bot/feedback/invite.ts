import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { localDay, midnight } from '../../shared/calendar/zone.ts';
import type { Invitation, RatedWork } from '../../shared/feedback/invitation.ts';
import { settings } from '../../shared/settings.ts';
import type { FactServices } from '../services.ts';
import { feedbackToken } from './feedbackToken.ts';

/** An invitation and the link by which a citizen uses it. */
export interface Invited {
  readonly invitation: Invitation;
  readonly link: string;
}

/**
 * Makes a link with which a citizen can rate us once.
 * @param page the address of the feedback page, to which the token is added.
 */
export async function invite(
  tenant: string,
  work: RatedWork,
  page: string,
  { store, now }: FactServices,
): Promise<Invited> {
  const createdAt = now();
  const lastDay = localDay(createdAt).add({ days: settings.feedback.days });
  const expiresAt = Temporal.Instant.fromEpochMilliseconds(midnight(lastDay.add({ days: 1 })));
  const id = randomBytes(16).toString('base64url');
  const invitation: Invitation = { ...work, id, createdAt, expiresAt };
  const key = await store.invitations.signingKey(tenant);
  await store.invitations.add(tenant, invitation);
  return { invitation, link: `${page}/${feedbackToken({ tenant, id }, key)}` };
}

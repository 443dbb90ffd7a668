import { Temporal } from 'temporal-polyfill';
import type { FactServices } from '../services.ts';
import type { StoredInvitation } from '../store/invitations.ts';
import { isOurs, readToken } from './feedbackToken.ts';

/** An invitation that a link leads to. */
export interface OpenedInvitation {
  readonly tenant: string;
  readonly invitation: StoredInvitation;
}

/**
 * The invitation of a token. Undefined for whatever does not work, and never why: forged, expired, unknown or of
 * a municipality that is not served. What was not signed by us reads nothing of the invitations.
 */
export async function openInvitation(
  token: string,
  tenants: ReadonlySet<string>,
  { store, now }: FactServices,
): Promise<OpenedInvitation | undefined> {
  const read = readToken(token);
  if (read === undefined || !tenants.has(read.tenant)) return undefined;
  const { tenant, id } = read;
  if (!isOurs(read, await store.invitations.signingKey(tenant))) return undefined;
  const invitation = await store.invitations.read(tenant, id);
  if (invitation === undefined) return undefined;
  const isExpired = Temporal.Instant.compare(now(), invitation.expiresAt) >= 0;
  return isExpired ? undefined : { tenant, invitation };
}

import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who invites, and by which invitation. */
export interface InvitationKey {
  readonly tenant: string;
  /** 16 bytes, base64url. */
  readonly id: string;
}

/** A token as it came in: nobody says yet that it is ours. */
export interface ReadToken extends InvitationKey {
  readonly signature: Uint8Array;
}

/** Each of its three parts has 16 bytes: tenant, id, signature. */
const partBytes = 16;

/** 48 bytes fit exactly in 64 characters, so that a token is written in one way only. */
const pattern = /^[\w-]{64}$/;

/**
 * The token in a link: base64url of the tenant's GUID, the invitation's id and a signature over both, short
 * enough for a text message.
 */
export function feedbackToken(invitation: InvitationKey, key: Uint8Array): string {
  return Buffer.concat([signed(invitation), signatureOf(invitation, key)]).toString('base64url');
}

/** Undefined for what is no token at all. */
export function readToken(token: string): ReadToken | undefined {
  if (!pattern.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  const part = (index: number) => bytes.subarray(index * partBytes, (index + 1) * partBytes);
  const tenant = part(0)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return { tenant, id: part(1).toString('base64url'), signature: part(2) };
}

/** Whether a token was made with this key; takes as long for a wrong one, wherever it is wrong. */
export function isOurs(token: ReadToken, key: Uint8Array): boolean {
  return timingSafeEqual(token.signature, signatureOf(token, key));
}

/** HMAC-SHA256, truncated to 128 bits (RFC 2104, section 5: not less than half of it). */
function signatureOf(invitation: InvitationKey, key: Uint8Array): Uint8Array {
  return createHmac('sha256', key).update(signed(invitation)).digest().subarray(0, partBytes);
}

function signed({ tenant, id }: InvitationKey): Uint8Array {
  return Buffer.concat([Buffer.from(tenant.replaceAll('-', ''), 'hex'), Buffer.from(id, 'base64url')]);
}

import { jwtVerify } from 'jose';
import * as v from 'valibot';
import { KeysOutOfReach, type TokenAuthority, tabScope } from './tokenAuthority.ts';

/** The app roles in Entra ID that may see the scorecard. */
const allowedRoles: readonly string[] = ['management', 'admin'];

export type TokenCheck =
  /** `isAdmin`: may change settings as well. */
  | { readonly kind: 'allowed'; readonly tenant: string; readonly isAdmin: boolean }
  /** No token, or not one that may be believed. */
  | { readonly kind: 'unauthorized' }
  /** A real person, who may not see this. */
  | { readonly kind: 'forbidden' };

const ClaimsSchema = v.object({
  iss: v.string(),
  tid: v.string(),
  scp: v.string(),
  roles: v.optional(v.array(v.string()), []),
});

/**
 * Checks signature, algorithm, audience, issuer, tenant, expiry, scope and role of a bearer token.
 * @throws KeysOutOfReach
 */
export async function checkToken(
  authorization: string | undefined,
  authority: TokenAuthority,
  tenants: ReadonlySet<string>,
): Promise<TokenCheck> {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
  if (token === undefined) return { kind: 'unauthorized' };
  const verified = await jwtVerify(token, authority.keys, {
    algorithms: ['RS256'],
    audience: [...authority.audience],
    requiredClaims: ['exp'],
  }).catch((error) => {
    if (error instanceof KeysOutOfReach) throw error;
    return undefined;
  });
  const claims = v.safeParse(ClaimsSchema, verified?.payload);
  if (!claims.success) return { kind: 'unauthorized' };
  const { iss, tid, scp } = claims.output;
  if (iss !== authority.issuerFor(tid)) return { kind: 'unauthorized' };
  if (!tenants.has(tid) || !scp.split(' ').includes(tabScope)) return { kind: 'forbidden' };
  const { roles } = claims.output;
  if (!roles.some((role) => allowedRoles.includes(role))) return { kind: 'forbidden' };
  return { kind: 'allowed', tenant: tid, isAdmin: roles.includes('admin') };
}

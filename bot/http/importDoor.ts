import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'restify';
import { checkToken, type TokenCheck } from './checkToken.ts';
import type { TabDoor } from './tabApi.ts';

export interface ImportDoor extends TabDoor {
  /** Keys by which other systems bring files, by tenant. */
  readonly importKeys: ReadonlyMap<string, string>;
}

/**
 * Who may import: a system with the municipality's import key, or a person who may see the scorecard. Both
 * come as a bearer.
 * @throws KeysOutOfReach
 */
export async function checkImporter(request: Request, door: ImportDoor): Promise<TokenCheck> {
  const authorization = request.header('authorization');
  const key = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '';
  let found: string | undefined;
  // Every key is compared, each in the same time.
  for (const [tenant, known] of door.importKeys) if (isSame(key, known)) found = tenant;
  if (found !== undefined) return { kind: 'allowed', tenant: found, isAdmin: true };
  return checkToken(authorization, door.authority, door.tenants);
}

function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}

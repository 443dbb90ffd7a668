import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { vi } from 'vitest';

/** Microsoft Entra ID without a network: its published keys, and tokens as Teams' single sign-on gets them. */
export interface FakeEntra {
  /** A good token; `claims` replace its own, and undefined leaves one out. */
  token(claims?: Claims, signing?: Signing): Promise<string>;
  /** How often its keys were fetched. */
  fetched(): number;
  /** What whoever fetches the keys meets with from now on. */
  trouble: 'none' | 'unreachable' | 'outOfOrder';
  stop(): void;
}

export type Claims = Readonly<Record<string, unknown>>;

interface Signing {
  /** Default: Entra's own key. */
  readonly key?: CryptoKey;
  readonly header?: Readonly<Record<string, unknown>>;
}

const keysUrl = 'https://login.microsoftonline.com/common/discovery/v2.0/keys';
const kid = 'the-key-of-today';

export async function startEntra(tenant: string, audience: string): Promise<FakeEntra> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keys = [{ ...(await exportJWK(publicKey)), kid, use: 'sig' }];
  const realFetch = globalThis.fetch;
  let fetched = 0;
  const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    if (String(input) !== keysUrl) return realFetch(input, init);
    fetched++;
    if (entra.trouble === 'unreachable') throw new TypeError('fetch failed');
    if (entra.trouble === 'outOfOrder') return new Response('Service Unavailable', { status: 503 });
    return Response.json({ keys });
  });

  const entra: FakeEntra = {
    trouble: 'none',
    fetched: () => fetched,
    token(claims = {}, { key = privateKey, header = {} } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const tid = claims['tid'] ?? tenant;
      return new SignJWT({
        aud: audience,
        iss: `https://login.microsoftonline.com/${tid}/v2.0`,
        iat: now - 300,
        nbf: now - 300,
        exp: now + 3600,
        tid,
        ver: '2.0',
        name: 'Dirk Directeur',
        scp: 'access_as_user',
        roles: ['management'],
        ...claims,
      })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, ...header })
        .sign(key);
    },
    stop: () => spy.mockRestore(),
  };
  return entra;
}

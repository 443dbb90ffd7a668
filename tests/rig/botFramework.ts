import { OpenIdMetadata } from 'botframework-connector/lib/auth/openIdMetadata.js';
import { type CryptoKey, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { vi } from 'vitest';

/** Who signs what Teams delivers to a bot, without a network: its key, and tokens as they come with an activity. */
export interface FakeBotFramework {
  /** A good token; `claims` replace its own, and undefined leaves one out. */
  token(claims?: Readonly<Record<string, unknown>>, signing?: Signing): Promise<string>;
  stop(): void;
}

interface Signing {
  /** Default: the Bot Framework's own. */
  readonly key?: CryptoKey | Uint8Array;
  readonly alg?: string;
  readonly kid?: string;
}

const ownKid = 'the-key-of-today';

export async function startBotFramework(appId: string, serviceUrl: string): Promise<FakeBotFramework> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const known = { key: await exportSPKI(publicKey), endorsements: ['msteams'] };
  const spy = vi
    .spyOn(OpenIdMetadata.prototype, 'getKey')
    // botbuilder says null for an unknown key, though its type does not.
    .mockImplementation(async (kid) => (kid === ownKid ? known : (null as unknown as typeof known)));
  return {
    token(claims = {}, { key = privateKey, alg = 'RS256', kid = ownKid } = {}) {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({
        iss: 'https://api.botframework.com',
        aud: appId,
        serviceurl: serviceUrl,
        nbf: now,
        exp: now + 3600,
        ...claims,
      })
        .setProtectedHeader({ alg, typ: 'JWT', kid })
        .sign(key);
    },
    stop: () => spy.mockRestore(),
  };
}

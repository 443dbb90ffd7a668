import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  exportJWK,
  generateKeyPair,
  type JWTVerifyGetKey,
  SignJWT,
} from 'jose';

/** Who makes the tokens that open the tab's API. */
export interface TokenAuthority {
  readonly keys: JWTVerifyGetKey;
  readonly audience: readonly string[];
  /** The only issuer whose word counts for a tenant. */
  issuerFor(tenant: string): string;
}

/** The keys that prove a token are out of reach: nobody can say whether it is good. */
export class KeysOutOfReach extends Error {}

const entra = 'https://login.microsoftonline.com';

/**
 * Microsoft Entra ID, version 2.0 tokens, as Teams' single sign-on gives them to the tab.
 * @param audience the application id URI; the bare application id counts too.
 */
export function entraAuthority(audience: string): TokenAuthority {
  const published = createRemoteJWKSet(new URL(`${entra}/common/discovery/v2.0/keys`));
  return {
    keys: (header, token) =>
      published(header, token).catch((error) => {
        throw error instanceof errors.JWKSNoMatchingKey ? error : new KeysOutOfReach('', { cause: error });
      }),
    audience: [audience, audience.slice(audience.lastIndexOf('/') + 1)],
    issuerFor: (tenant) => `${entra}/${tenant}/v2.0`,
  };
}

/** Makes tokens for a plain browser in local mode, which are checked just like Entra's. */
export interface LocalAuthority extends TokenAuthority {
  issueToken(tenant: string): Promise<LocalToken>;
}

export interface LocalToken {
  readonly token: string;
  /** UTC instant. */
  readonly expiresAt: string;
}

/** How long a local token is good for, in seconds. */
const lifetime = 3600;

export async function localAuthority(): Promise<LocalAuthority> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256' }] });
  const audience = 'zeven-local';
  const issuerFor = (tenant: string) => `local/${tenant}`;
  return {
    keys,
    audience: [audience],
    issuerFor,
    async issueToken(tenant) {
      const expires = Math.floor(Date.now() / 1000) + lifetime;
      const token = await new SignJWT({ tid: tenant, scp: tabScope, roles: ['management', 'admin'] })
        .setProtectedHeader({ alg: 'RS256' })
        .setIssuer(issuerFor(tenant))
        .setAudience(audience)
        .setExpirationTime(expires)
        .sign(privateKey);
      return { token, expiresAt: new Date(expires * 1000).toISOString() };
    },
  };
}

/** The one scope that the app package asks for (webApplicationInfo). */
export const tabScope = 'access_as_user';

import { SignJWT } from 'jose';
import type { Temporal } from 'temporal-polyfill';

interface Client {
  readonly clientId: string;
  readonly secret: string;
}

/** Clocks differ: a token of a moment that has yet to come is not taken. */
const earlierSeconds = 30;

/**
 * Makes tokens as the ZGW APIs ask for: a JWT signed with HS256 by the client's secret, a new one for every
 * request, since it holds for an hour from `iat`. `user_id` and `user_representation` are for the case
 * system's audit trail; no person is behind this.
 *
 * @param now when the first is made; those that follow go by the steady clock.
 */
export function zgwTokens({ clientId, secret }: Client, now: Temporal.Instant): () => Promise<string> {
  const key = new TextEncoder().encode(secret);
  const startedAt = performance.now();
  return () => {
    const ms = now.epochMilliseconds + (performance.now() - startedAt);
    return new SignJWT({ client_id: clientId, user_id: 'zeven', user_representation: 'Zeven' })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(clientId)
      .setIssuedAt(Math.floor(ms / 1000) - earlierSeconds)
      .sign(key);
  };
}

import { askJson } from '../pull/askJson.ts';
import { neededSecret } from '../pull/secrets.ts';
import type { PullContext } from '../pullSource.ts';
import type { ZgwMapping } from './zgwMapping.ts';
import { zgwTokens } from './zgwToken.ts';

/** @param isOptional whether it may be gone: then the answer is undefined. */
export type AskZgw = (url: URL, options?: { readonly isOptional: boolean }) => Promise<unknown>;

/** The Zaken API asks for these of all that have a place on a map; the others leave them alone. */
const coordinates = { 'accept-crs': 'EPSG:4326', 'content-crs': 'EPSG:4326' };

/** Asks the ZGW APIs, as the client of the mapping. @throws PullFailed without its secret. */
export function askZgw(context: PullContext<ZgwMapping>): AskZgw {
  const { mapping, now } = context;
  const secret = neededSecret(context.secret, mapping.secret);
  const issueToken = zgwTokens({ clientId: mapping.clientId, secret }, now);
  return async (url, options) => {
    const headers = { ...coordinates, authorization: `Bearer ${await issueToken()}` };
    return askJson({ url, headers, ...options }, context);
  };
}

import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Request, Response } from 'restify';
import { apiTexts } from '../../shared/texts/api.ts';
import { localeOf } from '../../shared/texts/locale.ts';
import { checkToken } from './checkToken.ts';
import type { TokenAuthority } from './tokenAuthority.ts';

/** Who may come in at the tab's API. */
export interface TabDoor {
  readonly authority: TokenAuthority;
  /** Tenants that are served. */
  readonly tenants: ReadonlySet<string>;
  readonly log: Logger;
}

/** What a route of the tab's API finds for who may know it. */
export type Found =
  | { readonly kind: 'found'; readonly answer: object }
  /** The question is wrong. */
  | { readonly kind: 'wrong'; readonly code: 'badPeriod' | 'badDepartment' };

export interface TabRoute {
  find(tenant: string, query: Readonly<Record<string, unknown>>): Promise<Found>;
  /** What who may not know it is told. */
  readonly forbidden: 'forbidden' | 'forbiddenList' | 'forbiddenImport';
}

const statusOf = {
  unauthorized: 401,
  forbidden: 403,
  badPeriod: 400,
  badDepartment: 400,
  unavailable: 503,
} as const;

/**
 * A route of the tab's API: checks the token, says in the reader's language why there is no answer, and
 * sends nothing again that a browser has already.
 */
export function answerTab({ authority, tenants, log }: TabDoor, { find, forbidden }: TabRoute) {
  return async (request: Request, response: Response): Promise<void> => {
    function refuse(code: keyof typeof statusOf): void {
      const texts = apiTexts[localeOf(request.header('accept-language'))];
      const message = texts[code === 'forbidden' ? forbidden : code];
      response.send(statusOf[code], { error: { code, message } });
    }

    try {
      const check = await checkToken(request.header('authorization'), authority, tenants);
      if (check.kind !== 'allowed') return refuse(check.kind);
      const found = await find(check.tenant, request.query ?? {});
      if (found.kind === 'wrong') return refuse(found.code);
      sendUnlessKnown(found.answer, request, response);
    } catch (error) {
      log.error({ err: error, path: request.path() }, 'The tab got no answer');
      refuse('unavailable');
    }
  };
}

function sendUnlessKnown(answer: object, request: Request, response: Response): void {
  const body = JSON.stringify(answer);
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', 'private, no-cache');
  if (isKnown(etag, request.header('if-none-match', ''))) response.send(304);
  else response.sendRaw(200, body, { 'Content-Type': 'application/json; charset=utf-8' });
}

/** A proxy that packs the answer makes its tag weak: `W/"…"` (RFC 9110, 13.1.2 asks for weak comparison). */
function isKnown(etag: string, ifNoneMatch: string): boolean {
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

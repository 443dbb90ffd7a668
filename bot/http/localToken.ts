import type { Request, Response } from 'restify';
import type { LocalAuthority } from './tokenAuthority.ts';

/** `POST /api/local/token`: a token for a plain browser on this machine, in local mode only. */
export function answerLocalToken(authority: LocalAuthority, [tenant = '']: readonly string[]) {
  return async (_request: Request, response: Response): Promise<void> => {
    response.setHeader('Cache-Control', 'no-store');
    response.send(200, await authority.issueToken(tenant));
  };
}

import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Request, Response } from 'restify';
import * as v from 'valibot';
import { apiTexts } from '../../shared/texts/api.ts';
import { localeOf } from '../../shared/texts/locale.ts';
import { readScorecard } from '../scorecard/readScorecard.ts';
import type { Services } from '../services.ts';
import { checkToken } from './checkToken.ts';
import type { TokenAuthority } from './tokenAuthority.ts';

const MonthSchema = v.optional(v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/)));

const statusOf = { unauthorized: 401, forbidden: 403, badMonth: 400, unavailable: 503 } as const;

/** `GET /api/scorecard?month=YYYY-MM`: the eleven norms, for who may see them. */
export function answerScorecard(
  authority: TokenAuthority,
  tenants: ReadonlySet<string>,
  services: Services,
  log: Logger,
) {
  return async (request: Request, response: Response): Promise<void> => {
    function refuse(code: keyof typeof statusOf): void {
      const texts = apiTexts[localeOf(request.header('accept-language'))];
      response.send(statusOf[code], { error: { code, message: texts[code] } });
    }

    try {
      const check = await checkToken(request.header('authorization'), authority, tenants);
      if (check.kind !== 'allowed') return refuse(check.kind);
      const month = v.safeParse(MonthSchema, request.query?.month);
      if (!month.success) return refuse('badMonth');
      const scorecard = await readScorecard(check.tenant, month.output, services);
      const body = JSON.stringify(scorecard);
      const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
      response.setHeader('ETag', etag);
      response.setHeader('Cache-Control', 'private, no-cache');
      if (isKnown(etag, request.header('if-none-match', ''))) response.send(304);
      else response.sendRaw(200, body, { 'Content-Type': 'application/json; charset=utf-8' });
    } catch (error) {
      log.error({ err: error }, 'The scorecard could not be read');
      refuse('unavailable');
    }
  };
}

/** A proxy that packs the answer makes its tag weak: `W/"…"` (RFC 9110, 13.1.2 asks for weak comparison). */
function isKnown(etag: string, ifNoneMatch: string): boolean {
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

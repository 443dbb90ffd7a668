import { createReadStream } from 'node:fs';
import type { Request, Response } from 'restify';
import * as v from 'valibot';
import type { ImportResult } from '../../shared/imports/importRun.ts';
import { settings } from '../../shared/settings.ts';
import { apiTexts } from '../../shared/texts/api.ts';
import { localeOf } from '../../shared/texts/locale.ts';
import { importFile } from '../imports/importFile.ts';
import { setMapping } from '../imports/setMapping.ts';
import type { FileSource } from '../imports/source.ts';
import { sourceCalled } from '../imports/sources.ts';
import type { FactServices } from '../services.ts';
import type { TokenCheck } from './checkToken.ts';
import { checkImporter, type ImportDoor } from './importDoor.ts';
import { BodyTooLarge, spoolBody } from './spoolBody.ts';

const statusOf = {
  unauthorized: 401,
  forbidden: 403,
  forbiddenMapping: 403,
  unknownSource: 404,
  busyImporting: 409,
  tooLarge: 413,
  unavailable: 503,
} as const;

const QuerySchema = v.object({
  name: v.pipe(
    v.fallback(v.string(), ''),
    v.transform((name) => name.slice(0, 200)),
  ),
  dryRun: v.optional(v.unknown()),
});

/**
 * `POST /api/import/<source>?name=<file>&dryRun=1`, with the file as its body: 200 with what came of it, 422
 * with why nothing was taken. `PUT /api/import/<source>/mapping` sets what the source must know.
 */
export function answerImport(door: ImportDoor, services: FactServices) {
  /** Who is at it. A second file of a municipality would only wait for the rows of the first. */
  const importing = new Set<string>();

  async function take(
    tenant: string,
    { source, name, isDryRun }: Asked,
    request: Request,
  ): Promise<ImportResult> {
    const body = await spoolBody(request, settings.imports.uploadBytes);
    const options = {
      name: name === '' ? source.id : name,
      open: () => createReadStream(body.path, { highWaterMark: 1024 * 1024 }),
      isDryRun,
    };
    return importFile(tenant, source, options, services).finally(body.remove);
  }

  return {
    file: guarded(door, async ({ tenant }, request, response, refuse) => {
      const asked = askedIn(request);
      if (asked === undefined) return refuse('unknownSource');
      if (asked.isDryRun) return sendResult(await take(tenant, asked, request), response);
      if (importing.has(tenant)) return refuse('busyImporting');
      importing.add(tenant);
      try {
        sendResult(await take(tenant, asked, request), response);
      } finally {
        importing.delete(tenant);
      }
    }),

    mapping: guarded(door, async ({ tenant, isAdmin }, request, response, refuse) => {
      if (!isAdmin) return refuse('forbiddenMapping');
      const set = await setMapping(tenant, String(request.params['source']), request.body, services);
      if (set.kind === 'unknownSource') return refuse('unknownSource');
      if (set.kind === 'set') return void response.send(204);
      const failure = { reason: 'badMapping', details: set.problems, refusals: [] };
      response.send(422, { kind: 'failed', failure });
    }),
  };
}

function sendResult(result: ImportResult, response: Response): void {
  response.send(result.kind === 'imported' ? 200 : 422, result);
}

interface Asked {
  readonly source: FileSource;
  /** What people know the file by; '' where nobody said. */
  readonly name: string;
  readonly isDryRun: boolean;
}

/** Undefined where there is no such source. */
function askedIn(request: Request): Asked | undefined {
  const source = sourceCalled(String(request.params['source']));
  const { name, dryRun } = v.parse(QuerySchema, request.query);
  return source && { source, name, isDryRun: dryRun !== undefined };
}

type Refuse = (code: keyof typeof statusOf) => void;
type Allowed = Extract<TokenCheck, { readonly kind: 'allowed' }>;

/** Lets those in who may, and says in their language why not, or that it did not work. */
function guarded(
  door: ImportDoor,
  answer: (who: Allowed, request: Request, response: Response, refuse: Refuse) => Promise<void>,
) {
  return async (request: Request, response: Response): Promise<void> => {
    const texts = apiTexts[localeOf(request.header('accept-language'))];
    const refuse: Refuse = (code) => {
      const message = texts[code === 'forbidden' ? 'forbiddenImport' : code];
      response.send(statusOf[code], { error: { code, message } });
    };
    try {
      const check = await checkImporter(request, door);
      if (check.kind !== 'allowed') return refuse(check.kind);
      await answer(check, request, response, refuse);
    } catch (error) {
      if (error instanceof BodyTooLarge) {
        // The rest of the body is not waited for.
        response.setHeader('Connection', 'close');
        return refuse('tooLarge');
      }
      door.log.error({ err: error, path: request.path() }, 'An import failed');
      refuse('unavailable');
    }
  };
}

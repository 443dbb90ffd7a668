import { createReadStream } from 'node:fs';
import type { Request, Response } from 'restify';
import * as v from 'valibot';
import { settings } from '../../shared/settings.ts';
import { apiTexts } from '../../shared/texts/api.ts';
import { localeOf } from '../../shared/texts/locale.ts';
import { importFile } from '../imports/importFile.ts';
import { setMapping } from '../imports/setMapping.ts';
import { sourceCalled } from '../imports/sources.ts';
import type { FactServices } from '../services.ts';
import { checkImporter, type ImportDoor } from './importDoor.ts';
import { BodyTooLarge, spoolBody } from './spoolBody.ts';

const statusOf = {
  unauthorized: 401,
  forbidden: 403,
  unknownSource: 404,
  busyImporting: 409,
  tooLarge: 413,
  unavailable: 503,
} as const;

const QuerySchema = v.object({
  name: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  dryRun: v.optional(v.string()),
});

/**
 * `POST /api/import/<source>?name=<file>&dryRun=1`, with the file as its body: 200 with what came of it, 422
 * with why nothing was taken. `PUT /api/import/<source>/mapping` sets what the source must know.
 */
export function answerImport(door: ImportDoor, services: FactServices) {
  /** One at a time for a municipality: a second one would only wait for the rows of the first. */
  const importing = new Set<string>();

  return {
    file: guarded(door, async (tenant, request, response, refuse) => {
      const source = sourceCalled(String(request.params['source']));
      const query = v.safeParse(QuerySchema, request.query);
      if (source === undefined || !query.success) return refuse('unknownSource');
      if (importing.has(tenant)) return refuse('busyImporting');
      importing.add(tenant);
      try {
        const { name, dryRun } = query.output;
        const body = await spoolBody(request, settings.imports.uploadBytes);
        const options = {
          name: name === '' ? source.id : name,
          open: () => createReadStream(body.path, { highWaterMark: 1024 * 1024 }),
          isDryRun: dryRun !== undefined,
        };
        const result = await importFile(tenant, source, options, services).finally(body.remove);
        response.send(result.kind === 'imported' ? 200 : 422, result);
      } catch (error) {
        if (!(error instanceof BodyTooLarge)) throw error;
        response.setHeader('Connection', 'close');
        refuse('tooLarge');
      } finally {
        importing.delete(tenant);
      }
    }),

    mapping: guarded(door, async (tenant, request, response, refuse) => {
      const set = await setMapping(tenant, String(request.params['source']), request.body, services);
      if (set.kind === 'unknownSource') return refuse('unknownSource');
      if (set.kind === 'set') return void response.send(204);
      const failure = { reason: 'badMapping', details: set.problems, refusals: [] };
      response.send(422, { kind: 'failed', failure });
    }),
  };
}

type Refuse = (code: keyof typeof statusOf) => void;

/** Lets those in who may, and says in their language why not, or that it did not work. */
function guarded(
  door: ImportDoor,
  answer: (tenant: string, request: Request, response: Response, refuse: Refuse) => Promise<void>,
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
      await answer(check.tenant, request, response, refuse);
    } catch (error) {
      door.log.error({ err: error, path: request.path() }, 'An import failed');
      refuse('unavailable');
    }
  };
}

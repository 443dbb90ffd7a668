import type { Logger } from 'pino';
import type { Request, Response } from 'restify';
import { settings } from '../../shared/settings.ts';
import type { Services } from '../services.ts';

/**
 * `GET /api/health`, for whatever watches over the bot: 200 when it can work, with how much there is to do
 * ("degraded" when a person must look at work that was given up), 503 when storage is out of reach. Anybody
 * may ask; it tells numbers only.
 */
export function answerHealth({ store }: Services, log: Logger) {
  return async (_request: Request, response: Response): Promise<void> => {
    response.setHeader('Cache-Control', 'no-store');
    try {
      const { work, poison } = await store.pulse.read(settings.health.storageMs);
      response.send(200, { status: poison === 0 ? 'ok' : 'degraded', work, poison });
    } catch (error) {
      log.warn({ err: error }, 'Storage is out of reach');
      response.send(503, { status: 'degraded' });
    }
  };
}

import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import restify, { type Request, type Response } from 'restify';

/** Async handlers of restify take exactly two parameters. */
type Handler = (request: Request, response: Response) => Promise<void>;

export interface Routes {
  readonly messages: Handler;
  readonly scorecard: Handler;
  /** There in local mode only. */
  readonly localToken: Handler | undefined;
}

export interface HttpServer {
  readonly url: string;
  /** Takes nothing new and resolves when every request in flight is answered. */
  stop(): Promise<void>;
}

/** Teams sends an activity of about 100 KB at most; twice that is room enough. */
const maxBodySize = 256 * 1024;

/** Where Vite puts the built tab. */
const tabFolder = fileURLToPath(new URL('../../tab/dist', import.meta.url));

export async function startHttpServer(
  { host, port }: { host: string; port: number },
  routes: Routes,
): Promise<HttpServer> {
  const server = restify.createServer({ name: 'zeven' });
  server.use(restify.plugins.queryParser({ mapParams: false }));
  const readBody = restify.plugins.bodyParser({ mapParams: false, maxBodySize });

  server.post('/api/messages', readBody, routes.messages);
  server.get('/api/scorecard', routes.scorecard);
  if (routes.localToken !== undefined) server.post('/api/local/token', routes.localToken);
  server.get('/tab/*', restify.plugins.serveStaticFiles(tabFolder, { setHeaders: cacheForever }));
  server.get('/', (_request, response, next) => response.redirect('/tab/index.html', next));

  server.listen(port, host);
  await Promise.race([
    once(server, 'listening'),
    once(server, 'error').then(([error]) => Promise.reject(error)),
  ]);
  return {
    url: `http://${host}:${server.address().port}`,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(resolve));
      // Browsers keep connections open that have nothing more to say.
      server.server.closeIdleConnections();
      await closed;
    },
  };
}

/** Vite's assets carry a hash of their content in their names: they never change. */
function cacheForever(response: Response, path: string): void {
  const isHashed = path.includes('/assets/');
  response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

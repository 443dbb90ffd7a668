import { once } from 'node:events';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import restify, { type Next, type Request, type Response } from 'restify';

/** Async handlers of restify take exactly two parameters. */
type Handler = (request: Request, response: Response) => Promise<void>;

export interface Routes {
  readonly messages: Handler;
  readonly scorecard: Handler;
  readonly callbacks: Handler;
  readonly imports: Handler;
  readonly importFile: Handler;
  readonly importMapping: Handler;
  readonly feedback: Handler;
  readonly health: Handler;
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

/** A remark of 1,000 characters, each written in nine (`%E2%82%AC`), and some more. */
const maxFormSize = 16 * 1024;

const builtTab = fileURLToPath(new URL('../../tab/dist', import.meta.url));

export interface HttpOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Default: where Vite puts the built tab. */
  readonly tabFolder?: string;
}

export async function startHttpServer(
  { host, port, tabFolder = builtTab }: HttpOptions,
  routes: Routes,
): Promise<HttpServer> {
  const server = restify.createServer({ name: 'zeven' });
  const inFlight = new Set<Response>();
  server.pre((_request, response, next) => {
    inFlight.add(response);
    response.once('close', () => inFlight.delete(response));
    next();
  });
  server.use(restify.plugins.queryParser({ mapParams: false }));
  // Not restify's bodyParser: it writes the files in a multipart body to disk, for anybody.
  const { bodyReader, jsonBodyParser } = restify.plugins;
  const readJson = [bodyReader({ maxBodySize }), ...jsonBodyParser({ mapParams: false, bodyReader: true })];

  server.post('/api/messages', refusePacked, readJson, routes.messages);
  server.get('/api/scorecard', routes.scorecard);
  server.get('/api/callbacks', routes.callbacks);
  server.get('/api/imports', routes.imports);
  // The file goes to disk as it comes: it may be far larger than what is read into memory.
  server.post('/api/import/:source', refusePacked, routes.importFile);
  server.put('/api/import/:source/mapping', refusePacked, readJson, routes.importMapping);
  server.get('/beoordeling/*', routes.feedback);
  server.post('/beoordeling/*', refusePacked, bodyReader({ maxBodySize: maxFormSize }), routes.feedback);
  server.get('/api/health', routes.health);
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
      // Browsers keep connections open that have nothing more to say, and proxies those that might have.
      server.server.closeIdleConnections();
      for (const response of inFlight) {
        if (!response.headersSent) response.setHeader('Connection', 'close');
      }
      await closed;
    },
  };
}

/** restify's reader would unpack a body without a limit, and end the program over one that is no gzip. */
function refusePacked(request: Request, response: Response, next: Next): void {
  const isPacked = request.header('content-encoding') !== undefined;
  if (isPacked) response.send(415);
  next(isPacked ? false : undefined);
}

/** Vite's assets carry a hash of their content in their names: they never change. */
function cacheForever(response: Response, path: string): void {
  const isHashed = basename(dirname(path)) === 'assets';
  response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

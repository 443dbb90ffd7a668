import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Certificate, certificate } from './certificate.ts';

/** A website on this machine, over real HTTPS. */
export interface HttpsSite {
  /** `https://localhost:…` */
  readonly url: string;
  readonly port: number;
  /** What a client must trust to reach it. */
  readonly ca: string;
  /** How it answers from now on. */
  answer: RequestListener;
  stop(): Promise<void>;
}

/** @param shown Default: a good one, made for it. */
export async function startHttpsSite(shown: Certificate = certificate()): Promise<HttpsSite> {
  const server = createServer(shown, (request, response) => site.answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const site: HttpsSite = {
    url: `https://localhost:${port}`,
    port,
    ca: shown.cert,
    answer: (_, response) => response.end('Welkom'),
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return site;
}

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface AskedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface JsonAnswer {
  /** Default: 200 */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text and bytes go as they are, anything else as JSON. */
  readonly body?: unknown;
}

export type Answer = (request: AskedRequest) => JsonAnswer | Promise<JsonAnswer>;

/** Another system on this machine, that remembers what it was asked; it stops with the test. */
export interface JsonServer {
  /** Without a slash at the end. */
  readonly address: string;
  readonly asked: readonly AskedRequest[];
  /** How it answers from now on. */
  answer: Answer;
}

export async function startJsonServer(answer: Answer): Promise<JsonServer> {
  const asked: AskedRequest[] = [];
  const http = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method = '', headers } = request;
    const noted = { method, url: new URL(request.url ?? '', server.address), headers, body };
    asked.push(noted);
    const { status = 200, headers: sent = {}, body: json } = await server.answer(noted);
    response.writeHead(status, { 'content-type': 'application/json', ...sent });
    const isRaw = typeof json === 'string' || json instanceof Uint8Array;
    response.end(isRaw ? json : JSON.stringify(json ?? null));
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  onTestFinished(() => {
    http.close();
    http.closeAllConnections();
  });
  const { port } = http.address() as AddressInfo;
  const server: JsonServer = { address: `http://127.0.0.1:${port}`, asked, answer };
  return server;
}

import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands between the bot and Azure Tables and counts what passes. */
export interface CountingProxy {
  readonly connectionString: string;
  /** Requests since the last call, by method and table: "POST $batch", "GET Rollups". */
  take(): ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/** @param connectionString of Azurite. */
export async function countTableRequests(connectionString: string, prefix: string): Promise<CountingProxy> {
  const endpoint = /TableEndpoint=([^;]+)/.exec(connectionString)?.[1] ?? '';
  const target = new URL(endpoint);
  let counts = new Map<string, number>();
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '';
    const table = path
      .replace(/^\/[^/]+\//, '')
      .replace(/[(?].*$/, '')
      .replace(prefix, '');
    const key = `${incoming.method} ${table}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const { method, headers } = incoming;
    const passedOn = request(
      { host: target.hostname, port: target.port, path, method, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
      },
    );
    incoming.pipe(passedOn);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    connectionString: connectionString.replace(target.host, `127.0.0.1:${port}`),
    take() {
      const taken = counts;
      counts = new Map();
      return taken;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

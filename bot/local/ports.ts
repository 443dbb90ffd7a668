import { createServer } from 'node:net';

/** A port on loopback that nobody uses now. */
export function freePort(): Promise<number> {
  return listenOnce(0);
}

/** Port 0, any port, is never taken. */
export async function isTaken(port: number): Promise<boolean> {
  return listenOnce(port).then(
    () => false,
    () => true,
  );
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

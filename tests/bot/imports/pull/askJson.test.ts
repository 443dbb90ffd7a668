import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, it, vi } from 'vitest';
import { type AskContext, askJson } from '../../../../bot/imports/pull/askJson.ts';
import { startJsonServer } from '../../../rig/jsonServer.ts';

function ask(address: string, changes: Partial<AskContext> = {}) {
  const { signal } = new AbortController();
  const headers = { authorization: 'Bearer geheim' };
  const url = new URL('/lijst?bladzijde=1', address);
  return askJson({ url, headers }, { signal, isLocal: true, sleep: async () => undefined, ...changes });
}

function pauses() {
  const waited: number[] = [];
  const sleep = async (ms: number) => {
    waited.push(ms / 1000);
  };
  return { waited, sleep };
}

it.each([429, 502, 503, 504])(
  'asks five times of a system that answers %i, with longer pauses',
  async (status) => {
    const server = await startJsonServer(() => ({ status }));
    const { waited, sleep } = pauses();
    const details = [`${new URL(server.address).host}/lijst`, String(status)];
    await expect(ask(server.address, { sleep })).rejects.toMatchObject({ reason: 'unreachable', details });
    expect(server.asked).toHaveLength(5);
    for (const [index, seconds] of waited.entries()) {
      expect(seconds).toBeGreaterThanOrEqual(2 ** index / 2);
      expect(seconds).toBeLessThanOrEqual(2 ** index);
    }
  },
);

it('waits as long as it is asked to, but no longer than a minute', async () => {
  const asks = ['0', '7', '3600', 'Fri, 15 May 2099 07:00:00 GMT'];
  const server = await startJsonServer(() => {
    const after = asks[server.asked.length - 1];
    return after === undefined ? { body: 'true' } : { status: 503, headers: { 'retry-after': after } };
  });
  const { waited, sleep } = pauses();
  expect(await ask(server.address, { sleep })).toBe(true);
  expect(waited).toEqual([0, 7, 60, 60]);
});

it('tries again where nothing listens, and says why it gave up', async () => {
  const address = await closedAddress();
  const { waited, sleep } = pauses();
  await expect(ask(address, { sleep })).rejects.toMatchObject({
    reason: 'unreachable',
    details: [`${new URL(address).host}/lijst`, 'ECONNREFUSED'],
  });
  expect(waited).toHaveLength(4);
});

/** Where something listened just before. */
async function closedAddress(): Promise<string> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return `http://127.0.0.1:${port}`;
}

it('gives a request ten seconds', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout');
  const server = await startJsonServer(() => new Promise(() => undefined));
  timeout.mockImplementation(() => AbortSignal.abort(new DOMException('', 'TimeoutError')));
  await expect(ask(server.address)).rejects.toMatchObject({
    reason: 'unreachable',
    details: [expect.anything(), 'TimeoutError'],
  });
  expect(timeout).toHaveBeenCalledTimes(5);
  expect(timeout).toHaveBeenCalledWith(10_000);
  timeout.mockRestore();
});

it('ends at once when it is told to, in the middle of an answer or a pause', async () => {
  const server = await startJsonServer(() => new Promise(() => undefined));
  const ending = new AbortController();
  const asking = ask(server.address, { signal: ending.signal });
  ending.abort(new Error('genoeg'));
  await expect(asking).rejects.toThrow('genoeg');

  const later = new AbortController();
  server.answer = () => ({ status: 503, headers: { 'retry-after': '60' } });
  const { signal } = later;
  const waiting = askJson({ url: new URL(server.address), headers: {} }, { signal, isLocal: true });
  setTimeout(() => later.abort(), 50);
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
});

it.each([
  [401, 'unauthorized'],
  [403, 'unauthorized'],
  [400, 'refused'],
  [404, 'refused'],
  [500, 'badAnswer'],
])('asks once of a system that answers %i: %s', async (status, reason) => {
  const server = await startJsonServer(() => ({ status, body: { detail: 'iets' } }));
  await expect(ask(server.address)).rejects.toMatchObject({ reason });
  expect(server.asked).toHaveLength(1);
});

it('follows no redirect, which would take the secret along', async () => {
  const elsewhere = await startJsonServer(() => ({ body: {} }));
  const server = await startJsonServer(() => ({ status: 302, headers: { location: elsewhere.address } }));
  await expect(ask(server.address)).rejects.toMatchObject({ reason: 'badAnswer' });
  expect(elsewhere.asked).toEqual([]);
});

it('reads no more of an answer than there can be, packed or not', async () => {
  const packed = gzipSync(Buffer.alloc(33 * 1024 * 1024, ' '), { level: 1 });
  const server = await startJsonServer(() => ({ headers: { 'content-encoding': 'gzip' }, body: packed }));
  await expect(ask(server.address)).rejects.toMatchObject({ reason: 'tooMany' });
});

it.each([
  ['http://zaken.example.nl', true],
  ['http://127.0.0.1:1', false],
  ['http://127.0.0.1.example.nl', true],
])('asks nothing of %s over plain http (on this machine: %s)', async (address, isLocal) => {
  const fetching = vi.spyOn(globalThis, 'fetch');
  await expect(ask(address, { isLocal })).rejects.toMatchObject({ reason: 'refused' });
  expect(fetching).not.toHaveBeenCalled();
  fetching.mockRestore();
});

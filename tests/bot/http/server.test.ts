import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpServer, type Routes, startHttpServer } from '../../../bot/http/server.ts';
import { rawGet } from '../../rig/rawRequest.ts';

let folder: string;
let server: HttpServer;
/** What reached the bot. */
const bodies: unknown[] = [];

const fine: Routes['health'] = async (_request, response) => {
  response.send(200, {});
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zeven-http-'));
  const tabFolder = join(folder, 'dist');
  await mkdir(join(tabFolder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'not for you');
  await writeFile(join(tabFolder, 'index.html'), '<!doctype html>');
  await writeFile(join(tabFolder, 'assets', 'index-CAgnF22d.js'), 'export {};');
  server = await startHttpServer(
    { host: '127.0.0.1', port: 0, tabFolder },
    {
      messages: async (request, response) => {
        bodies.push(request.body);
        response.send(200, {});
      },
      scorecard: fine,
      callbacks: fine,
      imports: fine,
      importFile: fine,
      importMapping: fine,
      feedback: fine,
      health: fine,
      localToken: undefined,
    },
  );
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const json = { 'Content-Type': 'application/json; charset=utf-8' };

async function post(body: BodyInit, headers: HeadersInit = json): Promise<number> {
  const response = await fetch(`${server.url}/api/messages`, { method: 'POST', headers, body });
  await response.text();
  return response.status;
}

describe('a request', () => {
  it.each([
    ['GET', '/nowhere', 404],
    ['GET', '/api', 404],
    ['POST', '/api/local/token', 404],
    ['GET', '/api/messages', 405],
    ['DELETE', '/api/messages', 405],
    ['POST', '/api/scorecard', 405],
    ['PUT', '/tab/index.html', 405],
  ])('%s %s is answered with %i', async (method, path, status) => {
    const response = await fetch(server.url + path, { method });
    expect(response.status).toBe(status);
    expect(await response.json()).toHaveProperty('message');
  });

  it('without a path leads to the tab', async () => {
    const response = await fetch(server.url, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/tab/index.html']);
  });
});

describe('what is posted to the bot', () => {
  it('arrives as it was sent', async () => {
    const activity = { type: 'message', text: 'één "berm"' };
    expect(await post(JSON.stringify(activity))).toBe(200);
    expect(bodies.at(-1)).toEqual(activity);
  });

  it('may be as big as Teams ever makes it, and no bigger', async () => {
    const ofSize = (bytes: number) => JSON.stringify({ text: 'x'.repeat(bytes) });
    expect(await post(ofSize(200_000))).toBe(200);
    const arrived = bodies.length;
    expect(await post(ofSize(300_000))).toBe(413);
    expect(bodies).toHaveLength(arrived);
  });

  it('is refused when it is not whole', async () => {
    expect(await post('{"type":"mess')).toBe(400);
  });

  it.each([
    ['unpacks to more than may be sent', gzipSync(JSON.stringify('x'.repeat(10_000_000)))],
    ['is no gzip at all', Buffer.from('{}')],
  ])('is refused when it is packed and %s, and the server lives', async (_, packed) => {
    const arrived = bodies.length;
    expect(await post(packed, { ...json, 'Content-Encoding': 'gzip' })).toBe(415);
    expect(bodies).toHaveLength(arrived);
    expect(await post('{}')).toBe(200);
  });

  it('never becomes a file, whoever sends it', async () => {
    const form = new FormData();
    const name = `zeven-upload-${crypto.randomUUID()}`;
    form.append('file', new Blob([name]), name);
    const before = new Set(await readdir(tmpdir()));
    await post(form, {});
    const added = (await readdir(tmpdir())).filter((entry) => !before.has(entry));
    const files = added.filter((entry) => entry.startsWith('upload_'));
    expect(files).toEqual([]);
    expect(bodies.at(-1)).toBeUndefined();
  });
});

describe('the tab', () => {
  it('is asked for again at every visit, so that a new version is seen at once', async () => {
    const response = await fetch(`${server.url}/tab/index.html`);
    expect(await response.text()).toBe('<!doctype html>');
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it('is kept by the browser where its name changes with its content', async () => {
    const response = await fetch(`${server.url}/tab/assets/index-CAgnF22d.js`);
    expect(response.headers.get('content-type')).toMatch(/^(text|application)\/javascript/);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    '/tab/../secret.txt',
    '/tab/..%2fsecret.txt',
    '/tab/%2e%2e/secret.txt',
    '/tab/%2e%2e%2fsecret.txt',
    '/tab/assets/..%2f..%2fsecret.txt',
    '/tab/..%5csecret.txt',
    '/tab/%252e%252e%252fsecret.txt',
    '/tab/index.html%00.txt',
    '/../secret.txt',
    '/tab//etc/passwd',
    '/tab/%2fetc%2fpasswd',
    '/tab/assets',
    '/tab/%',
  ])('shows nothing beside itself: %s', async (path) => {
    const answer = await rawGet(server.url, path);
    expect(answer).toMatch(/^HTTP\/1\.1 40[034] /);
    expect(answer).not.toContain('not for you');
    expect(answer).not.toContain('root:');
  });
});

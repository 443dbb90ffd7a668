import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ImportsSchema } from '../../../shared/imports/importRun.ts';
import { settings } from '../../../shared/settings.ts';
import { TENANT } from '../../rig/activities.ts';
import { startTestZeven, type TestZeven, testImportKey } from '../../rig/zeven.ts';

let house: TestZeven;
let token: string;
beforeAll(async () => {
  house = await startTestZeven();
  const answer = await fetch(`${house.url}/api/local/token`, { method: 'POST' });
  token = ((await answer.json()) as { token: string }).token;
});
afterAll(() => house.stop());

const header = 'zaaknummer;startdatum;uiterste datum;einddatum;afdeling;proces\n';
const one = `${header}Z1;2026-09-01;2026-10-27;2026-10-20;Vergunningen;Kapvergunning\n`;

interface Sending {
  readonly source?: string;
  readonly query?: string;
  readonly key?: string | undefined;
  readonly headers?: Record<string, string>;
}

async function send(file: BodyInit, sending: Sending = {}) {
  const { source = 'cases', query = '', headers = {} } = sending;
  const key = 'key' in sending ? sending.key : testImportKey;
  const response = await fetch(`${house.url}/api/import/${source}${query}`, {
    method: 'POST',
    headers: { ...(key !== undefined && { authorization: `Bearer ${key}` }), ...headers },
    body: file,
  });
  return { status: response.status, body: await response.json() };
}

async function caseIds(): Promise<string[]> {
  const ids: string[] = [];
  for await (const facts of house.store.facts.readAll(TENANT, 'cases'))
    ids.push(...facts.map(({ id }) => id));
  return ids;
}

const spooled = async () => (await readdir(tmpdir())).filter((name) => /^zeven-\w{6}$/.test(name));

describe('a file that is sent', () => {
  it('in a dry run says what would come of it, and keeps nothing', async () => {
    const { status, body } = await send(one, { query: '?dryRun=1' });
    expect([status, body]).toMatchObject([200, { isDryRun: true, summary: { added: 1 } }]);
    expect(await caseIds()).toEqual([]);
  });

  it('comes in with the municipality\u2019s key, and again changes nothing', async () => {
    expect(await send(one, { query: '?name=zaken.csv' })).toMatchObject({
      status: 200,
      body: { kind: 'imported', summary: { records: 1, added: 1 } },
    });
    expect(await send(one)).toMatchObject({ status: 200, body: { summary: { added: 0, unchanged: 1 } } });
    expect(await caseIds()).toEqual(['Z1']);
    const answer = await fetch(`${house.url}/api/imports`, { headers: { authorization: `Bearer ${token}` } });
    const { sources, runs } = v.parse(ImportsSchema, await answer.json());
    expect(runs.map(({ name }) => name)).toEqual(['cases', 'zaken.csv']);
    const sourceOf = (wanted: string) => sources.find(({ id }) => id === wanted);
    expect(sourceOf('cases')).toMatchObject({
      isFile: true,
      last: { name: 'cases', state: 'done', summary: { unchanged: 1 } },
    });
    expect(sourceOf('zgw')).toMatchObject({ isFile: false, last: null });
  });

  it('comes in by who may see the scorecard', async () => {
    expect(await send(one, { key: token })).toMatchObject({ status: 200 });
  });

  it.each([
    ['without a key', undefined],
    ['with another key', 'j'.repeat(40)],
    ['with a part of the key', 'k'.repeat(39)],
  ])('%s is not even read', async (_, key) => {
    expect(await send(one.replace('Z1', 'Z9'), { key })).toMatchObject({
      status: 401,
      body: { error: { code: 'unauthorized' } },
    });
    expect(await caseIds()).toEqual(['Z1']);
  });

  it('that is bad is told why, and nothing of it is kept', async () => {
    expect(await send('zaaknummer;startdatum\nZ8;2026-09-01\n')).toMatchObject({
      status: 422,
      body: {
        kind: 'failed',
        failure: { reason: 'missingColumns', details: expect.arrayContaining(['afdeling']) },
      },
    });
    expect(await send(new Uint8Array([0x50, 0x4b, 0, 1, 2, 0]))).toMatchObject({ status: 422 });
    expect(await caseIds()).toEqual(['Z1']);
  });

  it('of a source that is not known is told so', async () => {
    for (const source of ['nothing', 'probe', 'zgw', '..%2fcases']) {
      expect(await send(one, { source })).toMatchObject({
        status: 404,
        body: { error: { code: 'unknownSource' } },
      });
    }
  });

  it('that is packed, or larger than it may be, is refused', async () => {
    const packed = await fetch(`${house.url}/api/import/cases`, {
      method: 'POST',
      headers: { authorization: `Bearer ${testImportKey}`, 'content-encoding': 'gzip' },
      body: 'x',
    });
    expect(packed.status).toBe(415);
    vi.spyOn(settings.imports, 'uploadBytes', 'get' as never).mockReturnValue(10 as never);
    expect(await send(one)).toMatchObject({ status: 413, body: { error: { code: 'tooLarge' } } });
    vi.restoreAllMocks();
  });

  it('of which nobody said how large it is, is refused in words as well', async () => {
    vi.spyOn(settings.imports, 'uploadBytes', 'get' as never).mockReturnValue(100_000 as never);
    const body = new ReadableStream({
      start(controller) {
        for (let part = 0; part < 400; part++) controller.enqueue(new Uint8Array(10_000));
        controller.close();
      },
    });
    const response = await fetch(`${house.url}/api/import/cases`, {
      method: 'POST',
      headers: { authorization: `Bearer ${testImportKey}` },
      body,
      duplex: 'half',
    } as RequestInit);
    expect([response.status, await response.json()]).toMatchObject([413, { error: { code: 'tooLarge' } }]);
    vi.restoreAllMocks();
  });

  it('while another one is imported has to wait, but can be looked at', async () => {
    const slow = new TransformStream<Uint8Array, Uint8Array>();
    const writer = slow.writable.getWriter();
    const first = fetch(`${house.url}/api/import/cases`, {
      method: 'POST',
      headers: { authorization: `Bearer ${testImportKey}` },
      body: slow.readable,
      duplex: 'half',
    } as RequestInit);
    await writer.write(new TextEncoder().encode(one));
    await expect.poll(async () => (await send(one)).status).toBe(409);
    expect(await send(one, { query: '?dryRun=1' })).toMatchObject({ status: 200 });
    await writer.close();
    expect((await first).status).toBe(200);
    expect(await send(one)).toMatchObject({ status: 200 });
  });

  it('leaves nothing behind on disk', async () => {
    const before = await spooled();
    await send(one);
    await send('bad');
    expect(await spooled()).toEqual(before);
  });
});

describe('a mapping', () => {
  async function put(mapping: unknown, source = 'cases') {
    const response = await fetch(`${house.url}/api/import/${source}/mapping`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${testImportKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(mapping),
    });
    return { status: response.status, text: await response.text() };
  }

  it('is what the next file is read with', async () => {
    expect(await put({ columns: { id: 'nummer' } })).toMatchObject({ status: 204 });
    expect(await send(one)).toMatchObject({ status: 422 });
    expect(await send(one.replace('zaaknummer', 'Nummer'))).toMatchObject({ status: 200 });
    await put({});
  });

  it('that does not fit is told where, and changes nothing', async () => {
    const { status, text } = await put({ columns: { id: 7 } });
    expect([status, text]).toEqual([422, expect.stringContaining('columns.id')]);
    expect(
      await put({ websites: [{ id: 'site', name: 'Site', url: 'http://site.example' }] }, 'probe'),
    ).toMatchObject({ status: 422 });
    expect(await send(one)).toMatchObject({ status: 200 });
  });
});

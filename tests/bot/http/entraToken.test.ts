import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { importContacts } from '../../../bot/contact/importContacts.ts';
import { startZeven, type Zeven } from '../../../bot/server.ts';
import { localDay } from '../../../shared/calendar/zone.ts';
import { apiTexts } from '../../../shared/texts/api.ts';
import { testStorage } from '../../rig/azurite.ts';
import { type FakeEntra, startEntra } from '../../rig/entra.ts';
import { someCallback, someId, someRegistration } from '../registered.ts';

const waterland = '7e000000-0000-4000-8000-000000000001';
const testdam = '7e000000-0000-4000-8000-000000000002';
const stranger = '7e000000-0000-4000-8000-0000000000ff';
const appId = '7e000000-0000-4000-8000-0000000000b0';
const audience = `api://zeven.waterland.nl/${appId}`;

let entra: FakeEntra;
let zeven: Zeven;
const opened: Zeven[] = [];

beforeAll(async () => {
  entra = await startEntra(waterland, audience);
  zeven = await openZeven();
});
afterEach(() => {
  entra.trouble = 'none';
});
afterAll(async () => {
  for (const one of opened) await one.stop();
  entra.stop();
});

/** The bot as it runs in production, but for its storage. */
async function openZeven(): Promise<Zeven> {
  const started = await startZeven(
    {
      host: '127.0.0.1',
      port: 0,
      logLevel: 'silent',
      storage: { kind: 'connectionString', ...testStorage() },
      bot: { kind: 'secret', appId, tenantId: waterland, secret: 'secret' },
      tab: { kind: 'entra', audience, teamsAppId: '' },
      language: undefined,
      importFolder: undefined,
      importKeys: new Map(),
      secret: () => undefined,
      municipalities: new Map([
        [waterland, 'Gemeente Waterland'],
        [testdam, 'Gemeente Testdam'],
      ]),
    },
    { log: pino({ level: 'silent' }) },
  );
  opened.push(started);
  return started;
}

async function scorecard(authorization: string | undefined, { url } = zeven) {
  const response = await fetch(`${url}/api/scorecard`, {
    headers: authorization === undefined ? {} : { authorization },
  });
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the bot answered.
  const body: any = await response.json();
  return { status: response.status, body };
}

const withToken = async (...args: Parameters<FakeEntra['token']>) =>
  scorecard(`Bearer ${await entra.token(...args)}`);

const now = () => Math.floor(Date.now() / 1000);

describe('a token of Entra ID', () => {
  it('opens the scorecard of its own municipality', async () => {
    const { status, body } = await withToken();
    expect([status, body.municipality]).toEqual([200, 'Gemeente Waterland']);
  });

  it.each([
    ['of an administrator', { roles: ['admin'] }],
    ['with other roles and scopes as well', { roles: ['kcc', 'management'], scp: 'profile access_as_user' }],
    ['for the bare application id, as Entra may write the audience', { aud: appId }],
  ])('%s is good as well', async (_, claims) => {
    expect((await withToken(claims)).status).toBe(200);
  });

  it('opens nothing of another municipality that Zeven serves', async () => {
    const { services } = zeven;
    const today = localDay(services.now()).toString();
    await importContacts(waterland, [someRegistration({}, someId(today))], services);
    const own = await withToken();
    const other = await withToken({ tid: testdam });
    const asked = (body: typeof own.body) =>
      body.answers.map((answer: { denominator: number }) => answer.denominator);
    expect(asked(own.body)).toContain(1);
    expect(other.body.municipality).toBe('Gemeente Testdam');
    expect(asked(other.body)).toEqual(Array(11).fill(0));
    expect(other.body.computedAt).toBeNull();
  });
});

describe('what is no token to believe', () => {
  const unauthorized = { error: { code: 'unauthorized', message: apiTexts.nl.unauthorized } };

  it.each([
    ['nothing', undefined],
    ['an empty header', ''],
    ['a scheme without a token', 'Bearer '],
    ['another scheme', 'Basic bWFuYWdlbWVudDpnZWhlaW0='],
    ['garbage', 'Bearer garbage'],
    ['garbage in three parts', 'Bearer a.b.c'],
    ['two tokens', 'Bearer a.b.c d.e.f'],
  ])('is refused: %s', async (_, authorization) => {
    expect(await scorecard(authorization)).toEqual({ status: 401, body: unauthorized });
  });

  it.each([
    ['for another program', { aud: 'api://elsewhere/7e000000-0000-4000-8000-0000000000b1' }],
    ['for nobody', { aud: undefined }],
    ['that a stranger issued', { iss: 'https://login.example.com/v2.0' }],
    ['that another tenant issued', { iss: `https://login.microsoftonline.com/${testdam}/v2.0` }],
    ['of version 1', { iss: `https://sts.windows.net/${waterland}/` }],
    ['of no tenant', { tid: undefined }],
    ['that has expired', { exp: now() - 1 }],
    ['that never expires', { exp: undefined }],
    ['that is not valid yet', { nbf: now() + 60 }],
    ['of a program, not a person', { scp: undefined }],
  ])('is refused: a token %s', async (_, claims) => {
    expect(await withToken(claims)).toEqual({ status: 401, body: unauthorized });
  });

  it('is refused: a token signed by somebody else, whatever it says about its key', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    const jwk = await exportJWK(publicKey);
    for (const header of [{}, { jwk }, { kid: 'another' }, { jku: 'https://example.com/keys' }]) {
      expect(await withToken({}, { key: privateKey, header })).toEqual({ status: 401, body: unauthorized });
    }
  });

  it('is refused: a token that is not signed', async () => {
    const [, payload] = (await entra.token()).split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
    expect(await scorecard(`Bearer ${header}.${payload}.`)).toEqual({ status: 401, body: unauthorized });
  });

  it('is refused: a token signed with a shared word instead of a key', async () => {
    const token = await new SignJWT(JSON.parse(atob((await entra.token()).split('.')[1] ?? '')))
      .setProtectedHeader({ alg: 'HS256', kid: 'the-key-of-today' })
      .sign(new TextEncoder().encode('the-key-of-today'));
    expect(await scorecard(`Bearer ${token}`)).toEqual({ status: 401, body: unauthorized });
  });

  it('is refused: a token that was changed after it was signed', async () => {
    const [header, payload = '', signature] = (await entra.token({ roles: [] })).split('.');
    const claims = { ...JSON.parse(atob(payload)), roles: ['management'] };
    const changed = Buffer.from(JSON.stringify(claims)).toString('base64url');
    const { status } = await scorecard(`Bearer ${header}.${changed}.${signature}`);
    expect(status).toBe(401);
  });
});

describe('a real person who may not see the scorecard', () => {
  it.each([
    ['is of a tenant that is not served', { tid: stranger }],
    ['has no role', { roles: undefined }],
    ['has another role', { roles: ['kcc'] }],
    ['comes with a token for something else', { scp: 'openid profile' }],
    ['comes with a token for something that sounds alike', { scp: 'access_as_user_of_something' }],
  ])('is told so: who %s', async (_, claims) => {
    const { status, body } = await withToken(claims);
    expect(status).toBe(403);
    expect(body).toEqual({ error: { code: 'forbidden', message: apiTexts.nl.forbidden } });
  });
});

describe('the list of open callbacks has the same door', () => {
  async function callbacks(claims: Parameters<FakeEntra['token']>[0]) {
    const authorization = `Bearer ${await entra.token(claims)}`;
    const response = await fetch(`${zeven.url}/api/callbacks`, { headers: { authorization } });
    // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the bot answered.
    const body: any = await response.json();
    return { status: response.status, body };
  }

  it('which is open for the management of a municipality, to its own list', async () => {
    const { services } = zeven;
    const today = localDay(services.now()).toString();
    await importContacts(waterland, [someCallback(someId(today))], services);
    const own = await callbacks({});
    const other = await callbacks({ tid: testdam });
    expect([own.body.municipality, own.body.callbacks.length]).toEqual(['Gemeente Waterland', 1]);
    expect([other.body.municipality, other.body.callbacks]).toEqual(['Gemeente Testdam', []]);
  });

  it('and tells who may not come in where their own list is', async () => {
    expect(await callbacks({ roles: ['kcc'] })).toEqual({
      status: 403,
      body: { error: { code: 'forbidden', message: apiTexts.nl.forbiddenList } },
    });
    expect((await callbacks({ tid: stranger })).status).toBe(403);
  });
});

describe('how a source is read', () => {
  async function setMapping(roles: string[]): Promise<number> {
    const authorization = `Bearer ${await entra.token({ roles })}`;
    const response = await fetch(`${zeven.url}/api/import/cases/mapping`, {
      method: 'PUT',
      headers: { authorization, 'content-type': 'application/json' },
      body: '{}',
    });
    return response.status;
  }

  it('is set by an administrator alone', async () => {
    expect(await setMapping(['admin'])).toBe(204);
    expect(await setMapping(['management'])).toBe(403);
    expect(await setMapping(['kcc'])).toBe(403);
  });
});

describe('the keys of Entra ID', () => {
  it('are fetched once for many tokens', async () => {
    const fresh = await openZeven();
    const before = entra.fetched();
    const authorization = `Bearer ${await entra.token()}`;
    await Promise.all(Array.from({ length: 5 }, () => scorecard(authorization, fresh)));
    expect(entra.fetched() - before).toBe(1);
  });

  it.each(['unreachable', 'outOfOrder'] as const)(
    '%s: nobody is told to sign in again, for that would not help',
    async (trouble) => {
      const fresh = await openZeven();
      entra.trouble = trouble;
      const { status, body } = await scorecard(`Bearer ${await entra.token()}`, fresh);
      expect(status).toBe(503);
      expect(body).toEqual({ error: { code: 'unavailable', message: apiTexts.nl.unavailable } });

      entra.trouble = 'none';
      const again = await scorecard(`Bearer ${await entra.token()}`, fresh);
      expect(again.status).toBe(200);
    },
  );
});

it('a figure that cannot be read is not shown as none, and the error says nothing of its cause', async () => {
  const reading = vi.spyOn(zeven.services.store.rollups, 'readTotals');
  reading.mockRejectedValueOnce(new Error('AccountKey=secret'));
  const { status, body } = await withToken();
  expect(status).toBe(503);
  expect(body).toEqual({ error: { code: 'unavailable', message: apiTexts.nl.unavailable } });
});

it('production gives no token to a plain browser', async () => {
  const response = await fetch(`${zeven.url}/api/local/token`, { method: 'POST' });
  expect(response.status).toBe(404);
});

import { generateKeyPair } from 'jose';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startZeven, type Zeven } from '../../../bot/server.ts';
import { localDay } from '../../../shared/calendar/zone.ts';
import {
  type Activity,
  execute,
  inChat,
  message,
  person,
  type Scene,
  send,
  TENANT,
} from '../../rig/activities.ts';
import { testStorage } from '../../rig/azurite.ts';
import { type FakeBotFramework, startBotFramework } from '../../rig/botFramework.ts';
import { type FakeConnector, startConnector } from '../../rig/fakeConnector.ts';
import { someId } from '../registered.ts';

const appId = '7e000000-0000-4000-8000-0000000000b0';
const now = () => Math.floor(Date.now() / 1000);

let connector: FakeConnector;
let teams: FakeBotFramework;
let zeven: Zeven;
let kaatje: Scene;
/** What the bot logged, a line each. */
const logged: string[] = [];

beforeAll(async () => {
  // botbuilder prints the keys that it knows whenever it refuses a token.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  connector = await startConnector();
  teams = await startBotFramework(appId, connector.serviceUrl);
  kaatje = inChat(connector, person(1, 'Kaatje Contactlijn'));
  zeven = await startZeven(
    {
      host: '127.0.0.1',
      port: 0,
      logLevel: 'info',
      storage: { kind: 'connectionString', ...testStorage() },
      bot: { kind: 'secret', appId, tenantId: TENANT, secret: 'a~secret' },
      tab: { kind: 'local' },
      language: undefined,
      importFolder: undefined,
      importKeys: new Map(),
      secret: () => undefined,
      municipalities: new Map([[TENANT, 'Gemeente Testdam']]),
    },
    { log: pino({ level: 'info' }, { write: (line) => void logged.push(line) }) },
  );
});
afterAll(async () => {
  await zeven.stop();
  teams.stop();
  await connector.stop();
});

/** The click that registers a contact, with the id of that contact. */
function registering(): { activity: Activity; id: ReturnType<typeof someId> } {
  const id = someId(localDay(zeven.services.now()).toString());
  const data = {
    verb: 'registration.submit',
    id,
    outcome: 'resolved',
    correcting: false,
    channel: 'counter',
  };
  return { activity: execute(kaatje, { activityId: '1', verb: data.verb, data }), id };
}

/** Posts a registration with this header; tells whether it was kept, and how often the bot called Teams. */
async function register(authorization: string | undefined, changes: object = {}) {
  const { activity, id } = registering();
  const headers: HeadersInit = authorization === undefined ? {} : { authorization };
  const { status, body } = await send(zeven.url, { ...activity, ...changes }, headers);
  const isKept = (await zeven.services.store.contacts.read(TENANT, id)) !== undefined;
  return { status, body, isKept, calls: connector.calls.length };
}

const refused = { status: 401, body: '', isKept: false, calls: 0 };

it('an activity with a token of Teams is done', async () => {
  // Not on a card that stands somewhere: to put the receipt there takes a token of ours, from the network.
  const changes = { replyToId: undefined };
  const done = await register(`Bearer ${await teams.token()}`, changes);
  expect(done).toMatchObject({ status: 200, isKept: true });
});

describe('an activity is refused, and nothing happens,', () => {
  it.each([
    ['without a token', undefined],
    ['with an empty one', 'Bearer '],
    ['with another scheme', 'Basic emV2ZW46Z2VoZWlt'],
    ['with garbage', 'Bearer garbage'],
    ['with garbage in three parts', 'Bearer a.b.c'],
  ])('%s', async (_, authorization) => {
    expect(await register(authorization)).toEqual(refused);
  });

  it.each([
    ['is for another bot', { aud: '7e000000-0000-4000-8000-0000000000b1' }],
    ['is for no bot', { aud: undefined }],
    ['somebody else issued', { iss: 'https://login.example.com' }],
    ['came from the emulator', { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }],
    ['expired ten minutes ago', { exp: now() - 600 }],
    ['holds in ten minutes only', { nbf: now() + 600 }],
    ['was made for an answer elsewhere', { serviceurl: 'https://example.com/' }],
  ])('with a token that %s', async (_, claims) => {
    expect(await register(`Bearer ${await teams.token(claims)}`)).toEqual(refused);
  });

  it('with a token that somebody else signed, whatever it calls its key', async () => {
    const { privateKey: key } = await generateKeyPair('RS256');
    expect(await register(`Bearer ${await teams.token({}, { key })}`)).toEqual(refused);
    expect(await register(`Bearer ${await teams.token({}, { key, kid: 'unknown' })}`)).toEqual(refused);
  });

  it('with a token that is signed with the name of the bot', async () => {
    const key = new TextEncoder().encode(appId);
    expect(await register(`Bearer ${await teams.token({}, { key, alg: 'HS256' })}`)).toEqual(refused);
  });

  it('with a token that is not signed', async () => {
    const [, payload] = (await teams.token()).split('.');
    const header = Buffer.from('{"alg":"none","kid":"the-key-of-today"}').toString('base64url');
    expect(await register(`Bearer ${header}.${payload}.`)).toEqual(refused);
  });

  it('with the token of one channel and the name of another', async () => {
    for (const channelId of ['AseChannel', 'emulator', 'directline']) {
      expect(await register(`Bearer ${await teams.token()}`, { channelId })).toEqual(refused);
    }
  });

  it('with a good token and an address of the sender’s own, where the bot would send its secrets', async () => {
    const changes = { serviceUrl: 'https://example.com/' };
    expect(await register(`Bearer ${await teams.token()}`, changes)).toEqual(refused);
  });
});

it('a refusal is one line in the log, without the token', async () => {
  const token = await teams.token({ aud: 'elsewhere' });
  logged.length = 0;
  await send(zeven.url, message(kaatje, 'contact'), { authorization: `Bearer ${token}` });
  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain('without a valid token');
  expect(logged[0]).not.toContain(token.split('.')[1]);
});

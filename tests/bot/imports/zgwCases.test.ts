import { expect, it } from 'vitest';
import { zgwCases } from '../../../bot/imports/zgwCases.ts';
import { startJsonServer } from '../../rig/jsonServer.ts';
import { pulled, testNow } from './pulled.ts';
import {
  clientId,
  clientSecret,
  type FakeCase,
  type FakeOpenZaak,
  startOpenZaak,
} from './zgw/fakeOpenZaak.ts';

const types = {
  strook: {
    identificatie: 'ZT-01',
    omschrijving: 'Verkoop snippergroen',
    doorlooptijd: 'P8W',
    servicenorm: 'P30D',
  },
  kap: { identificatie: 'ZT-02', omschrijving: 'Kapvergunning', doorlooptijd: 'P8W', servicenorm: null },
  intern: { identificatie: 'ZT-90', omschrijving: 'Interne melding', doorlooptijd: 'P1D', servicenorm: null },
  vreemd: { identificatie: 'ZT-91', omschrijving: 'Parkeerkaart', doorlooptijd: 'P1D', servicenorm: null },
};

const processes = { 'ZT-01': 'strook-grond', 'interne melding': '' };

/** As the standard gives a case, with much more than is read. */
function zaak(server: FakeOpenZaak, type: string, changes: FakeCase): FakeCase {
  return {
    url: `${server.address}/zaken/api/v1/zaken/4a7a2f0e`,
    bronorganisatie: '123456782',
    omschrijving: 'Aanvraag van mevrouw Testpersoon',
    zaaktype: server.type(type),
    startdatum: '2026-04-01',
    einddatum: null,
    einddatumGepland: '2026-04-20',
    uiterlijkeEinddatumAfdoening: '2026-05-20',
    verlenging: null,
    opschorting: { indicatie: false, reden: '' },
    ...changes,
  };
}

const someCases = (server: FakeOpenZaak): FakeCase[] => [
  zaak(server, 'strook', { identificatie: 'Z1' }),
  zaak(server, 'kap', { identificatie: 'Z2', einddatum: '2026-05-01' }),
  zaak(server, 'kap', { identificatie: 'Z3', einddatum: '2026-04-30' }),
  zaak(server, 'kap', { identificatie: 'Z4', uiterlijkeEinddatumAfdoening: null }),
  zaak(server, 'strook', { identificatie: 'Z5', bronorganisatie: '999990019' }),
];

function pullFrom(server: FakeOpenZaak, mapping: object = {}, changes: object = {}) {
  const secret = (name: string) => (name === 'OPENZAAK' ? clientSecret : undefined);
  return pulled(zgwCases, { ...server.mapping, processes, ...mapping }, { secret, ...changes });
}

it('gives every open case, and what was closed since, page by page', async () => {
  const server = await startOpenZaak(someCases, types);
  const { facts, refused, records } = await pullFrom(server);
  const common = { startedOn: '2026-04-01', closedOn: undefined };
  const green = { ...common, department: 'grondzaken', process: 'strook-grond' };
  const trees = { ...common, department: 'vergunningen', process: 'kapvergunning' };
  expect(facts).toEqual([
    { ...green, id: 'Z1', dueOn: '2026-05-20' },
    { ...trees, id: 'Z4', dueOn: '2026-05-27' },
    { ...green, id: 'Z5', dueOn: '2026-05-20' },
    { ...trees, id: 'Z2', dueOn: '2026-05-20', closedOn: '2026-05-01' },
  ]);
  expect({ refused, records }).toEqual({ refused: [], records: 4 });
});

it('asks for each type of case once', async () => {
  const server = await startOpenZaak(someCases, types);
  await pullFrom(server);
  const asked = server.asked.map(({ url }) => url.pathname).filter((path) => path.includes('zaaktypen'));
  expect(asked.sort()).toEqual(['/catalogi/api/v1/zaaktypen/kap', '/catalogi/api/v1/zaaktypen/strook']);
});

it('asks for its own cases only where the case system is shared', async () => {
  const server = await startOpenZaak(someCases, types);
  const { facts } = await pullFrom(server, { bronorganisatie: '999990019' });
  expect(facts.map(({ id }) => id)).toEqual(['Z5']);
});

it('counts by the own service norm where that was promised', async () => {
  const server = await startOpenZaak(someCases, types);
  const { facts } = await pullFrom(server, { leadTime: 'servicenorm' });
  const due = facts.map(({ id, dueOn }) => [id, dueOn]);
  expect(due).toEqual([
    ['Z1', '2026-05-01'],
    ['Z4', '2026-05-27'],
    ['Z5', '2026-05-01'],
    ['Z2', '2026-05-20'],
  ]);
});

it('refuses a case that does not fit by its place, without what stands in it, and takes the rest', async () => {
  const server = await startOpenZaak(
    (at) => [
      zaak(at, 'kap', { identificatie: 'Z01', startdatum: 'binnenkort' }),
      zaak(at, 'kap', { identificatie: 'Z02', startdatum: '2026-02-30' }),
      zaak(at, 'kap', { identificatie: 'Z03', startdatum: '2026-05-16' }),
      zaak(at, 'kap', { identificatie: '' }),
      zaak(at, 'kap', { identificatie: 'Z05', zaaktype: undefined }),
      zaak(at, 'vreemd', { identificatie: 'Z06' }),
      zaak(at, 'weg', { identificatie: 'Z07' }),
      zaak(at, 'kap', { identificatie: 'Z08', uiterlijkeEinddatumAfdoening: '2026-03-31' }),
      zaak(at, 'intern', { identificatie: 'Z09' }),
      zaak(at, 'kap', { identificatie: 'Z10', verlenging: 'ja' }),
      { einddatum: null },
      zaak(at, 'kap', { identificatie: 'Z12' }),
      zaak(at, 'kap', { identificatie: 'Z13', einddatum: '2026-05-16' }),
    ],
    types,
  );
  const { facts, refused, records } = await pullFrom(server);
  expect(facts.map(({ id }) => id)).toEqual(['Z12']);
  expect(refused).toEqual([
    { line: 1, column: 'startdatum', reason: 'notADay' },
    { line: 2, column: 'startdatum', reason: 'notADay' },
    { line: 3, column: 'startdatum', reason: 'inFuture' },
    { line: 4, column: 'identificatie', reason: 'missing' },
    { line: 5, column: 'zaaktype', reason: 'missing' },
    { line: 6, column: 'zaaktype', reason: 'unknownProcess' },
    { line: 7, column: 'zaaktype', reason: 'unknownProcess' },
    { line: 8, column: 'uiterlijkeEinddatumAfdoening', reason: 'wrongOrder' },
    { line: 10, column: 'verlenging', reason: 'unknownValue' },
    { line: 11, column: 'identificatie', reason: 'missing' },
    { line: 13, column: 'einddatum', reason: 'inFuture' },
  ]);
  expect(records).toBe(13);
});

it('refuses a case of which nothing says until when it is in time', async () => {
  const timeless = { ...types.kap, doorlooptijd: 'P0D' };
  const server = await startOpenZaak(
    (at) => [zaak(at, 'kap', { identificatie: 'Z1', uiterlijkeEinddatumAfdoening: null })],
    { kap: timeless },
  );
  const { refused } = await pullFrom(server);
  expect(refused).toEqual([{ line: 1, column: 'uiterlijkeEinddatumAfdoening', reason: 'noLeadTime' }]);
});

it('goes on after a case system that was too busy for a moment', async () => {
  const server = await startOpenZaak(someCases, types);
  server.troubles.push({ status: 429, headers: { 'retry-after': '3' } });
  const waited: number[] = [];
  const { facts } = await pullFrom(server, {}, { sleep: async (ms: number) => waited.push(ms) });
  expect(facts).toHaveLength(4);
  expect(waited).toEqual([3000]);
});

it('never asks another address for the next page', async () => {
  const elsewhere = await startJsonServer(() => ({ body: { next: null, results: [] } }));
  const server = await startOpenZaak(someCases, types);
  const forged = [
    `${elsewhere.address}/zaken/api/v1/zaken?page=2`,
    server.address.replace('127.0.0.1', 'localhost'),
    `${server.address}/catalogi/api/v1/zaaktypen?page=2`,
    'file:///etc/passwd',
    'page 2',
  ];
  for (const next of forged) {
    server.next = () => next;
    await expect(pullFrom(server)).rejects.toMatchObject({ reason: 'badAnswer' });
  }
  expect(elsewhere.asked).toEqual([]);
  expect(server.asked.filter(({ url }) => url.searchParams.has('page'))).toEqual([]);
});

it('stops at a next page that it has seen', async () => {
  const server = await startOpenZaak(someCases, types);
  server.next = () => `${server.address}/zaken/api/v1/zaken?einddatum__isnull=true&page=2`;
  await expect(pullFrom(server)).rejects.toMatchObject({ reason: 'badAnswer' });
});

it('never asks another address for a type of case', async () => {
  const elsewhere = await startJsonServer(() => ({ body: types.kap }));
  const server = await startOpenZaak(
    (at) => [
      zaak(at, 'kap', {
        identificatie: 'Z1',
        zaaktype: `${elsewhere.address}/catalogi/api/v1/zaaktypen/kap`,
      }),
      zaak(at, 'kap', { identificatie: 'Z2', zaaktype: `${at.address}/catalogi/api/v1/zaaktypen/../kap` }),
    ],
    types,
  );
  const { refused } = await pullFrom(server);
  expect(refused.map(({ line, reason }) => [line, reason])).toEqual([
    [1, 'unknownProcess'],
    [2, 'unknownProcess'],
  ]);
  expect(elsewhere.asked).toEqual([]);
  expect(server.asked.filter(({ url }) => url.pathname.includes('catalogi'))).toEqual([]);
});

it('says of which address an answer is not one of a case system', async () => {
  const server = await startOpenZaak(someCases, types);
  for (const body of ['<html>', '[]', '{"results":{}}', '{"next":null,"results":[']) {
    server.troubles.push({ body });
    const host = new URL(server.address).host;
    await expect(pullFrom(server)).rejects.toMatchObject({
      reason: 'badAnswer',
      details: expect.arrayContaining([expect.stringContaining(host)]),
    });
  }
});

it('says that the client is not let in, and never what its secret is', async () => {
  const server = await startOpenZaak(someCases, types);
  const wrong = 'een-ander-geheim';
  const pulling = pullFrom(server, {}, { secret: () => wrong });
  const error: unknown = await pulling.catch((failure: unknown) => failure);
  const place = `${new URL(server.address).host}/zaken/api/v1/zaken`;
  expect(error).toMatchObject({ reason: 'unauthorized', details: [place, '403'] });
  expect(JSON.stringify(error) + String(error)).not.toContain(wrong);
});

it('says which variable should hold the secret', async () => {
  const server = await startOpenZaak(someCases, types);
  await expect(pullFrom(server, {}, { secret: () => undefined })).rejects.toMatchObject({
    reason: 'missingSecret',
    details: ['ZEVEN_SECRET_OPENZAAK'],
  });
  expect(server.asked).toEqual([]);
});

it('never puts a secret or token into an address', async () => {
  const server = await startOpenZaak(someCases, types);
  await pullFrom(server);
  const addresses = server.asked.map(({ url }) => url.href).join(' ');
  for (const secret of [clientSecret, clientId, 'eyJ']) expect(addresses).not.toContain(secret);
});

it('ends when it is told to, and says by what', async () => {
  const server = await startOpenZaak(someCases, types);
  const ending = new AbortController();
  const { answer } = server;
  server.answer = (request) => {
    ending.abort(new Error('genoeg'));
    return answer(request);
  };
  await expect(pullFrom(server, {}, { signal: ending.signal })).rejects.toThrow('genoeg');
});

it('cannot let a suspended case become too late, until it is taken up again', async () => {
  const late = { uiterlijkeEinddatumAfdoening: '2026-05-01' };
  const server = await startOpenZaak(
    (at) => [
      zaak(at, 'kap', { identificatie: 'Z1', ...late, opschorting: { indicatie: true, reden: 'x' } }),
      zaak(at, 'kap', { identificatie: 'Z2', ...late }),
    ],
    types,
  );
  const { facts } = await pullFrom(server);
  const today = testNow.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().toString();
  expect(facts.map(({ dueOn }) => dueOn)).toEqual([today, '2026-05-01']);
});

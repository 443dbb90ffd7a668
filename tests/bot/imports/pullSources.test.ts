import * as v from 'valibot';
import { expect, it } from 'vitest';
import { pullSourceCalled, pullSources } from '../../../bot/imports/pullSources.ts';

it('finds a system by what people type', () => {
  expect(pullSources.map(({ id }) => pullSourceCalled(id)?.kind)).toEqual(['cases', 'webCounts']);
  expect(pullSourceCalled('onbekend')).toBeUndefined();
});

const api = 'https://zaken.example.nl/api/v1';
const zgw = { zaken: api, catalogi: api, clientId: 'zeven', secret: 'OPENZAAK' };
const matomo = { url: 'https://stats.example.nl', idSite: 3, secret: 'MATOMO', processes: {} };

it.each([
  ['zgw', zgw],
  ['zgw', { ...zgw, bronorganisatie: '123456782', leadTime: 'servicenorm', processes: { 'ZT-1': '' } }],
  ['matomo', matomo],
  ['matomo', { ...matomo, processes: { kap: { goal: 4, countedFrom: '2026-05-01' } } }],
])('%s takes a mapping that is right', (id, mapping) => {
  expect(accepts(id, mapping)).toBe(true);
});

it.each([
  ['zgw', {}],
  ['zgw', { ...zgw, zaken: 'http://zaken.example.nl' }],
  ['zgw', { ...zgw, secret: 'mijn geheim' }],
  ['zgw', { ...zgw, proceses: {} }],
  ['zgw', { ...zgw, leadTime: 'streefdatum' }],
  ['matomo', {}],
  ['matomo', { ...matomo, idSite: '3' }],
  ['matomo', { ...matomo, processes: { kap: { goal: 4, page: 'https://www.example.nl' } } }],
  ['matomo', { ...matomo, processes: { kap: { event: { category: 'Formulier' } } } }],
  ['matomo', { ...matomo, processes: { kap: { goal: 4, countedFrom: '1 mei' } } }],
])('%s does not take one that is not: %j', (id, mapping) => {
  expect(accepts(id, mapping)).toBe(false);
});

function accepts(id: string, mapping: unknown): boolean {
  const source = pullSourceCalled(id);
  return source !== undefined && v.safeParse(source.mapping, mapping).success;
}

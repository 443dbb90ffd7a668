import * as v from 'valibot';
import { expect, it } from 'vitest';
import { WebsiteSchema } from '../../../shared/uptime/website.ts';

const site = { id: 'contact-form', name: 'Contactformulier', url: 'https://www.waterland.example/contact' };

it('a website channel that says nothing more must answer 200 within 10 seconds', () => {
  expect(v.parse(WebsiteSchema, site)).toEqual({ ...site, expectedStatus: 200, timeoutSeconds: 10 });
});

it('a website channel may say what it expects', () => {
  const full = { ...site, expectedStatus: 401, expectedText: 'DigiD', timeoutSeconds: 30 };
  expect(v.parse(WebsiteSchema, full)).toEqual(full);
});

it.each([
  ['http', { url: 'http://www.waterland.example' }],
  ['a password in the URL', { url: 'https://jan:geheim@www.waterland.example' }],
  ['a name in the URL', { url: 'https://jan@www.waterland.example' }],
  ['a URL that is none', { url: 'www.waterland.example' }],
  ['an id with spaces', { id: 'contact form' }],
  ['no name', { name: ' ' }],
  ['an empty text', { expectedText: '' }],
  ['a status that is none', { expectedStatus: 99 }],
  ['no time at all', { timeoutSeconds: 0 }],
  ['more time than a minute has room for', { timeoutSeconds: 31 }],
])('a website channel cannot have %s', (_, change) => {
  expect(v.is(WebsiteSchema, { ...site, ...change })).toBe(false);
});

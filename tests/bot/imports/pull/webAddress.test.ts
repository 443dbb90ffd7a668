import * as v from 'valibot';
import { expect, it } from 'vitest';
import { WebAddress } from '../../../../bot/imports/pull/webAddress.ts';

it('ends with a slash, so that what is asked for comes after it', () => {
  const address = v.parse(WebAddress, 'https://zaken.example.nl/zaken/api/v1');
  expect(new URL('zaken', address).href).toBe('https://zaken.example.nl/zaken/api/v1/zaken');
});

it.each([
  'http://zaken.example.nl/',
  'https://naam:wachtwoord@zaken.example.nl/',
  'https://zaken.example.nl/?token=1',
  'https://zaken.example.nl/#a',
  'ftp://zaken.example.nl/',
  'file:///etc/passwd',
  'zaken.example.nl',
  '',
])('is not "%s"', (text) => {
  expect(v.is(WebAddress, text)).toBe(false);
});

it.each(['http://127.0.0.1:8000', 'http://localhost', 'http://[::1]:80/a'])(
  'can be of this machine: %s',
  (text) => {
    expect(v.is(WebAddress, text)).toBe(true);
  },
);

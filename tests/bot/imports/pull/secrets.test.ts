import * as v from 'valibot';
import { expect, it } from 'vitest';
import { neededSecret, SecretName, secretsIn } from '../../../../bot/imports/pull/secrets.ts';

const secret = secretsIn({ ZEVEN_SECRET_OPENZAAK: 'geheim', ZEVEN_SECRET_LEEG: '', PATH: '/bin' });

it('finds a secret in its own variable of the environment only', () => {
  expect(['OPENZAAK', 'LEEG', 'PATH', 'ANDER'].map(secret)).toEqual([
    'geheim',
    undefined,
    undefined,
    undefined,
  ]);
});

it('names the variable that is not set', () => {
  expect(neededSecret(secret, 'OPENZAAK')).toBe('geheim');
  expect(() => neededSecret(secret, 'LEEG')).toThrow('missingSecret ZEVEN_SECRET_LEEG');
});

it('takes a name for a secret, not the secret itself', () => {
  const names = ['OPENZAAK', 'MATOMO_2', 'zaak', 'a1b2c3', '', 'A B', '9'];
  expect(names.filter((name) => v.is(SecretName, name))).toEqual(['OPENZAAK', 'MATOMO_2']);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { feedbackToken, isOurs, readToken } from '../../../bot/feedback/feedbackToken.ts';

const invitation = { tenant: '7e000000-0000-4000-8000-00000000000a', id: 'AAECAwQFBgcICQoLDA0ODw' };
const key = new Uint8Array(32).fill(7);
const token = feedbackToken(invitation, key);

const isAccepted = (text: string, by = key) => {
  const read = readToken(text);
  return read !== undefined && isOurs(read, by);
};

it('says again who invites and by which invitation, in 64 characters of an address', () => {
  expect(token).toMatch(/^[A-Za-z0-9_-]{64}$/);
  expect(readToken(token)).toMatchObject(invitation);
  expect(isAccepted(token)).toBe(true);
});

it('is read back by every municipality, for every invitation, and by no other key', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
  const id = bytes(16).map((random) => Buffer.from(random).toString('base64url'));
  fc.assert(
    fc.property(fc.uuid(), id, bytes(32), bytes(32), (tenant, invited, ours, theirs) => {
      fc.pre(Buffer.compare(ours, theirs) !== 0);
      const made = feedbackToken({ tenant, id: invited }, ours);
      expect(readToken(made)).toMatchObject({ tenant, id: invited });
      expect([isAccepted(made, ours), isAccepted(made, theirs)]).toEqual([true, false]);
    }),
  );
});

it('is of nobody with another key', () => {
  expect(isAccepted(token, new Uint8Array(32).fill(8))).toBe(false);
});

it('is forged when any one of its characters is another', () => {
  for (let index = 0; index < token.length; index++) {
    const other = token[index] === 'A' ? 'B' : 'A';
    expect(isAccepted(token.slice(0, index) + other + token.slice(index + 1)), `at ${index}`).toBe(false);
  }
});

it.each(['', token.slice(1), `${token}A`, `${token.slice(1)}=`, `${token.slice(1)}é`, ` ${token.slice(1)}`])(
  'is not: "%s"',
  (text) => {
    expect(readToken(text)).toBeUndefined();
  },
);

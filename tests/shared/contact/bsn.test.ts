import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsBsn } from '../../../shared/contact/bsn.ts';

describe('a BSN in a text', () => {
  it.each([
    '111222333',
    'BSN 123456782 graag bijwerken',
    'het nummer is 1234.56.782',
    '123 456 782',
    'in 2026 gemeld: 123456782',
  ])('is found in "%s"', (text) => {
    expect(containsBsn(text)).toBe(true);
  });

  it.each([
    ['fails the eleven test', '123456789'],
    ['has ten digits: a telephone number', '0612345678'],
    ['has ten digits with spaces', '06 12 34 56 78'],
    ['is all zeroes', '000000000'],
    ['is a date', '24-11-2026'],
    // 241120261 passes the eleven test, but nobody meant that.
    ['is a date and a number', '24-11-2026 1 boom, 12.34.56.78.2'],
    ['has no digits', 'Kapvergunning voor een eik'],
  ])('is not seen in what %s', (_, text) => {
    expect(containsBsn(text)).toBe(false);
  });

  it('is found wherever it stands, for every number that passes the eleven test', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.lorem(), (stem, around) => {
        const digits = String(stem).padStart(8, '0');
        const sum = [...digits].reduce((total, digit, index) => total + (9 - index) * Number(digit), 0);
        fc.pre(sum % 11 < 10);
        expect(containsBsn(`${around} ${digits}${sum % 11} ${around}`)).toBe(true);
      }),
    ));
});

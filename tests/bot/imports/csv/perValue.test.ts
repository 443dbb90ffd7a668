import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvScanner } from '../../../../bot/imports/csv/csvScanner.ts';
import { perValue } from '../../../../bot/imports/csv/perValue.ts';

/** The meanings that are found of a column, where a text means itself; and how often they were worked out. */
function meanings(column: readonly string[]): { readonly found: string[]; readonly asked: number } {
  const found: string[] = [];
  let asked = 0;
  const meaningOf = perValue((text) => {
    asked++;
    return text;
  });
  const scanner = csvScanner(
    { delimiter: ';' },
    (record) => found.push(meaningOf(record, 1)),
    () => undefined,
  );
  for (const field of column) scanner.push(Buffer.from(`1;${field}\n`));
  scanner.end();
  return { found, asked };
}

describe('what a value means', () => {
  it('is worked out once for each', () => {
    const { found, asked } = meanings([
      'Grondzaken',
      ' Vergunningen',
      '"Grondzaken"',
      '',
      'Vergunningen',
      '',
    ]);
    expect(found).toEqual(['Grondzaken', 'Vergunningen', 'Grondzaken', '', 'Vergunningen', '']);
    expect(asked).toBe(3);
  });

  it('is never that of another value, however many there are', () => {
    const values = fc.array(fc.nat({ max: 20_000 }), { minLength: 3000, maxLength: 6000, size: 'max' });
    fc.assert(
      fc.property(values, (numbers) => {
        const column = numbers.map((value) => `wachtrij ${value % 9000}`);
        expect(meanings(column).found).toEqual(column);
      }),
      { numRuns: 4 },
    );
  });

  it('tells a doubled quote from two', () => {
    expect(meanings(['"a""b"', 'a""b', '"a""b"']).found).toEqual(['a"b', 'a""b', 'a"b']);
  });
});

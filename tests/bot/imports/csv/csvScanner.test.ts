import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvOptions, csvScanner } from '../../../../bot/imports/csv/csvScanner.ts';
import { BadFile } from '../../../../shared/fact/refusal.ts';

type Delimiter = CsvOptions['delimiter'];

/** Records as their texts, refusals as `line reason`. */
function scan(content: string | Uint8Array, delimiter: Delimiter = 'detect', sizes: readonly number[] = [7]) {
  const bytes = Buffer.from(content);
  const records: string[][] = [];
  const lines: number[] = [];
  const refused: string[] = [];
  const scanner = csvScanner(
    { delimiter },
    (record) => {
      records.push(Array.from({ length: record.fieldCount }, (_, field) => record.text(field)));
      lines.push(record.line);
    },
    ({ line, reason }) => refused.push(`${line} ${reason}`),
  );
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    scanner.push(bytes.subarray(at, at + size));
    at += size;
  }
  scanner.end();
  return { records, lines, refused };
}

function badFileReason(content: string | Uint8Array, size = 1 << 16): unknown {
  try {
    return scan(content, ';', [size]);
  } catch (error) {
    return error instanceof BadFile ? error.reason : error;
  }
}

/** As a program writes a field: in quotes where it must be. */
function written(field: string, delimiter: string): string {
  const needsQuotes = [delimiter, '"', '\r', '\n'].some((character) => field.includes(character));
  return needsQuotes ? `"${field.replaceAll('"', '""')}"` : field;
}

function table(rows: readonly (readonly string[])[], delimiter: string, lineEnd: string): string {
  return rows.map((row) => row.map((field) => written(field, delimiter)).join(delimiter) + lineEnd).join('');
}

const delimiter = fc.constantFrom(';', ',', '\t', '|');
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const character = fc.constantFrom(...'ab1 ";,\t|\'=', '\n', '\r', 'é', '€', '𝒵');
const field = fc.string({ unit: character, maxLength: 6 });
const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });

describe('a file that a program wrote', () => {
  it('is read back, whatever stands in its fields and wherever its chunks end', () => {
    const rows = fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, delimiter, lineEnd, sizes, (written, separator, end, chunks) => {
        const expected = written
          .map((row) => row.map((text) => text.trim()))
          .filter((row) => row.some((text) => text !== ''));
        const { records, refused } = scan(table(written, separator, end), separator, chunks);
        expect(records).toEqual(expected);
        expect(refused).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('has its delimiter in its first line, where quoted fields do not count', () => {
    const names = fc.array(field, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(names, delimiter, (columns, separator) => {
        const header = columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(separator);
        fc.pre(columns.some((column) => column.trim() !== ''));
        const { records } = scan(`${header}\n`);
        expect(records).toEqual([columns.map((column) => column.trim())]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('any bytes', () => {
  const byte = fc.constantFrom(...Buffer.from('ab";;""\r\n\r\n '), 0xc3, 0xa9, 0x80);

  it('give the same records and refusals in one chunk and in many', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.array(byte, { maxLength: 60 }),
        sizes,
        (any, most, chunks) => {
          const bytes = Buffer.concat([Buffer.from(most), any.filter((value) => value > 0)]);
          expect(scan(bytes, 'detect', chunks)).toEqual(scan(bytes, 'detect', [1 << 16]));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('lines', () => {
  it('are counted as an editor counts them, those inside quotes too', () => {
    const { lines } = scan('a;b\r\n"1\r\n2\n3\r4";x\r\n\r\n5;6\r7;8\n9;0');
    expect(lines).toEqual([1, 2, 7, 8, 9]);
  });

  it('that say nothing are skipped', () => {
    expect(scan('\n  \na;b\n;\n" ";\t\n1;2\n\n').records).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('may begin with a byte order mark', () => {
    expect(scan('\ufeffa;b\n', 'detect', [1]).records).toEqual([['a', 'b']]);
  });
});

describe('text', () => {
  it('is UTF-8, or Windows-1252 where it is not', () => {
    const excel = Buffer.concat([
      Buffer.from('caf\u00e9;'),
      Buffer.from([0x63, 0xe9, 0x20, 0x80, 0x92, 0x3b, 0x78]),
    ]);
    expect(scan(excel, ';', [1]).records).toEqual([['café', 'cé €’', 'x']]);
  });

  it('with a byte 0 is no text', () => {
    expect(badFileReason('a;b\n1;\0\n')).toBe('notText');
    expect(badFileReason('a;b\n1;"\0"\n')).toBe('notText');
    expect(badFileReason(Buffer.from('a;b\n1;2\n', 'utf16le'))).toBe('notText');
  });

  it('past the last field is empty', () => {
    let texts: string[] = [];
    const scanner = csvScanner(
      { delimiter: ';' },
      (record) => (texts = [record.text(1), record.text(-1)]),
      () => {},
    );
    scanner.push(Buffer.from('a\n'));
    scanner.end();
    expect(texts).toEqual(['', '']);
  });
});

describe('whole numbers', () => {
  it.each([
    ['0', 0],
    [' 0042 ', 42],
    ['"7"', 7],
    ['123456789012345', 123456789012345],
    ['1234567890123456', Number.NaN],
    ['', Number.NaN],
    ['-1', Number.NaN],
    ['1,5', Number.NaN],
    ['1e3', Number.NaN],
    ['12a', Number.NaN],
  ])('%j is %j', (text, expected) => {
    const found: number[] = [];
    const scanner = csvScanner(
      { delimiter: ';' },
      (record) => found.push(record.number(1)),
      () => {},
    );
    scanner.push(Buffer.from(`x;${text}`));
    scanner.end();
    expect(found).toEqual([expected]);
  });
});

describe('quotes that do not match', () => {
  it('cost one line, not those that follow', () => {
    const { records, refused } = scan('a;b\n1;"open\n2;x\n3;"y"\n4;"z" q\n5;6\n7;"end');
    expect(records).toEqual([
      ['a', 'b'],
      ['2', 'x'],
      ['3', 'y'],
      ['5', '6'],
    ]);
    expect(refused).toEqual(['2 openQuote', '5 openQuote', '7 openQuote']);
  });

  it('inside a field are part of it', () => {
    expect(scan('5" buis;ab"c"\n').records).toEqual([['5" buis', 'ab"c"']]);
  });

  it('far apart keep no more in memory than the longest record, and the lines between are read', () => {
    const row = `${'x'.repeat(1000)};1\n`;
    const { records, refused } = scan(`a;b\n1;"open\n${row.repeat(1200)}`, ';', [1 << 16]);
    expect(refused).toEqual(['2 openQuote']);
    expect(records).toHaveLength(1201);
  });

  it('on every line end in a bad file, not in hours of reading', () => {
    // Opens on each line, and is not closed by the next, which is again open at its end.
    expect(badFileReason(`${'a""";"b\n'.repeat(50_000)}`)).toBe('otherFormat');
  });
});

describe('a line', () => {
  const limit = 2 ** 20;

  it('of 1 MiB is read, however many fields it has', () => {
    expect(scan('x;'.repeat(limit / 2), ';', [1 << 16]).records[0]).toHaveLength(limit / 2 + 1);
  });

  it.each([1 << 10, 1 << 22])('of more is no table (in chunks of %i)', (size) => {
    expect(badFileReason(`a;b\n${'x'.repeat(limit + 1)}`, size)).toBe('lineTooLong');
    expect(badFileReason(`a;b\n${'x'.repeat(limit + 1)}\n1;2\n`, size)).toBe('lineTooLong');
  });
});

import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { FileSource } from '../../../bot/imports/source.ts';
import { fileSources } from '../../../bot/imports/sources.ts';
import { columnsOf, factsOf } from '../../../bot/store/factRows.ts';
import type { FactKind, FactOf } from '../../../shared/fact/factKind.ts';
import { BadFile } from '../../../shared/fact/refusal.ts';
import { testMunicipality } from '../../shared/municipality.ts';
import { importedAt } from './readFacts.ts';
import { sampled, sampleMapping, sampleOf } from './samples.ts';

const each = fileSources.map((source) => ({ id: source.id, source, sample: sampleOf(source) }));

interface Reading {
  readonly facts: FactOf[FactKind][];
  readonly refused: string[];
  readonly records: number;
}

/** All of a file that comes in pieces of so many bytes; or why it is none. */
async function read(source: FileSource, content: Uint8Array, pieceSize: number): Promise<Reading | string> {
  const context = {
    mapping: v.parse(source.mapping, sampleMapping(source)),
    municipality: testMunicipality,
    now: importedAt,
  };
  const reading: Reading & { records: number } = { facts: [], refused: [], records: 0 };
  try {
    for await (const part of source.read(inPieces(content, pieceSize), context)) {
      reading.facts.push(...part.facts);
      reading.refused.push(...part.refused.map(({ line, column, reason }) => `${line} ${column} ${reason}`));
      reading.records += part.records;
    }
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    return error.message;
  }
  return reading;
}

async function* inPieces(content: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

it('every source has a sample, and every sample a source', () => {
  expect(fileSources.map(({ id }) => id).filter((id) => !sampled.includes(id))).toEqual([]);
  expect(sampled.filter((id) => !fileSources.some((source) => source.id === id))).toEqual([]);
});

it.each(each)('the sample of $id is read to the last record', async ({ source, sample }) => {
  const reading = await read(source, sample, 50);
  expect(reading).toMatchObject({ refused: [] });
  expect(reading).not.toMatchObject({ facts: [] });
});

/** What spoils a file: each takes some bytes out at a place and puts others there. */
const spoiling = fc.record({
  /** From the start of the file to its end. */
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  takeOut: fc.oneof(fc.nat(3), fc.nat(200)),
  putIn: fc.oneof(
    fc.constantFrom(
      ...['"', '""', '";', '\n"', '\r', '\r\n', ';', ',', '\t', '|', '=', '-', ' '].map(latin1),
    ),
    fc.constantFrom(
      ...['99999999999999999999', '1e308', '-0', 'NaN', '0000-00-00', '31-02-2026'].map(latin1),
    ),
    // NUL, half a UTF-8 character, a byte order mark of UTF-16 and of UTF-8.
    fc.constantFrom(...['\0', '\xc3', '\xff\xfe', '\xef\xbb\xbf', '\x80\x80', '\xed\xa0\x80'].map(latin1)),
    fc.constantFrom(latin1('x'.repeat(70_000)), latin1('";"'.repeat(20_000)), latin1('"'.repeat(3_001))),
    fc.uint8Array({ maxLength: 8 }),
  ),
});

/** A valid file that was spoilt here and there, was cut off, or is in another encoding; or no such file at all. */
function spoilt(sample: Buffer): fc.Arbitrary<Uint8Array> {
  const changed = fc
    .array(spoiling, { minLength: 1, maxLength: 4 })
    .map((spots) => spots.reduce(spoil, sample));
  const flipped = fc
    .tuple(fc.nat(sample.length - 1), fc.nat(7))
    .map(([at, bit]) =>
      spoil(sample, { at: at / sample.length, takeOut: 1, putIn: [(sample[at] ?? 0) ^ (1 << bit)] }),
    );
  const cut = fc.nat(sample.length).map((length) => sample.subarray(0, length));
  const other = fc.constantFrom(
    Buffer.from(sample.toString(), 'utf16le'),
    Buffer.from(sample.toString(), 'latin1'),
  );
  return fc.oneof(changed, changed, flipped, cut, other, fc.uint8Array({ maxLength: 300 }));
}

function spoil(
  content: Uint8Array,
  { at, takeOut, putIn }: { at: number; takeOut: number; putIn: Iterable<number> },
) {
  const place = Math.floor(at * content.length);
  return Buffer.concat([
    content.subarray(0, place),
    Buffer.from([...putIn]),
    content.subarray(place + takeOut),
  ]);
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

describe('a spoilt file', () => {
  it.each(each)('of $id is no such file, or gives facts as they can be kept', async ({ source, sample }) => {
    await fc.assert(
      fc.asyncProperty(spoilt(sample), fc.integer({ min: 7, max: 200 }), async (content, pieceSize) => {
        const reading = await read(source, content, content.length);
        expect(await read(source, content, content.length > 9_999 ? 4_096 : pieceSize)).toEqual(reading);
        if (typeof reading === 'string') return;
        const { kind } = source;
        expect(factsOf(kind, JSON.parse(JSON.stringify(columnsOf(kind, reading.facts))))).toEqual(
          reading.facts,
        );
        for (const fact of reading.facts) expectDays(fact);
        expect(reading.refused.length).toBeLessThanOrEqual(reading.records);
      }),
      { numRuns: 40 },
    );
  });
});

/** Azure Tables would take nothing of a day that is none. */
function expectDays(fact: FactOf[FactKind]): void {
  for (const [name, value] of Object.entries(fact)) {
    if (name === 'day' || (name.endsWith('On') && value !== undefined))
      expect(value).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
}

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilsonInterval } from '../../../shared/kpi/wilson.ts';

test.each([
  // R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3 (score, no continuity correction).
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
  // Wilson's formula worked out apart.
  [0, 10, 0, 0.2775],
  [1, 10, 0.0179, 0.4042],
  [5, 10, 0.2366, 0.7634],
  [10, 10, 0.7225, 1],
])('%i of %i has the interval of the literature', (hits, total, low, high) => {
  const interval = wilsonInterval(hits, total);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

const anyShare = fc
  .integer({ min: 1, max: 5_000_000 })
  .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));

test('the share lies in its interval, and the interval within 0 and 1', () =>
  fc.assert(
    fc.property(anyShare, ([hits, total]) => {
      const { low, high } = wilsonInterval(hits, total);
      expect(0 <= low && low <= hits / total && hits / total <= high && high <= 1).toBe(true);
      expect(low < high).toBe(true);
    }),
  ));

test('the interval of the misses mirrors that of the hits', () =>
  fc.assert(
    fc.property(anyShare, ([hits, total]) => {
      const { low, high } = wilsonInterval(hits, total);
      const mirrored = wilsonInterval(total - hits, total);
      expect(mirrored.low).toBeCloseTo(1 - high, 12);
      expect(mirrored.high).toBeCloseTo(1 - low, 12);
    }),
  ));

test('the same share of ten times as many measurements has a narrower interval', () =>
  fc.assert(
    fc.property(anyShare, ([hits, total]) => {
      const few = wilsonInterval(hits, total);
      const many = wilsonInterval(10 * hits, 10 * total);
      expect(many.high - many.low).toBeLessThan(few.high - few.low);
    }),
  ));

test.each([
  [1, 0],
  [0, 0],
  [11, 10],
  [-1, 10],
  [Number.NaN, 10],
])('%d of %d is refused: it is not a share', (hits, total) => {
  expect(() => wilsonInterval(hits, total)).toThrow(RangeError);
});

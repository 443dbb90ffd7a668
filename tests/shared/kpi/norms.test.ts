import { expect, test } from 'vitest';
import { kpiIds } from '../../../shared/kpi/kpi.ts';
import { defaultNorms, meets, type Norms, normOn } from '../../../shared/kpi/norms.ts';
import type { Norm } from '../../../shared/kpi/scorecard.ts';

test('the eleven norms of the service strategy hold from 2026', () => {
  const norms = kpiIds.map((id) => {
    const { comparison, target, from } = normOn(defaultNorms, id, '2026-01-01');
    return [id, comparison, target, from];
  });
  expect(norms).toEqual([
    ['uptime', 'atLeast', 0.99, '2026-01-01'],
    ['onlineShare', 'moreThan', 0.75, '2026-01-01'],
    ['serviceLevel', 'atLeast', 0.9, '2026-01-01'],
    ['firstResponse', 'atMost', 5, '2026-01-01'],
    ['transferReach', 'moreThan', 0.9, '2026-01-01'],
    ['callbackOnTime', 'atLeast', 0.95, '2026-01-01'],
    ['callDuration', 'atMost', 300, '2026-01-01'],
    ['firstTimeRight', 'moreThan', 0.95, '2026-01-01'],
    ['casesOnTime', 'moreThan', 0.95, '2026-01-01'],
    ['rating', 'atLeast', 7, '2026-01-01'],
    ['lowRatings', 'lessThan', 0.05, '2026-01-01'],
  ]);
});

test.each([
  ['atLeast', 0.95, [false, true, true]],
  ['moreThan', 0.95, [false, false, true]],
  ['atMost', 0.95, [true, true, false]],
  ['lessThan', 0.95, [true, false, false]],
] as const)('%s: below, at and above the target', (comparison, target, expected) => {
  const norm = { comparison, target, from: '2026-01-01' };
  expect([94 / 100, 95 / 100, 96 / 100].map((value) => meets(norm, value))).toEqual(expected);
});

test('exactly at the target is never lost to rounding, however many measurements there are', () => {
  for (const percent of [75, 90, 95, 99]) {
    const target = percent / 100;
    for (let scale = 1; scale <= 20_000; scale += 7) {
      const value = (percent * scale) / (100 * scale);
      expect(meets({ comparison: 'atLeast', target, from: '2026-01-01' }, value)).toBe(true);
      expect(meets({ comparison: 'moreThan', target, from: '2026-01-01' }, value)).toBe(false);
    }
  }
});

test('an old month keeps the norm of its day', () => {
  const first: Norm = { comparison: 'atLeast', target: 0.8, from: '2026-01-01' };
  const second: Norm = { comparison: 'atLeast', target: 0.9, from: '2026-07-01' };
  const third: Norm = { comparison: 'atLeast', target: 0.95, from: '2027-01-01' };
  const norms: Norms = { ...defaultNorms, callbackOnTime: [second, third, first] };
  const targetOn = (day: string) => normOn(norms, 'callbackOnTime', day).target;
  expect(targetOn('2026-06-30')).toBe(0.8);
  expect(targetOn('2026-07-01')).toBe(0.9);
  expect(targetOn('2026-12-31')).toBe(0.9);
  expect(targetOn('2031-05-01')).toBe(0.95);
  expect(targetOn('2024-05-01')).toBe(0.8);
});

test('a norm that is corrected on the day it starts holds as corrected', () => {
  const typo: Norm = { comparison: 'atLeast', target: 9.5, from: '2026-07-01' };
  const norms: Norms = { ...defaultNorms, callbackOnTime: [typo, { ...typo, target: 0.95 }] };
  expect(normOn(norms, 'callbackOnTime', '2026-07-01').target).toBe(0.95);
});

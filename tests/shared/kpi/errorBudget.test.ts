import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorBudget } from '../../../shared/kpi/errorBudget.ts';
import { meets } from '../../../shared/kpi/norms.ts';
import type { Norm } from '../../../shared/kpi/scorecard.ts';

const norm = (comparison: Norm['comparison'], target: number): Norm => ({
  comparison,
  target,
  from: '2026-01-01',
});
const budgetOf = (of: Norm, numerator: number, denominator: number) =>
  errorBudget(of, { numerator, denominator });

describe('at least 95%', () => {
  test.each([
    ['all 18 on time: the next may not be late', 18, 18, 0],
    ['all 19 on time: one may be late, 19 of 20', 19, 19, 1],
    ['all 38 on time: two may be late, 38 of 40', 38, 38, 2],
    ['95 of 100: on the norm, nothing left', 95, 100, 0],
    ['97 of 100: two may be late, 97 of 102', 97, 100, 2],
    ['94 of 100: one too many was late', 94, 100, -1],
    ['90 of 100: five too many were late', 90, 100, -5],
    ['none of 3: all three should have been on time', 0, 3, -3],
  ])('%s', (_what, numerator, denominator, budget) => {
    expect(budgetOf(norm('atLeast', 0.95), numerator, denominator)).toBe(budget);
  });
});

test('more than 95%: exactly 95% is lost, so one fewer may miss', () => {
  expect(budgetOf(norm('moreThan', 0.95), 38, 38)).toBe(1);
  expect(budgetOf(norm('moreThan', 0.95), 95, 100)).toBe(-1);
});

describe('below 5%, where a low rating is the miss', () => {
  test.each([
    ['none of 100: five more may be low, 5 of 105', 0, 100, 5],
    ['2 of 100: three more may be low, 5 of 103', 2, 100, 3],
    ['exactly 5 of 100: one too many', 5, 100, -1],
    ['10 of 100: six too many', 10, 100, -6],
  ])('%s', (_what, numerator, denominator, budget) => {
    expect(budgetOf(norm('lessThan', 0.05), numerator, denominator)).toBe(budget);
  });

  test('at most 5%: exactly 5% still holds', () => {
    expect(budgetOf(norm('atMost', 0.05), 5, 100)).toBe(0);
  });
});

test('a norm of 100% has no room at all', () => {
  expect(budgetOf(norm('atLeast', 1), 50, 50)).toBe(0);
  expect(budgetOf(norm('atLeast', 1), 49, 50)).toBe(-1);
});

test('a norm that nothing can lose has no budget to speak of', () => {
  expect(budgetOf(norm('atLeast', 0), 0, 50)).toBeNull();
  expect(budgetOf(norm('atMost', 1), 50, 50)).toBeNull();
});

test('a norm that nothing can reach is below zero, also without a single miss', () => {
  expect(budgetOf(norm('moreThan', 1), 50, 50)).toBe(-1);
  expect(budgetOf(norm('lessThan', 0), 0, 50)).toBe(-1);
});

const anyNorm = fc
  .tuple(
    fc.constantFrom<Norm['comparison']>('atLeast', 'moreThan', 'atMost', 'lessThan'),
    fc.integer({ min: 1, max: 99 }),
  )
  .map(([comparison, percent]) => norm(comparison, percent / 100));
const anyShare = fc
  .integer({ min: 1, max: 300_000 })
  .chain((denominator) =>
    fc.record({ numerator: fc.integer({ min: 0, max: denominator }), denominator: fc.constant(denominator) }),
  );

test('the law of the budget: so many misses keep the norm, one more loses it; or so many mend it, and no fewer', () =>
  fc.assert(
    fc.property(anyNorm, anyShare, (of, share) => {
      const high = of.comparison === 'atLeast' || of.comparison === 'moreThan';
      const holds = ({ missed = 0, mended = 0 }) => {
        const hits = share.numerator + (high ? mended : missed - mended);
        return meets(of, hits / (share.denominator + missed));
      };
      const budget = errorBudget(of, share) ?? Number.NaN;
      expect(budget >= 0).toBe(holds({}));
      expect(holds(budget >= 0 ? { missed: budget } : { mended: -budget })).toBe(true);
      expect(holds(budget >= 0 ? { missed: budget + 1 } : { mended: -budget - 1 })).toBe(false);
    }),
    { numRuns: 500 },
  ));

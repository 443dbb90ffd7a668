import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { answerKpi, fewestMeasurements } from '../../../shared/kpi/answer.ts';
import { type KpiId, kpiIds } from '../../../shared/kpi/kpi.ts';
import { defaultNorms, normOn } from '../../../shared/kpi/norms.ts';
import { ScorecardSchema } from '../../../shared/kpi/scorecard.ts';

const coverage = { measured: 15, expected: 20 };

function answer(id: KpiId, numerator: number, denominator: number) {
  return answerKpi({ id, norm: normOn(defaultNorms, id, '2026-01-01'), numerator, denominator, coverage });
}

const statusOf = (id: KpiId, numerator: number, denominator: number) =>
  answer(id, numerator, denominator).status;

test('an answer is never a bare number', () => {
  expect(answer('callbackOnTime', 97, 100)).toEqual({
    id: 'callbackOnTime',
    value: 0.97,
    norm: { comparison: 'atLeast', target: 0.95, from: '2026-01-01' },
    numerator: 97,
    denominator: 100,
    coverage,
    interval: { low: expect.closeTo(0.9155, 4), high: expect.closeTo(0.9897, 4) },
    errorBudget: 2,
    status: 'atRisk',
  });
});

test.each(kpiIds)('%s without data is noData: not 0, and neither met nor missed', (id) => {
  const { value, interval, errorBudget, status } = answer(id, 0, 0);
  expect({ value, interval, errorBudget, status }).toEqual({
    value: null,
    interval: null,
    errorBudget: null,
    status: 'noData',
  });
});

test.each(kpiIds)('%s says nothing of fewer than ten measurements, however good or bad they are', (id) => {
  const few = fewestMeasurements - 1;
  expect(fewestMeasurements).toBe(10);
  expect(statusOf(id, few, few)).toBe('tooFew');
  expect(statusOf(id, 0, few)).toBe('tooFew');
  expect(statusOf(id, 0, fewestMeasurements)).not.toBe('tooFew');
});

describe('a share that must be high', () => {
  test.each([
    ['is missed below the norm', 94, 100, 'missed'],
    ['is at risk on the norm, with nothing left to miss', 95, 100, 'atRisk'],
    ['is at risk while its interval still crosses the norm', 20, 20, 'atRisk'],
    ['is met when its interval is clear of the norm', 100, 100, 'met'],
    ['is met with many measurements and budget left', 98_000, 100_000, 'met'],
    ['is at risk when many measurements have used nearly all budget', 95_500, 100_000, 'atRisk'],
  ])('%s', (_what, numerator, denominator, status) => {
    expect(statusOf('callbackOnTime', numerator, denominator)).toBe(status);
  });

  test('is missed at 95% where the norm says more than 95%', () => {
    expect(statusOf('firstTimeRight', 950, 1000)).toBe('missed');
  });
});

describe('low ratings, a share that must stay low', () => {
  test.each([
    ['are met when there are none of 100', 0, 100, 'met'],
    ['are at risk when there are none, but of 20 only', 0, 20, 'atRisk'],
    ['are at risk while the interval crosses the norm', 3, 100, 'atRisk'],
    ['are missed at exactly 5%', 5, 100, 'missed'],
    ['are missed when all ratings are low', 100, 100, 'missed'],
  ])('%s', (_what, numerator, denominator, status) => {
    expect(statusOf('lowRatings', numerator, denominator)).toBe(status);
  });
});

describe('a mean is met or missed, without interval and budget', () => {
  test.each([
    ['callDuration', 30_000, 100, 'met'],
    ['callDuration', 30_001, 100, 'missed'],
    ['firstResponse', 500, 100, 'met'],
    ['firstResponse', 501, 100, 'missed'],
    ['rating', 700, 100, 'met'],
    ['rating', 699, 100, 'missed'],
  ] as const)('%s of %i over %i is %s', (id, numerator, denominator, status) => {
    expect(answer(id, numerator, denominator)).toMatchObject({ status, interval: null, errorBudget: null });
  });
});

test('more hits than measurements is a fault upstream, not an answer', () => {
  expect(() => answer('callbackOnTime', 11, 10)).toThrow(RangeError);
});

test('every answer fits the contract with the tab', () =>
  fc.assert(
    fc.property(fc.nat(500_000), fc.nat(500_000), (one, other) => {
      const [numerator, denominator] = one < other ? [one, other] : [other, one];
      const compared = { numerator, denominator: denominator || 1, value: numerator / (denominator || 1) };
      const more = { lastMeasured: null, missing: ['2026-01-02'], before: compared, yearAgo: null };
      const answers = kpiIds.map((id) => ({ ...answer(id, numerator, denominator), ...more }));
      const scorecard = {
        period: { kind: 'month', name: '2026-01', first: '2026-01-01', last: '2026-01-31' },
        department: null,
        process: { id: 'woz', name: 'WOZ-waarde' },
        municipality: 'Waterland',
        computedAt: null,
        answers,
        scores: null,
      };
      expect(v.parse(ScorecardSchema, scorecard)).toEqual(scorecard);
    }),
  ));

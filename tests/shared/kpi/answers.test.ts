import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import { defaultRules } from '../../../shared/calendar/rules.ts';
import { answersOf } from '../../../shared/kpi/answers.ts';
import { kpiIds } from '../../../shared/kpi/kpi.ts';
import type { Measurement } from '../../../shared/kpi/measurement.ts';
import { defaultNorms, type Norms } from '../../../shared/kpi/norms.ts';
import { monthPeriod } from '../../../shared/kpi/period.ts';
import type { KpiAnswer } from '../../../shared/kpi/scorecard.ts';
import { totalsOf } from '../../../shared/kpi/totals.ts';

const calendar = createCalendar(defaultRules);

interface Asked {
  readonly month?: string;
  readonly today?: string;
  readonly norms?: Norms;
}

function scorecard(measurements: readonly Measurement[], asked: Asked = {}): KpiAnswer[] {
  const { month = '2026-04', today = '2026-12-31', norms = defaultNorms } = asked;
  return answersOf({
    period: monthPeriod(Temporal.PlainYearMonth.from(month)),
    months: [totalsOf(month, measurements)],
    filter: { department: undefined, process: undefined },
    calendar,
    today: Temporal.PlainDate.from(today),
    norms,
  });
}

function callbacks(
  day: string,
  numerator: number,
  denominator: number,
  department = 'grondzaken',
): Measurement {
  return {
    source: 'registrations',
    day,
    department,
    process: '',
    kpi: 'callbackOnTime',
    numerator,
    denominator,
  };
}

function callbackAnswer(measurements: readonly Measurement[], asked?: Asked): KpiAnswer | undefined {
  return scorecard(measurements, asked).find(({ id }) => id === 'callbackOnTime');
}

test('a month without a single measurement has eleven answers, in order, and none of them is 0 or green', () => {
  const answers = scorecard([]);
  expect(answers.map(({ id }) => id)).toEqual(kpiIds);
  for (const { value, status } of answers)
    expect({ value, status }).toEqual({ value: null, status: 'noData' });
});

test('departments, processes and days are summed, not averaged', () => {
  const answer = callbackAnswer([
    callbacks('2026-04-01', 1, 1, 'burgerzaken'),
    callbacks('2026-04-01', 70, 90, 'grondzaken'),
    callbacks('2026-04-02', 9, 9, 'burgerzaken'),
  ]);
  expect(answer).toMatchObject({ numerator: 80, denominator: 100, value: 0.8 });
});

describe('coverage', () => {
  const onEveryDayOf = (month: string) =>
    Array.from({ length: 30 }, (_, index) =>
      callbacks(`${month}-${String(index + 1).padStart(2, '0')}`, 5, 5),
    );

  test('of April 2026 is out of its 20 working days, Easter Monday and King\u2019s Day left out', () => {
    const answer = callbackAnswer([callbacks('2026-04-01', 5, 5), callbacks('2026-04-02', 5, 5)]);
    expect(answer?.coverage).toEqual({ measured: 2, expected: 20 });
  });

  test('counts a day once, however many departments have data on it', () => {
    const answer = callbackAnswer([callbacks('2026-04-01', 5, 5, 'a'), callbacks('2026-04-01', 5, 5, 'b')]);
    expect(answer?.coverage.measured).toBe(1);
  });

  test('is never more than full: data on a closed day counts in the sum only', () => {
    const answer = callbackAnswer(onEveryDayOf('2026-04'));
    expect(answer).toMatchObject({ coverage: { measured: 20, expected: 20 }, denominator: 150 });
  });

  test('expects nothing of the days after today, and something of today', () => {
    const coverageOn = (today: string) => callbackAnswer(onEveryDayOf('2026-04'), { today })?.coverage;
    expect(coverageOn('2026-04-03')).toEqual({ measured: 3, expected: 3 });
    expect(coverageOn('2026-04-06')).toEqual({ measured: 3, expected: 3 });
    expect(coverageOn('2026-04-07')).toEqual({ measured: 4, expected: 4 });
    expect(coverageOn('2026-03-31')).toEqual({ measured: 0, expected: 0 });
    expect(coverageOn('2027-01-01')).toEqual({ measured: 20, expected: 20 });
  });

  test('of a day on which nothing was measured is not data', () => {
    expect(callbackAnswer([callbacks('2026-04-01', 0, 0)])?.coverage.measured).toBe(0);
  });
});

test('an old month keeps its norm, and a norm that changes halfway counts from the next month', () => {
  const norms: Norms = {
    ...defaultNorms,
    callbackOnTime: [
      ...defaultNorms.callbackOnTime,
      { comparison: 'atLeast', target: 0.8, from: '2026-04-15' },
    ],
  };
  const of = (month: string) => callbackAnswer([callbacks(`${month}-20`, 90, 100)], { month, norms });
  expect(of('2026-03')).toMatchObject({ norm: { target: 0.95 }, status: 'missed' });
  expect(of('2026-04')).toMatchObject({ norm: { target: 0.95 }, status: 'missed' });
  expect(of('2026-05')).toMatchObject({ norm: { target: 0.8 }, status: 'met' });
});

const anyMeasurement: fc.Arbitrary<Measurement> = fc
  .record({
    source: fc.constant('probes' as const),
    day: fc.integer({ min: 1, max: 30 }).map((day) => `2026-04-${String(day).padStart(2, '0')}`),
    department: fc.constantFrom('burgerzaken', 'grondzaken', 'kcc'),
    process: fc.constantFrom('', 'grondstrook', 'paspoort'),
    kpi: fc.constantFrom(...kpiIds),
    numerator: fc.nat(1000),
    misses: fc.nat(1000),
  })
  .map(({ misses, ...rest }) => ({ ...rest, denominator: rest.numerator + misses }));
const manyMeasurements = fc.array(anyMeasurement, { maxLength: 200 });

test('the order of the measurements does not matter', () =>
  fc.assert(
    fc.property(
      manyMeasurements.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      ([all, shuffled]) => {
        expect(scorecard(shuffled)).toEqual(scorecard(all));
      },
    ),
  ));

test('every department apart adds up to the whole', () =>
  fc.assert(
    fc.property(manyMeasurements, (all) => {
      const parts = ['burgerzaken', 'grondzaken', 'kcc'].map((department) =>
        scorecard(all.filter((measurement) => measurement.department === department)),
      );
      for (const [index, whole] of scorecard(all).entries()) {
        const sum = (of: 'numerator' | 'denominator') =>
          parts.reduce((total, part) => total + (part[index]?.[of] ?? 0), 0);
        expect([sum('numerator'), sum('denominator')]).toEqual([whole.numerator, whole.denominator]);
      }
    }),
  ));

test('a value lies in its interval, and measured days within the expected ones', () =>
  fc.assert(
    fc.property(manyMeasurements, (all) => {
      for (const { value, interval, coverage } of scorecard(all)) {
        expect(coverage.measured).toBeLessThanOrEqual(coverage.expected);
        if (value === null || interval === null) continue;
        expect(interval.low <= value && value <= interval.high).toBe(true);
      }
    }),
  ));

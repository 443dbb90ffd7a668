import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, test } from 'vitest';
import {
  monthsOf,
  type Period,
  parsePeriod,
  periodBefore,
  periodName,
  yearBefore,
} from '../../../shared/kpi/period.ts';

const today = Temporal.PlainDate.from('2026-11-25');

function period(name: string): Period {
  const parsed = parsePeriod(name, today);
  return parsed ?? expect.fail(`${name} is a period`);
}

const span = ({ first, last }: Period) => `${first} ${last}`;

test.each([
  ['2026-11-25', 'day', '2026-11-25 2026-11-25', '2026-11-24 2026-11-24', '2025-11-26 2025-11-26'],
  ['2026-W48', 'week', '2026-11-23 2026-11-29', '2026-11-16 2026-11-22', '2025-11-24 2025-11-30'],
  ['2026-W01', 'week', '2025-12-29 2026-01-04', '2025-12-22 2025-12-28', '2024-12-30 2025-01-05'],
  ['2020-W53', 'week', '2020-12-28 2021-01-03', '2020-12-21 2020-12-27', '2019-12-30 2020-01-05'],
  ['2026-03', 'month', '2026-03-01 2026-03-31', '2026-02-01 2026-02-28', '2025-03-01 2025-03-31'],
  ['2024-02', 'month', '2024-02-01 2024-02-29', '2024-01-01 2024-01-31', '2023-02-01 2023-02-28'],
  ['2026-Q1', 'quarter', '2026-01-01 2026-03-31', '2025-10-01 2025-12-31', '2025-01-01 2025-03-31'],
  ['2026', 'yearToDate', '2026-01-01 2026-11-25', '2025-01-01 2025-11-25', '2025-01-01 2025-11-25'],
  ['2025', 'yearToDate', '2025-01-01 2025-12-31', '2024-01-01 2024-12-31', '2024-01-01 2024-12-31'],
  ['12m-2026-11', 'twelveMonths', '2025-12-01 2026-11-30', '2024-12-01 2025-11-30', '2024-12-01 2025-11-30'],
])('%s is a %s, with what it is compared with', (name, kind, days, before, yearAgo) => {
  const parsed = period(name);
  expect([parsed.kind, span(parsed)]).toEqual([kind, days]);
  expect(span(periodBefore(parsed))).toBe(before);
  expect(span(yearBefore(parsed))).toBe(yearAgo);
  expect(periodName(parsed)).toBe(name);
});

test.each([
  '2026-W00',
  '2025-W53',
  '2025-W54',
  '2026-Q0',
  '2026-00',
  '2026-02-29',
  '12m-2026',
  '26',
  '-2026',
  '',
])('%s is no period', (name) => expect(parsePeriod(name, today)).toBeUndefined());

describe('months', () => {
  it('of a period are all that it touches', () => {
    expect(monthsOf(period('2026-W01'))).toEqual(['2025-12', '2026-01']);
    expect(monthsOf(period('2026-Q4'))).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(monthsOf(period('12m-2026-11'))).toHaveLength(12);
  });
});

test('any day is in the week of its name, and weeks follow each other', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
      const day = Temporal.PlainDate.from('2000-01-01').add({ days });
      const monday = day.subtract({ days: day.dayOfWeek - 1 });
      const week: Period = { kind: 'week', first: monday, last: monday.add({ days: 6 }) };
      expect(span(period(periodName(week)))).toBe(span(week));
      expect(span(period(periodName(periodBefore(week))))).toBe(span(periodBefore(week)));
    }),
  ));

import { Temporal } from 'temporal-polyfill';
import { expect, it, test } from 'vitest';
import { parsePeriod } from '../../../shared/kpi/period.ts';
import {
  localDaysText,
  localDayText,
  periodBeforeText,
  periodText,
} from '../../../shared/texts/periodText.ts';

test.each([
  ['2026-11-25', 'woensdag 25 november 2026', 'Wednesday 25 November 2026'],
  ['2026-W48', 'week 48 van 2026', 'week 48 of 2026'],
  ['2026-W01', 'week 1 van 2026', 'week 1 of 2026'],
  ['2026-11', 'november 2026', 'November 2026'],
  ['2026-Q4', 'vierde kwartaal van 2026', 'fourth quarter of 2026'],
  ['2026', '2026 tot nu toe', '2026 to date'],
  ['2025', '2025', '2025'],
  ['12m-2026-11', '12 maanden tot en met november 2026', '12 months up to and including November 2026'],
])('%s reads as "%s"', (name, dutch, english) => {
  const period = shown(name);
  expect([periodText(period, 'nl'), periodText(period, 'en')]).toEqual([dutch, english]);
});

test.each([
  ['2026-11-25', 'op dinsdag 24 november', 'on Tuesday 24 November'],
  ['2026-W48', 'in week 47', 'in week 47'],
  // 2026 begins on a Thursday and so has 53 weeks; 2024 has 52.
  ['2027-W01', 'in week 53', 'in week 53'],
  ['2025-W01', 'in week 52', 'in week 52'],
  ['2026-W02', 'in week 1', 'in week 1'],
  ['2026-11', 'in oktober', 'in October'],
  ['2026-01', 'in december', 'in December'],
  ['2026-Q4', 'in het derde kwartaal', 'in the third quarter'],
  ['2026-Q1', 'in het vierde kwartaal', 'in the fourth quarter'],
  ['2026', 'in dezelfde periode van 2025', 'in the same period of 2025'],
  ['2025', 'in 2024', 'in 2024'],
  ['12m-2026-11', 'in de 12 maanden ervoor', 'in the 12 months before'],
])('the period before %s is "%s"', (name, dutch, english) => {
  const period = shown(name);
  expect([periodBeforeText(period, 'nl'), periodBeforeText(period, 'en')]).toEqual([dutch, english]);
});

function shown(name: string) {
  const period = parsePeriod(name, Temporal.PlainDate.from('2026-11-25')) ?? expect.fail('a period');
  const { kind, first, last } = period;
  return { kind, name, first: first.toString(), last: last.toString() };
}

it('days of one month name it once', () => {
  expect(localDaysText(['2026-11-02', '2026-11-03', '2026-11-04'], 'nl')).toBe('2, 3 en 4 november');
  expect(localDaysText(['2026-10-30', '2026-11-02'], 'nl')).toBe('30 oktober en 2 november');
  expect(localDaysText(['2026-11-02', '2026-11-03'], 'en')).toBe('2 and 3 November');
  expect(localDayText('2026-11-24', 'nl')).toBe('dinsdag 24 november');
});

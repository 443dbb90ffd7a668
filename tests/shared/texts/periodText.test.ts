import { Temporal } from 'temporal-polyfill';
import { expect, it, test } from 'vitest';
import { parsePeriod } from '../../../shared/kpi/period.ts';
import { localDaysText, localDayText, periodText } from '../../../shared/texts/periodText.ts';

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
  const period = parsePeriod(name, Temporal.PlainDate.from('2026-11-25'));
  if (period === undefined) return expect.fail('a period');
  const { kind, first, last } = period;
  const shown = { kind, name, first: first.toString(), last: last.toString() };
  expect([periodText(shown, 'nl'), periodText(shown, 'en')]).toEqual([dutch, english]);
});

it('days of one month name it once', () => {
  expect(localDaysText(['2026-11-02', '2026-11-03', '2026-11-04'], 'nl')).toBe('2, 3 en 4 november');
  expect(localDaysText(['2026-10-30', '2026-11-02'], 'nl')).toBe('30 oktober en 2 november');
  expect(localDaysText(['2026-11-02', '2026-11-03'], 'en')).toBe('2 and 3 November');
  expect(localDayText('2026-11-24', 'nl')).toBe('dinsdag 24 november');
});

import { describe, expect, it } from 'vitest';
import { type DayOrder, dayReader, pastDayReader } from '../../../../bot/imports/csv/dayField.ts';
import { dayTexts } from '../../../../bot/imports/csv/dayNumber.ts';
import { importedAt } from '../readFacts.ts';
import { readField } from './readField.ts';

function day(text: string, order: DayOrder = 'dayFirst'): unknown {
  const found = readField(text, dayReader(order));
  return typeof found === 'number' ? dayTexts()(found) : found;
}

describe('a day', () => {
  it.each([
    '2026-11-25',
    '25-11-2026',
    '25/11/2026',
    '25.11.2026',
    '2026/11/25',
    '20261125',
    '"25-11-2026"',
    '25-11-2026 14:05',
    '2026-11-25T14:05:00Z',
  ])('is read of %s', (text) => {
    expect(day(text)).toBe('2026-11-25');
  });

  it('may leave out zeros, as Excel does', () => {
    expect(day('5-1-2026')).toBe('2026-01-05');
  });

  it('has its month first only where that was said', () => {
    expect(day('04/05/2026')).toBe('2026-05-04');
    expect(day('04/05/2026', 'monthFirst')).toBe('2026-04-05');
    expect(day('2026-04-05', 'monthFirst')).toBe('2026-04-05');
  });

  it('is one that the calendar has', () => {
    expect(day('29-02-2024')).toBe('2024-02-29');
    expect(day('29-02-2000')).toBe('2000-02-29');
    for (const text of ['29-02-2026', '29-02-1900', '31-04-2026', '00-01-2026', '01-13-2026', '01-00-2026']) {
      expect(day(text)).toBe('notADay');
    }
  });

  it.each(['morgen', '25-11', '25-11-26', '25-11/2026', '2026112', '202611255', '0001-01-01', '2026-1125'])(
    'is not read of %s',
    (text) => {
      expect(day(text)).toBe('notADay');
    },
  );

  it('is missing where nothing stands', () => {
    expect(day(' ')).toBe('missing');
  });

  it('in the past is today at the latest, by the Dutch calendar', () => {
    const read = pastDayReader('dayFirst', importedAt);
    expect(readField('27-11-2026', read)).toBeTypeOf('number');
    expect(readField('28-11-2026', read)).toBe('inFuture');
    const lateEvening = pastDayReader('dayFirst', importedAt.add({ hours: 11, minutes: 30 }));
    expect(readField('28-11-2026', lateEvening)).toBeTypeOf('number');
  });

  it('is the same for each of 500 days, counted one by one', () => {
    const text = dayTexts();
    const read = dayReader('dayFirst');
    const first = Number(readField('28-02-1999', read));
    const days = Array.from({ length: 500 }, (_, index) => text(first + index));
    expect(days.map((written) => readField(written, read))).toEqual(days.map((_, index) => first + index));
    expect(new Set(days).size).toBe(500);
  });
});

import { afterEach, expect, it, vi } from 'vitest';
import { retryAfter } from '../../bot/retryAfter.ts';

afterEach(() => {
  vi.useRealTimers();
});

function seconds(value?: string): number | undefined {
  return retryAfter(new Headers(value === undefined ? {} : { 'retry-after': value }));
}

it('reads a number of seconds', () => {
  expect([seconds('0'), seconds('120')]).toEqual([0, 120]);
});

it('reads a date, as the whole seconds until then', () => {
  vi.useFakeTimers({ now: Date.parse('2026-05-15T07:00:00.500Z') });
  expect(seconds('Fri, 15 May 2026 07:01:00 GMT')).toBe(60);
  expect(seconds('Fri, 15 May 2026 06:00:00 GMT')).toBe(0);
});

it('takes anything else for nothing', () => {
  expect([seconds(), seconds('straks'), seconds('-1 minuut'), seconds('1.5x')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

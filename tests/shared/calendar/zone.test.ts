import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { localDay } from '../../../shared/calendar/zone.ts';

test.each([
  ['2026-01-14T22:59:59Z', '2026-01-14'],
  ['2026-01-14T23:00:00Z', '2026-01-15'],
  ['2026-07-14T21:59:59Z', '2026-07-14'],
  ['2026-07-14T22:00:00Z', '2026-07-15'],
])('at %s the Dutch wall calendar says %s', (instant, day) => {
  expect(localDay(Temporal.Instant.from(instant)).toString()).toBe(day);
});

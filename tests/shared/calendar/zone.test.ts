import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { localDay, midnight, wallTime } from '../../../shared/calendar/zone.ts';

test.each([
  ['2026-01-14T22:59:59Z', '2026-01-14'],
  ['2026-01-14T23:00:00Z', '2026-01-15'],
  ['2026-07-14T21:59:59Z', '2026-07-14'],
  ['2026-07-14T22:00:00Z', '2026-07-15'],
])('at %s the Dutch wall calendar says %s', (instant, day) => {
  expect(localDay(Temporal.Instant.from(instant)).toString()).toBe(day);
});

test.each([
  ['2026-01-15', '2026-01-14T23:00:00Z'],
  ['2026-07-15', '2026-07-14T22:00:00Z'],
])('%s begins at %s', (day, instant) => {
  expect(midnight(Temporal.PlainDate.from(day))).toBe(Temporal.Instant.from(instant).epochMilliseconds);
});

test.each([
  ['before summer time', '2026-03-29', '01:59', '2026-03-29T00:59:00Z'],
  ['the first that is skipped', '2026-03-29', '02:00', '2026-03-29T01:00:00Z'],
  ['skipped as well', '2026-03-29', '02:30', '2026-03-29T01:00:00Z'],
  ['the first in summer time', '2026-03-29', '03:00', '2026-03-29T01:00:00Z'],
  ['later that day', '2026-03-29', '08:30', '2026-03-29T06:30:00Z'],
  ['the first of two', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
  ['after both', '2026-10-25', '03:00', '2026-10-25T02:00:00Z'],
])('%s: on %s the Dutch clock shows %s at %s', (_what, day, time, instant) => {
  const { hour, minute } = Temporal.PlainTime.from(time);
  const shown = wallTime(Temporal.PlainDate.from(day), 60 * hour + minute);
  expect(shown).toBe(Temporal.Instant.from(instant).epochMilliseconds);
});

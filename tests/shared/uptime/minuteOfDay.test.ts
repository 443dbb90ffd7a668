import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { minuteOfDay, minutesIn, unmeasuredDay } from '../../../shared/uptime/minuteOfDay.ts';

function minuteAt(moment: string): number {
  return minuteOfDay(Temporal.Instant.from(moment));
}

it.each([
  ['in winter', '2026-01-15T00:00:00+01:00', 0],
  ['in summer', '2026-07-15T00:00:00+02:00', 0],
  ['at the end of its first minute', '2026-07-15T00:00:59.999+02:00', 0],
  ['in its last minute', '2026-07-15T23:59:59.999+02:00', 1439],
  ['before summer time begins', '2026-03-29T01:59:00+01:00', 119],
  ['when summer time begins', '2026-03-29T03:00:00+02:00', 120],
  ['at the end of that day', '2026-03-29T23:59:00+02:00', 1379],
  ['before winter time begins', '2026-10-25T02:59:00+02:00', 179],
  ['when winter time begins: the same hour again', '2026-10-25T02:00:00+01:00', 180],
  ['at the end of that day', '2026-10-25T23:59:00+01:00', 1499],
])('a day counts its minutes from local midnight: %s', (_, moment, minute) => {
  expect(minuteAt(moment)).toBe(minute);
});

it.each([
  ['2026-04-29', 1440],
  ['2026-03-29', 1380],
  ['2026-10-25', 1500],
])('%s has %i minutes, none of them measured at first', (date, count) => {
  const day = Temporal.PlainDate.from(date);
  expect(minutesIn(day)).toBe(count);
  expect(unmeasuredDay('site', day)).toEqual({ id: 'site', day: date, minutes: ' '.repeat(count) });
});

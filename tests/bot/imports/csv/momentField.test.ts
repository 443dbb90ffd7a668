import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { momentReader } from '../../../../bot/imports/csv/momentField.ts';
import { readField } from './readField.ts';

/** Of a moment on the Dutch wall clock. */
function wall(found: unknown): unknown {
  if (typeof found !== 'number') return found;
  return Temporal.Instant.fromEpochMilliseconds(found * 1000)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' });
}

function moment(text: string, timeZone = 'Europe/Amsterdam'): unknown {
  return wall(readField(text, momentReader(timeZone, 'dayFirst').read));
}

describe('a day and time', () => {
  it.each([
    ['2026-11-25 09:05:30', '2026-11-25T09:05:30'],
    ['2026-11-25T09:05:30', '2026-11-25T09:05:30'],
    ['25-11-2026 9:05', '2026-11-25T09:05:00'],
    ['25/11/2026 00:00:00', '2026-11-25T00:00:00'],
    ['20261125 23:59:59', '2026-11-25T23:59:59'],
    ['2026-11-25 09:05:30.999', '2026-11-25T09:05:30'],
    ['25-11-2026 9:05:30 PM', '2026-11-25T21:05:30'],
    ['25-11-2026 12:05 AM', '2026-11-25T00:05:00'],
    ['25-11-2026 12:05 p.m.', '2026-11-25T12:05:00'],
  ])('%s is %s', (text, expected) => {
    expect(moment(text)).toBe(expected);
  });

  it.each([
    ['25-11-2026', 'notATime'],
    ['25-11-2026 24:00', 'notATime'],
    ['25-11-2026 12:60', 'notATime'],
    ['25-11-2026 12:00:60', 'notATime'],
    ['25-11-2026 1200', 'notATime'],
    ['25-11-2026 13:00 PM', 'notATime'],
    ['25-11-2026 9:5', 'notATime'],
    ['25-11-2026 9:05:', 'notATime'],
    ['31-11-2026 9:05', 'notADay'],
    ['9:05', 'notADay'],
    ['', 'missing'],
  ])('%s is refused: %s', (text, expected) => {
    expect(moment(text)).toBe(expected);
  });
});

describe('a time of another clock becomes the Dutch one', () => {
  it.each([
    ['2026-11-25 23:30', 'UTC', '2026-11-26T00:30:00'],
    ['2026-07-25 23:30', 'UTC', '2026-07-26T01:30:00'],
    ['2026-07-25 12:00', '+01:00', '2026-07-25T13:00:00'],
    ['2026-07-25 12:00', 'Europe/London', '2026-07-25T13:00:00'],
    ['2026-07-25 12:00:05Z', 'Europe/London', '2026-07-25T14:00:05'],
    ['2026-07-25T12:00:05+02:00', 'UTC', '2026-07-25T12:00:05'],
    ['2026-07-25T12:00:05.25-0530', 'UTC', '2026-07-25T19:30:05'],
    ['2026-07-25T12:00+01', 'UTC', '2026-07-25T13:00:00'],
  ])('%s of %s is %s', (text, zone, expected) => {
    expect(moment(text, zone)).toBe(expected);
  });

  it('at every moment, also around the changes of the clock', () => {
    const second = fc.integer({ min: 0, max: 400 * 86_400 });
    const zone = fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/New_York');
    const start = Temporal.Instant.from('2026-01-01T00:00:00Z');
    fc.assert(
      fc.property(second, zone, (seconds, timeZone) => {
        const there = start.add({ seconds }).toZonedDateTimeISO(timeZone);
        // A time that comes twice can be the other one.
        fc.pre(there.equals(there.toPlainDateTime().toZonedDateTime(timeZone)));
        const here = there.withTimeZone('Europe/Amsterdam').toPlainDateTime();
        const text = there.toPlainDateTime().toString({ smallestUnit: 'second' });
        expect(moment(text, timeZone)).toBe(here.toString({ smallestUnit: 'second' }));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a time without its day', () => {
  const moments = momentReader('Europe/Amsterdam', 'dayFirst');
  const evening = Number(readField('25-11-2026 23:50', moments.read));

  it('is the first such time after the moment before it', () => {
    const read = moments.readAfter(evening);
    expect(wall(readField('23:55:10', read))).toBe('2026-11-25T23:55:10');
    expect(wall(readField('23:50', read))).toBe('2026-11-25T23:50:00');
    expect(wall(readField('0:01', read))).toBe('2026-11-26T00:01:00');
  });

  it('may have its day all the same', () => {
    expect(wall(readField('2026-11-27 0:01', moments.readAfter(evening)))).toBe('2026-11-27T00:01:00');
  });
});

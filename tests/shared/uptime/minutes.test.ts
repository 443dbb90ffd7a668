import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Probe } from '../../../shared/fact/probe.ts';
import { mergeMinutes, minutesUp, withMinute } from '../../../shared/uptime/minutes.ts';

const minutes = fc.string({ unit: fc.constantFrom('1', '0', 'd', ' '), maxLength: 12 });
const day = fc.string({ unit: fc.constantFrom('1', '0', 'd', ' '), minLength: 8, maxLength: 8 });

describe('a website channel is', () => {
  it.each([
    ['up all along', '11111', 5],
    ['up through one failure', '11011', 5],
    ['up through one failure at the start of the day', '01111', 5],
    ['up through one failure at its end', '11110', 5],
    ['up through failures with a success between them', '10101', 5],
    ['down for both of two failures in a row', '11001', 3],
    ['down for the whole of a longer run', '10001', 2],
    ['down for failures on both sides of a gap', '10 01', 2],
    ['down for failures on both sides of a long gap', '0        0', 0],
    ['up through a failure beside a gap', '10  1', 3],
    ['down for one minute, when the monitor had tried again', '11d11', 4],
    ['down for a failure beside such a minute', '10d11', 3],
  ])('%s', (_, text, up) => {
    expect(minutesUp(text)).toEqual({ up, measured: text.replaceAll(' ', '').length });
  });

  it('not measured when nobody looked', () => {
    expect(minutesUp(' '.repeat(1440))).toEqual({ up: 0, measured: 0 });
  });

  it('up in as many minutes as a walk from look to look finds', () => {
    fc.assert(
      fc.property(minutes, (text) => {
        const looks = Array.from(text).filter((mark) => mark !== ' ');
        const isUp = (mark: string, at: number) => {
          const besides = [looks[at - 1], looks[at + 1]];
          return mark === '1' || (mark === '0' && besides.every((beside) => !/[0d]/.test(beside ?? '1')));
        };
        expect(minutesUp(text)).toEqual({ up: looks.filter(isUp).length, measured: looks.length });
      }),
    );
  });
});

describe('of two instances that looked in the same minute', () => {
  it.each([
    ['up when one saw it up', '1', '0', '1'],
    ['down when one saw it up and a monitor that had tried again did not', '1', 'd', 'd'],
    ['a failure when both failed', '0', '0', '0'],
    ['down when a monitor that had tried again says so', '0', 'd', 'd'],
    ['up when only one looked', ' ', '1', '1'],
    ['a failure when only one looked', ' ', '0', '0'],
    ['not measured when nobody looked', ' ', ' ', ' '],
  ])('it is %s', (_, one, other, both) => {
    expect([mergeMinutes(one, other), mergeMinutes(other, one)]).toEqual([both, both]);
  });

  it('the order and the number of times they tell it do not matter', () => {
    fc.assert(
      fc.property(day, day, day, (one, other, third) => {
        const merged = mergeMinutes(mergeMinutes(one, other), third);
        expect(mergeMinutes(third, mergeMinutes(other, one))).toBe(merged);
        expect(mergeMinutes(merged, other)).toBe(merged);
        expect(merged).toHaveLength(8);
      }),
    );
  });

  it('one that knows less of the day takes nothing away', () => {
    expect([mergeMinutes('1101', '10'), mergeMinutes('', '10')]).toEqual(['1101', '10']);
  });
});

describe('a minute', () => {
  const probe: Probe = { id: 'site', day: '2026-04-29', minutes: ' 0 1' };

  it('is put in its place', () => {
    expect(withMinute(probe, 2, true)).toEqual({ ...probe, minutes: ' 011' });
    expect(withMinute(probe, 0, false).minutes).toBe('00 1');
  });

  it('at which another look succeeded stays up', () => {
    expect(withMinute(probe, 1, true).minutes).toBe(' 1 1');
    expect(withMinute(probe, 3, false).minutes).toBe(' 0 1');
  });

  it('that is put is the same as one that is merged', () => {
    fc.assert(
      fc.property(day, fc.nat(7), fc.boolean(), (text, minute, isUp) => {
        const only = ' '.repeat(minute) + (isUp ? '1' : '0') + ' '.repeat(7 - minute);
        expect(withMinute({ ...probe, minutes: text }, minute, isUp).minutes).toBe(mergeMinutes(text, only));
      }),
    );
  });
});

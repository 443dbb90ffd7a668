import { describe, expect, it } from 'vitest';
import { readDuration } from '../../../../bot/imports/csv/durationField.ts';
import { wholeNumberReader } from '../../../../bot/imports/csv/numberField.ts';
import { readField } from './readField.ts';

describe('a duration', () => {
  it.each([
    ['75', 75],
    ['75 s', 75],
    ['75s', 75],
    ['75 sec.', 75],
    ['74,6', 75],
    ['01:15', 75],
    ['0:01:15', 75],
    ['00:01:15.900', 75],
    ['90:00', 5400],
    ['1:00:00', 3600],
    ['0', 0],
    ['86400', 86400],
    ['86401', 'outOfRange'],
    ['25:00:00', 'outOfRange'],
    ['-5', 'outOfRange'],
    ['0:75', 'notATime'],
    ['1:60:00', 'notATime'],
    ['een minuut', 'notATime'],
    ['', 'missing'],
  ])('of %j is %j', (text, expected) => {
    expect(readField(text, readDuration)).toBe(expected);
  });
});

describe('a whole number', () => {
  const read = wholeNumberReader(1, 2000);

  it.each([
    ['7', 7],
    ['7,0', 7],
    ['7.00', 7],
    ['1.234', 1234],
    ['1.234,0', 1234],
    ['7,5', 'notAWholeNumber'],
    ['7.5', 'notAWholeNumber'],
    ['1.234,5', 'notAWholeNumber'],
    ['0', 'outOfRange'],
    ['2001', 'outOfRange'],
    ['-1', 'outOfRange'],
    ['99999999999999999999', 'notANumber'],
    ['zeven', 'notANumber'],
    ['7 8', 'notANumber'],
    ['', 'missing'],
  ])('of %j is %j', (text, expected) => {
    expect(readField(text, read)).toBe(expected);
  });
});

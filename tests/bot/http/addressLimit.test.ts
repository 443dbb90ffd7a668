import { expect, it } from 'vitest';
import { addressLimit } from '../../../bot/http/addressLimit.ts';

function limit() {
  let time = 123.4;
  const { take } = addressLimit({ requests: 2, windowSeconds: 60 }, { now: () => time });
  return {
    take,
    pass(seconds: number) {
      time += seconds * 1000;
    },
  };
}

it('says when the window ends to who asks too much, and to nobody else', () => {
  const { take, pass } = limit();
  expect([take('a'), take('a')]).toEqual([undefined, undefined]);
  pass(17.5);
  expect([take('a'), take('b')]).toEqual([43, undefined]);
  pass(42.5);
  expect(take('a')).toBeUndefined();
});

it('remembers so many addresses only', () => {
  const { take } = limit();
  for (let times = 0; times < 3; times++) take('first');
  expect(take('first')).toBe(60);
  for (let index = 0; index < 10_000; index++) take(`other ${index}`);
  expect(take('first')).toBeUndefined();
});

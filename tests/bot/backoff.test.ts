import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoff } from '../../bot/backoff.ts';

const pauses = { first: 2, longest: 300 };

it('doubles with every failure, up to the longest', () => {
  const longest = [1, 2, 3, 4, 8, 9, 50].map((failures) => backoff(failures, pauses, () => 1));
  expect(longest).toEqual([2, 4, 8, 16, 256, 300, 300]);
});

it('is somewhere in the upper half of that, by chance', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, chance) => {
        const whole = backoff(failures, pauses, () => 1);
        const pause = backoff(failures, pauses, () => chance);
        expect(pause).toBeGreaterThanOrEqual(whole / 2);
        expect(pause).toBeLessThanOrEqual(whole);
      },
    ),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conversationLimits, type Limit, sendRate, tenantLimits } from '../../../bot/teams/sendRate.ts';

/** The moments given out to messages that ask at these moments. */
function moments(limits: readonly Limit[], asked: readonly number[]): number[] {
  const rate = sendRate(limits);
  return asked.toSorted((one, other) => one - other).map((now) => now + rate.take(now));
}

/** Looks at every span by itself, as Teams does. */
function mostWithin(sent: readonly number[], ms: number): number {
  return Math.max(0, ...sent.map((start) => sent.filter((at) => at >= start && at < start + ms).length));
}

const anyAsking = fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 250, size: 'max' });

it.each([
  ['a conversation', conversationLimits],
  ['a tenant', tenantLimits],
])('never sends more to %s than Teams takes, whenever is asked', (_, limits) => {
  fc.assert(
    fc.property(anyAsking, (asked) => {
      const sent = moments(limits, asked);
      for (const { count, ms } of limits) expect(mostWithin(sent, ms)).toBeLessThanOrEqual(count);
    }),
  );
});

it('wastes no moment: whatever waits, waits for a limit that is full', () => {
  fc.assert(
    fc.property(anyAsking, (asked) => {
      const inOrder = asked.toSorted((one, other) => one - other);
      const sent = moments(conversationLimits, asked);
      for (const [index, at] of sent.entries()) {
        if (at === inOrder[index]) continue;
        const before = sent.slice(0, index);
        const isFull = conversationLimits.some(
          ({ count, ms }) => before.filter((other) => other > at - 1 - ms).length >= count,
        );
        expect(isFull || at === before.at(-1)).toBe(true);
      }
    }),
  );
});

it('says how long to wait without taking a place', () => {
  const rate = sendRate(tenantLimits);
  for (let index = 0; index < 50; index++) expect(rate.take(0)).toBe(0);
  expect(rate.waitAt(400)).toBe(600);
  expect(rate.waitAt(400)).toBe(600);
  expect(rate.take(400)).toBe(600);
});

it('says how long who comes after others must wait, as it then turns out', () => {
  fc.assert(
    fc.property(anyAsking, fc.nat({ max: 80 }), fc.integer({ min: 0, max: 60_000 }), (asked, ahead, now) => {
      const rate = sendRate(conversationLimits);
      for (const earlier of asked.toSorted((one, other) => one - other)) rate.take(earlier);
      const expected = rate.waitAt(now, ahead);
      for (let others = 0; others < ahead; others++) rate.take(now);
      expect(rate.take(now)).toBe(expected);
    }),
  );
});

it('is idle when nothing that was sent counts any more', () => {
  const rate = sendRate(conversationLimits);
  expect(rate.isIdle(0)).toBe(true);
  rate.take(0);
  expect([rate.isIdle(3_599_999), rate.isIdle(3_600_000)]).toEqual([false, true]);
});

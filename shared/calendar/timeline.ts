/**
 * Moments in order, indexed so that none has to be searched. In milliseconds: since the epoch, or on any
 * other clock.
 */
export interface Timeline {
  readonly begins: number;
  readonly moments: readonly number[];
  /** How many of them come before the n-th 24 hours since `begins`. */
  readonly before: readonly number[];
}

/** The length of a day on which the clock does not change, in milliseconds. */
export const usualDay = 24 * 60 * 60_000;

/** @param moments in order, from `begins` through `ends`. */
export function buildTimeline(begins: number, ends: number, moments: readonly number[]): Timeline {
  const before: number[] = [];
  let count = 0;
  for (let start = begins; start <= ends; start += usualDay) {
    while ((moments[count] ?? Number.POSITIVE_INFINITY) < start) count++;
    before.push(count);
  }
  return { begins, moments, before };
}

/** How many have come by a moment between its beginning and end, one at this very moment included. */
export function passedBy({ begins, moments, before }: Timeline, moment: number): number {
  let count = before[Math.trunc((moment - begins) / usualDay)] ?? 0;
  while (moment >= (moments[count] ?? Number.POSITIVE_INFINITY)) count++;
  return count;
}

/** No more than `count` messages within any span of `ms` milliseconds. */
export interface Limit {
  readonly count: number;
  readonly ms: number;
}

/**
 * Teams' limits to what a bot sends to one conversation, replies and updates included.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export const conversationLimits: readonly Limit[] = [
  { count: 7, ms: 1_000 },
  { count: 8, ms: 2_000 },
  { count: 60, ms: 30_000 },
  { count: 1_800, ms: 3_600_000 },
];

/** And to what one app sends in one tenant (same page). */
export const tenantLimits: readonly Limit[] = [{ count: 50, ms: 1_000 }];

/** Gives out moments to send at, so that limits are kept and no moment is wasted. */
export interface SendRate {
  /**
   * How long a message must wait, in milliseconds.
   * @param ahead how many others go first. Default: none.
   */
  waitAt(now: number, ahead?: number): number;
  /** Takes the next place in the row; gives how long to wait until then, in milliseconds. */
  take(now: number): number;
  /** Whether all that was sent is so long ago that it counts no more. */
  isIdle(now: number): boolean;
}

/** In order of asking: a place in the row is never before one that was given out. */
export function sendRate(limits: readonly Limit[]): SendRate {
  const longest = Math.max(...limits.map(({ count }) => count));
  const longestSpan = Math.max(...limits.map(({ ms }) => ms));
  /** When the last messages went or will go; as many as the limits look back. */
  const moments: number[] = [];

  /** @param planned moments of those that go first. */
  function next(now: number, planned: readonly number[] = []): number {
    const countedBack = (count: number) =>
      count <= planned.length ? planned.at(-count) : moments.at(planned.length - count);
    const earliest = limits.map(({ count, ms }) => (countedBack(count) ?? Number.NEGATIVE_INFINITY) + ms);
    return Math.max(now, countedBack(1) ?? now, ...earliest);
  }

  return {
    waitAt(now, ahead = 0) {
      const planned: number[] = [];
      while (planned.length < ahead) planned.push(next(now, planned));
      return next(now, planned) - now;
    },
    take(now) {
      const moment = next(now);
      moments.push(moment);
      if (moments.length > 2 * longest) moments.splice(0, moments.length - longest);
      return moment - now;
    },
    isIdle: (now) => (moments.at(-1) ?? Number.NEGATIVE_INFINITY) + longestSpan <= now,
  };
}

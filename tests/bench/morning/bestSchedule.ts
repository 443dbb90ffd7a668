interface Limit {
  readonly count: number;
  readonly ms: number;
}

/**
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit, written down apart from the
 * bot's own, as in the rig that enforces them.
 */
const inOneConversation: readonly Limit[] = [
  { count: 7, ms: 1_000 },
  { count: 8, ms: 2_000 },
  { count: 60, ms: 30_000 },
  { count: 1_800, ms: 3_600_000 },
];
const inOneTenant: readonly Limit[] = [{ count: 50, ms: 1_000 }];

/** So many messages to each of so many conversations, all in one tenant. */
export interface Load {
  readonly conversations: number;
  readonly each: number;
}

/**
 * How long the messages of one tenant take at the very least, from the first arrival to the last, in
 * milliseconds. No schedule is faster; whether one that keeps both kinds of limits is as fast is not said.
 */
export function bestSpan({ conversations, each }: Load): number {
  return Math.max(leastSpan(each, inOneConversation), leastSpan(conversations * each, inOneTenant));
}

/** Each as soon as the limits allow: to wait with one makes none of the next any sooner. */
function leastSpan(messages: number, limits: readonly Limit[]): number {
  const moments = [0];
  while (moments.length < messages) {
    const allowed = limits.map(({ count, ms }) => (moments.at(-count) ?? Number.NEGATIVE_INFINITY) + ms);
    moments.push(Math.max(moments.at(-1) ?? 0, ...allowed));
  }
  return moments.at(-1) ?? 0;
}

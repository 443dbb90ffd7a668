import type { Kind, Request } from './fakeConversations.ts';

/** A limit of Teams (PLATFORM.md) that a call went over. */
export interface Violation {
  readonly conversationId: string;
  readonly limit: string;
}

interface Limit {
  readonly kinds: readonly Kind[];
  readonly per: 'conversation' | 'tenant';
  readonly count: number;
  readonly ms: number;
}

const sends: readonly Kind[] = ['create', 'post', 'update', 'delete'];
const reads: readonly Kind[] = ['members', 'member', 'team', 'channels'];

const LIMITS: readonly Limit[] = [
  { kinds: sends, per: 'conversation', count: 7, ms: 1_000 },
  { kinds: sends, per: 'conversation', count: 8, ms: 2_000 },
  { kinds: sends, per: 'conversation', count: 60, ms: 30_000 },
  { kinds: sends, per: 'conversation', count: 1_800, ms: 3_600_000 },
  { kinds: reads, per: 'conversation', count: 14, ms: 1_000 },
  { kinds: reads, per: 'conversation', count: 120, ms: 30_000 },
  { kinds: [...sends, ...reads], per: 'tenant', count: 50, ms: 1_000 },
];

/**
 * Counts calls when they arrive, as Teams does; written apart from the bot's own counting, so that one can
 * prove the other.
 *
 * @param now in milliseconds.
 */
export function fakeLimits(now: () => number, enforces: boolean) {
  const arrivals = new Map<string, number[]>();
  const violations: Violation[] = [];

  return {
    violations: violations as readonly Violation[],

    /** Counts a call; when it is over a limit and refused, gives after how many seconds there is room. */
    refuses(request: Request): number | undefined {
      const at = now();
      const counted = LIMITS.filter(({ kinds }) => kinds.includes(request.kind)).map((limit) => {
        const key = `${limit.per} ${keyOf(request, limit.per)} ${limit.count} ${limit.ms}`;
        const recent = (arrivals.get(key) ?? []).filter((arrived) => arrived > at - limit.ms);
        arrivals.set(key, recent);
        return { limit, recent };
      });
      const full = counted.filter(({ limit, recent }) => recent.length >= limit.count);
      for (const { limit } of full) {
        const name = `${limit.count} in ${limit.ms} ms per ${limit.per}`;
        violations.push({ conversationId: request.conversationId, limit: name });
      }
      if (full.length > 0 && enforces) {
        const waits = full.map(({ limit, recent }) => (recent.at(-limit.count) ?? at) + limit.ms - at);
        return Math.ceil(Math.max(...waits) / 1_000);
      }
      for (const { recent } of counted) recent.push(at);
      return undefined;
    },
  };
}

function keyOf({ conversationId, body }: Request, per: Limit['per']): string {
  return per === 'conversation' ? conversationId : (body?.conversation?.tenantId ?? body?.tenantId ?? '');
}

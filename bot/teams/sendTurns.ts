import { settings } from '../../shared/settings.ts';
import type { Clock } from '../clock.ts';
import { carefulRate, type Lane, openLane } from './lane.ts';
import { type SendRate, tenantLimits } from './sendRate.ts';
import { whileBusy } from './whileBusy.ts';

/**
 * Who may send when, so that Teams' limits are kept: every message takes its turn in its conversation and
 * in its tenant. They are this process's own turns; what other instances send, Teams tells by 429.
 */
export interface SendTurns {
  /** Waits a few seconds for a turn; where it would be longer, none is taken. */
  take(tenant: string, conversation: string): Promise<Turn | Later>;
  /** The same for who cannot come back later, because a person waits: it gets a turn in a few seconds, whatever. */
  insist(tenant: string, conversation: string): Promise<Turn>;
}

/** There is no room yet. After these seconds, or very soon after, there is. */
export interface Later {
  readonly kind: 'later';
  readonly seconds: number;
}

/** Somebody's turn to send one message. It must be ended, in one of two ways: see Lane. */
export interface Turn {
  readonly kind: 'turn';
  end(): void;
  endInTrouble(seconds: number | undefined): number;
}

/** Who waits for a turn in one conversation goes in order of arrival. */
interface Line {
  readonly lane: Lane;
  waiting: number;
  /** Resolves when the last in line has a turn, or gave up. */
  end: Promise<void>;
}

interface Tenant {
  readonly rate: SendRate;
  /** How many would have a turn but for the tenant's own limit. */
  waiting: number;
}

export function sendTurns(clock: Clock, random = Math.random): SendTurns {
  const longestWait = settings.delivery.longestWait * 1000;
  const lines = whileBusy<Line>(
    () => ({ lane: openLane(random), waiting: 0, end: Promise.resolve() }),
    ({ lane, waiting }, now) => waiting === 0 && lane.isIdle(now),
    clock.now,
  );
  const tenants = whileBusy<Tenant>(
    () => ({ rate: carefulRate(tenantLimits), waiting: 0 }),
    ({ rate, waiting }, now) => waiting === 0 && rate.isIdle(now),
    clock.now,
  );

  return {
    async take(tenantId, conversation) {
      const line = lines.of(conversation);
      const tenant = tenants.of(tenantId);
      const now = clock.now();
      const expected = Math.max(line.lane.waitAt(now, line.waiting), tenant.rate.waitAt(now, tenant.waiting));
      return expected > longestWait ? later(expected) : standInLine(line, tenant);
    },
    async insist(tenantId, conversation) {
      const line = lines.of(conversation);
      const tenant = tenants.of(tenantId);
      const turn = await standInLine(line, tenant);
      return turn.kind === 'turn' ? turn : start(line.lane, tenant);
    },
  };

  async function standInLine(line: Line, tenant: Tenant): Promise<Turn | Later> {
    const giveUpAt = clock.now() + longestWait;
    const before = line.end;
    const { promise, resolve } = Promise.withResolvers<void>();
    line.end = promise;
    line.waiting++;
    try {
      await before;
      return await waitForTurn(line.lane, tenant, giveUpAt);
    } finally {
      line.waiting--;
      resolve();
    }
  }

  async function waitForTurn(lane: Lane, tenant: Tenant, giveUpAt: number): Promise<Turn | Later> {
    for (;;) {
      const now = clock.now();
      const inLane = lane.waitAt(now);
      const wait = Math.max(inLane, tenant.rate.waitAt(now));
      // Taken at once: whoever looks next sees it.
      if (wait <= 0) return lane.isFull() ? later(longestWait) : start(lane, tenant);
      if (now + wait > giveUpAt) return later(wait);
      await (inLane > 0 ? clock.sleep(wait) : sleepIn(tenant, wait));
    }
  }

  async function sleepIn(tenant: Tenant, wait: number): Promise<void> {
    tenant.waiting++;
    await clock.sleep(wait);
    tenant.waiting--;
  }

  function start(lane: Lane, tenant: Tenant): Turn {
    lane.start(clock.now());
    tenant.rate.take(clock.now());
    return {
      kind: 'turn',
      end: lane.end,
      endInTrouble: (seconds) => lane.endInTrouble(clock.now(), seconds),
    };
  }
}

/** Rounded down: who comes a little early waits in line, and no moment is wasted. */
function later(wait: number): Later {
  return { kind: 'later', seconds: Math.max(1, Math.floor(wait / 1000)) };
}

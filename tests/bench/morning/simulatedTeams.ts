import type { Clock } from '../../../bot/clock.ts';
import type { Random } from '../../../bot/demo/random.ts';
import { fakeLimits } from '../../rig/fakeLimits.ts';

/** Teams on a simulated clock: it takes its time, and refuses what goes over its limits. */
export interface SimulatedTeams {
  /** @returns after how many seconds there is room, when it is refused. */
  post(tenant: string, conversation: string): Promise<number | undefined>;
  /** In the place of `fetch`, for what comes through botbuilder. */
  fetch(url: string, init: { readonly body?: unknown }): Promise<Response>;
  readonly taken: number;
  readonly refused: number;
  /** When the last answer was given, in milliseconds. */
  readonly lastAnswerAt: number;
}

/** From leaving the bot to its answer, in milliseconds. */
export const latency = 300;

/** How long of that a message is on its way: two that leave together do not arrive together. */
const there = [80, 100, 120] as const;

export function simulatedTeams(clock: Clock, random: Random): SimulatedTeams {
  const limits = fakeLimits(clock.now, true);
  let taken = 0;
  let refused = 0;
  let lastAnswerAt = 0;

  async function post(tenant: string, conversation: string): Promise<number | undefined> {
    const way = random.pick(there);
    await clock.sleep(way);
    const body = { conversation: { tenantId: tenant } };
    const roomAfter = limits.refuses({ kind: 'post', conversationId: conversation, paged: false, body });
    if (roomAfter === undefined) taken++;
    else refused++;
    await clock.sleep(latency - way);
    lastAnswerAt = clock.now();
    return roomAfter;
  }

  return {
    post,
    async fetch(url, { body }) {
      const conversation = decodeURIComponent(/conversations\/([^/]+)\//.exec(url)?.[1] ?? '');
      const roomAfter = await post(JSON.parse(String(body)).conversation.tenantId, conversation);
      return roomAfter === undefined
        ? Response.json({ id: '1' }, { status: 201 })
        : Response.json({}, { status: 429, headers: { 'Retry-After': String(roomAfter) } });
    },
    get taken() {
      return taken;
    },
    get refused() {
      return refused;
    },
    get lastAnswerAt() {
      return lastAnswerAt;
    },
  };
}

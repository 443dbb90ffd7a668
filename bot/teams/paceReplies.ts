import { ActivityTypes, type TurnContext } from 'botbuilder';
import { failureOf } from './failure.ts';
import type { SendTurns } from './sendTurns.ts';
import type { Turn } from './turn.ts';

/** Has replies wait for their turn too: Teams counts them among all that is sent there. */
export function paceReplies(context: TurnContext, { tenant, place }: Turn, turns: SendTurns): void {
  context.onSendActivities(async (_context, activities, next) => {
    // An answer to an invoke goes back over the same line, and does not count.
    if (activities.every(({ type }) => type === ActivityTypes.InvokeResponse)) return next();
    const turn = await turns.insist(tenant, place.conversation);
    try {
      const sent = await next();
      turn.end();
      return sent;
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'busy') turn.endInTrouble(failure.seconds);
      else turn.end();
      throw error;
    }
  });
}

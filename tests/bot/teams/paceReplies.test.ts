import { ActivityTypes, TestAdapter, TurnContext } from 'botbuilder';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectorRefusal } from '../../../bot/teams/connector.ts';
import { paceReplies } from '../../../bot/teams/paceReplies.ts';
import { type SendTurns, sendTurns } from '../../../bot/teams/sendTurns.ts';
import { readTurn } from '../../../bot/teams/turn.ts';
import { inChat, message, person } from '../../rig/activities.ts';
import { type SimulatedClock, simulatedClock } from '../../rig/simulatedClock.ts';

const adapter = new TestAdapter(async () => undefined);

let clock: SimulatedClock;
let turns: SendTurns;
beforeEach(() => {
  clock = simulatedClock();
  turns = sendTurns(clock);
  vi.restoreAllMocks();
});

/** A person says something; the bot has yet to answer. */
function someTurn(): TurnContext {
  const scene = inChat({ serviceUrl: 'http://teams.test/' }, person(1, 'Kaatje Contactlijn'));
  const context = new TurnContext(adapter, message(scene, 'contact') as never);
  const turn = readTurn(context.activity, undefined);
  if (turn === undefined) return expect.fail('It is from Teams');
  paceReplies(context, turn, turns);
  return context;
}

/** Answers so many times at once; gives when each was sent. */
async function answer(times: number): Promise<number[]> {
  const context = someTurn();
  const sent: number[] = [];
  const answers = Array.from({ length: times }, () =>
    context.sendActivity('hoi').then(() => void sent.push(clock.now())),
  );
  await clock.until(Promise.all(answers));
  return sent;
}

describe('replies', () => {
  it('wait for the limits of their conversation', async () => {
    const sent = await answer(8);
    expect(sent.slice(0, 7)).toEqual(Array(7).fill(0));
    expect(sent[7]).toBeGreaterThan(1_000);
  });

  it('are counted with what the bot says there of its own accord', async () => {
    await answer(7);
    expect(await turns.take('tenant', 'elsewhere')).toMatchObject({ kind: 'turn' });
    const { conversation } = someTurn().activity;
    const next = turns.take('tenant', conversation.id);
    await clock.until(next);
    expect(clock.now()).toBeGreaterThan(1_000);
  });

  it('that answer an invoke go over the line that is open, and do not count', async () => {
    const insisting = vi.spyOn(turns, 'insist');
    await someTurn().sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200 } });
    expect(insisting).not.toHaveBeenCalled();
  });

  it('that meet with a 429 hold their conversation, and are not repeated', async () => {
    const sending = vi.spyOn(adapter, 'sendActivities');
    sending.mockRejectedValue(new ConnectorRefusal(429, 'RequestThrottled', 7));
    const context = someTurn();
    await expect(context.sendActivity('hoi')).rejects.toThrow('429');
    expect(sending).toHaveBeenCalledTimes(1);
    const { conversation } = context.activity;
    expect(await turns.take('tenant', conversation.id)).toEqual({ kind: 'later', seconds: 7 });
  });
});

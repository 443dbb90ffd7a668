import { beforeEach, describe, expect, it } from 'vitest';
import { conversationLimits, type Limit, tenantLimits } from '../../../bot/teams/sendRate.ts';
import { type SendTurns, sendTurns, type Turn } from '../../../bot/teams/sendTurns.ts';
import { type SimulatedClock, simulatedClock } from '../../rig/simulatedClock.ts';

let clock: SimulatedClock;
let turns: SendTurns;
/** When something was sent, and where. */
let sent: { readonly at: number; readonly conversation: string }[];

beforeEach(() => {
  clock = simulatedClock();
  turns = sendTurns(clock, () => 1);
  sent = [];
});

/** Sends as the worker does: what must wait longer is tried again after as long as it was told. */
async function send(conversation: string, tenant = 'waterland'): Promise<void> {
  for (;;) {
    const turn = await turns.take(tenant, conversation);
    if (turn.kind === 'turn') {
      sent.push({ at: clock.now(), conversation });
      turn.end();
      return;
    }
    await clock.sleep(turn.seconds * 1000);
  }
}

function sendMany(count: number, conversation: string, tenant?: string): Promise<unknown> {
  return Promise.all(Array.from({ length: count }, () => send(conversation, tenant)));
}

/** A turn that there must be. */
async function turnIn(conversation: string): Promise<Turn> {
  const turn = await turns.take('waterland', conversation);
  return turn.kind === 'turn' ? turn : expect.fail('There is room');
}

/** The most in any span, looked at one by one, as Teams does. */
function mostWithin(moments: readonly number[], ms: number): number {
  return Math.max(...moments.map((start) => moments.filter((at) => at >= start && at < start + ms).length));
}

function expectKept(moments: readonly number[], limits: readonly Limit[]): void {
  for (const { count, ms } of limits) expect(mostWithin(moments, ms)).toBeLessThanOrEqual(count);
}

const momentsIn = (conversation: string) =>
  sent.filter((one) => one.conversation === conversation).map(({ at }) => at);

/** Two windows of this share wider than Teams' own are lost to the margin, and a little to rounding. */
const nearlyBest = 1.05;

describe('a burst', () => {
  it('to one conversation keeps its limits and wastes no time', async () => {
    await clock.until(sendMany(200, '19:1'));
    const moments = momentsIn('19:1');
    expect(moments).toHaveLength(200);
    expectKept(moments, conversationLimits);
    // 60 in every 30 s: the fourth sixty begins at 90 s, and its last 20 at 8 in 2 s.
    expect(Math.max(...moments)).toBeLessThanOrEqual((90 + 5) * 1000 * nearlyBest);
  });

  it('of 30 cards to each of 60 departments keeps both limits and wastes no time', async () => {
    const departments = Array.from({ length: 60 }, (_, index) => `19:${index}`);
    await clock.until(Promise.all(departments.map((department) => sendMany(30, department))));
    expect(sent).toHaveLength(1_800);
    expectKept(
      sent.map(({ at }) => at),
      tenantLimits,
    );
    for (const department of departments) expectKept(momentsIn(department), conversationLimits);
    // 50 a second: the last fifty go in the 36th second.
    expect(Math.max(...sent.map(({ at }) => at))).toBeLessThanOrEqual(35_000 * nearlyBest);
  });

  it('of more than an hour has room for, goes on in the next hour', async () => {
    await clock.until(sendMany(1_900, '19:1'));
    const moments = momentsIn('19:1');
    expectKept(moments, conversationLimits);
    expect(Math.max(...moments)).toBeGreaterThan(3_600_000);
    expect(Math.max(...moments)).toBeLessThanOrEqual((3_600_000 + 50_000) * nearlyBest);
  });

  it('in one tenant leaves the others alone', async () => {
    const burst = Promise.all(Array.from({ length: 60 }, (_, index) => sendMany(5, `19:${index}`)));
    await send('19:other', 'edam');
    expect(momentsIn('19:other')).toEqual([0]);
    await clock.until(burst);
  });
});

describe('who takes turns in one conversation', () => {
  it('goes in order of arrival', async () => {
    const order: number[] = [];
    const all = Array.from({ length: 12 }, (_, index) => send('19:1').then(() => order.push(index)));
    await clock.until(Promise.all(all));
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('is told at once how long, when it would be longer than a few seconds', async () => {
    const filling = sendMany(60, '19:1');
    const turn = await turns.take('waterland', '19:1');
    expect(turn).toMatchObject({ kind: 'later', seconds: expect.any(Number) });
    expect(clock.now()).toBe(0);
    await clock.until(filling);
  });

  it('gets no turn while eight messages are on their way without an answer', async () => {
    const onTheWay: Turn[] = [];
    while (onTheWay.length < 8) onTheWay.push(await clock.until(turnIn('19:1')));
    await clock.until(clock.sleep(10_000));
    expect(await turns.take('waterland', '19:1')).toEqual({ kind: 'later', seconds: 3 });
    for (const turn of onTheWay) turn.end();
    expect((await turnIn('19:1')).kind).toBe('turn');
  });

  it('but must answer a person, gets one in a few seconds whatever the limits', async () => {
    await clock.until(sendMany(60, '19:1'));
    const asked = clock.now();
    const turn = await clock.until(turns.insist('waterland', '19:1'));
    expect(turn.kind).toBe('turn');
    expect(clock.now() - asked).toBeLessThanOrEqual(3_000);
  });
});

describe('trouble in a conversation', () => {
  it('holds all that is sent there for as long as Teams asks, and nothing elsewhere', async () => {
    expect((await turnIn('19:1')).endInTrouble(20)).toBe(20);
    expect(await turns.take('waterland', '19:1')).toEqual({ kind: 'later', seconds: 20 });
    expect((await turnIn('19:2')).kind).toBe('turn');
    await clock.until(send('19:1'));
    expect(momentsIn('19:1')).toEqual([20_000]);
  });

  it('holds it longer every time when Teams does not say how long, up to a minute', async () => {
    const holds: number[] = [];
    for (let times = 0; times < 7; times++) {
      const turn = await clock.until(insist());
      holds.push(turn.endInTrouble(undefined));
      await clock.until(clock.sleep(60_000));
    }
    expect(holds).toEqual([2, 4, 8, 16, 32, 60, 60]);
  });

  it('is forgotten once something is taken', async () => {
    (await turnIn('19:1')).endInTrouble(undefined);
    await clock.until(send('19:1'));
    expect((await clock.until(turnIn('19:1'))).endInTrouble(undefined)).toBe(2);
  });

  const insist = () => turns.insist('waterland', '19:1');
});

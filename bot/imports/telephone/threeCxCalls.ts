import type { Call, Transfer } from '../../../shared/fact/call.ts';
import type { CallMoments } from './callMoments.ts';
import type { CallSink } from './callSink.ts';
import type { DepartmentOf } from './queueMapping.ts';
import { isClosed, isConversation, nextNumber, type ThreeCxLeg } from './threeCxLeg.ts';

export interface ThreeCxTools {
  readonly departmentOf: DepartmentOf;
  /** Also of extensions. */
  readonly targetOf: DepartmentOf;
  readonly moments: CallMoments;
  readonly sink: CallSink;
}

/** A call that came in somewhere, or a wait in a queue. */
interface Visit {
  readonly id: string;
  readonly department: string;
  /** Its place among the legs. */
  readonly at: number;
}

/**
 * Makes calls of the legs of one call: one for every queue that it waited in, unless a colleague put it
 * through to that queue, and one for the number at which it began.
 *
 * @param legs in the order of time.
 */
export function makeCalls(callId: string, legs: readonly ThreeCxLeg[], tools: ThreeCxTools): void {
  /** Queues that a caller was put through to. */
  const reached = new Set<ThreeCxLeg>();
  const ids = new Set<string>();
  legs.forEach((leg, at) => {
    const department = departmentAt(leg, at, tools);
    if (department === undefined || reached.has(leg) || isClosed(leg)) return;
    let id = `${callId}/${leg.number}`;
    // A caller can come back into the same queue.
    for (let visit = 2; ids.has(id); visit++) id = `${callId}/${leg.number}/${visit}`;
    ids.add(id);
    makeCall({ id, department, at }, legs, reached, tools);
  });
}

/** Of a number where calls come in; undefined where none comes in, or where it does not count. */
function departmentAt(leg: ThreeCxLeg, at: number, { departmentOf, sink }: ThreeCxTools): string | undefined {
  if (leg.place !== 'queue' && at > 0) return undefined;
  const department = departmentOf(leg.number);
  if (department === undefined && leg.place === 'queue') {
    sink.refuse({ line: leg.line, column: 'To', reason: 'unknownDepartment' });
  }
  return department === '' ? undefined : department;
}

function makeCall(
  { id, department, at }: Visit,
  legs: readonly ThreeCxLeg[],
  reached: Set<ThreeCxLeg>,
  tools: ThreeCxTools,
): void {
  const leg = legs[at] as ThreeCxLeg;
  const isQueue = leg.place === 'queue';
  const until = legs.findIndex((later, place) => place > at && later.place === 'queue');
  const here = legs.slice(0, until < 0 ? legs.length : until);
  const spoken = here.findIndex((later, place) => place >= at && isConversation(later));
  const conversation = isQueue && !leg.isAnswered ? undefined : here[spoken];
  if (isQueue && leg.isAnswered && conversation === undefined) {
    // A report of queues only: how long they talked would be 0 for all.
    tools.sink.refuse({ line: leg.line, column: 'Talking', reason: 'missing' });
    return;
  }
  const call: Call = {
    id,
    ...tools.moments.placeOf(leg.start),
    department,
    waitSeconds: isQueue ? leg.ringingSeconds + leg.talkingSeconds : waitAt(leg, conversation, here),
    talkSeconds: conversation?.talkingSeconds ?? 0,
    isAnswered: conversation !== undefined,
    transfer:
      conversation === undefined ? undefined : transferAfter(spoken, department, legs, reached, tools),
  };
  tools.sink.add(call);
}

/** At a number that is no queue: until somebody picked up, or it was over. */
function waitAt(
  { start }: ThreeCxLeg,
  conversation: ThreeCxLeg | undefined,
  legs: readonly ThreeCxLeg[],
): number {
  if (conversation !== undefined) return conversation.start + conversation.ringingSeconds - start;
  const ends = legs.map((leg) => leg.start + leg.ringingSeconds + leg.talkingSeconds);
  return Math.max(...ends) - start;
}

/** Follows the caller, over parking places and close colleagues, to another department. */
function transferAfter(
  spoken: number,
  own: string,
  legs: readonly ThreeCxLeg[],
  reached: Set<ThreeCxLeg>,
  { targetOf }: ThreeCxTools,
): Transfer | undefined {
  let from = legs[spoken];
  let rest = legs.slice(spoken + 1);
  while (from !== undefined) {
    const next = nextNumber(from);
    const there = rest.filter(({ number }) => number === next);
    const answered = there.find(({ isAnswered, place }) => isAnswered && place !== 'machine');
    const department = next === undefined ? undefined : targetOf(next);
    if (department && department !== own) {
      for (const leg of there) reached.add(leg);
      return { department, isPickedUp: answered !== undefined };
    }
    from = answered ?? there[0];
    rest = from === undefined ? [] : rest.slice(rest.indexOf(from) + 1);
  }
  return undefined;
}

import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../shared/calendar/calendar.ts';
import { officeMinutesBetween, officeTimeAfter } from '../../shared/calendar/officeTime.ts';
import { localDay } from '../../shared/calendar/zone.ts';
import { act, type CallbackAction } from '../../shared/callback/act.ts';
import { mayGiveUp } from '../../shared/callback/attemptRule.ts';
import { type Callback, revisionOf } from '../../shared/callback/callback.ts';
import { stateOf } from '../../shared/callback/state.ts';
import type { Person } from '../../shared/person.ts';
import { grown, habits } from './habits.ts';
import { teams } from './people.ts';
import type { Random } from './random.ts';
import type { DepartmentId } from './waterland.ts';

interface Life {
  readonly department: DepartmentId;
  readonly calendar: Calendar;
  readonly now: Temporal.Instant;
  readonly random: Random;
}

/** What departments do with a callback before `now`. How it ends does not depend on `now`. */
export function liveCallback(callback: Callback, { department, calendar, now, random }: Life): Callback {
  const [{ at: asked }] = callback.steps;
  const minutes = minutesToEnd(callback, { department, calendar, random });
  let lived = callback;
  for (const { part, by, action } of planOf(department, random)) {
    const at = officeTimeAfter(calendar, asked, part * minutes);
    if (Temporal.Instant.compare(at, now) >= 0) break;
    const seenRevision = revisionOf(lived);
    const acted = act(lived, action === 'finish' ? finish(lived) : action, { by, at, seenRevision });
    if (acted.kind !== 'applied') throw new Error(`The demo's callback ${callback.id} is ${acted.kind}`);
    lived = acted.callback;
  }
  return lived;
}

/** How long the office is open between the question and the end. */
function minutesToEnd(callback: Callback, { department, calendar, random }: Omit<Life, 'now'>): number {
  const [{ at: asked }] = callback.steps;
  const promised = officeMinutesBetween(calendar, asked, callback.due);
  const isOnTime = random.chance(grown(habits[department].onTime, localDay(asked)));
  const chance = random.next();
  // Who is late, mostly is so soon after the deadline, and at most a week.
  return isOnTime ? promised * (0.03 + 0.95 * chance) : promised + officeDay * (0.05 + 4.9 * chance ** 2);
}

/** 08:30–17:00, in minutes. */
const officeDay = 8.5 * 60;

/** Who will do what, at which part (0 to 1) of the time from question to end. */
interface Plan {
  readonly part: number;
  readonly by: Person;
  readonly action: CallbackAction | 'finish';
}

function planOf(first: DepartmentId, random: Random): Plan[] {
  const department = random.chance(0.06) ? habits[first].neighbour : first;
  const sender = random.pick(teams[first]);
  const by = random.pick(teams[department]);
  const plan: Plan[] = [];
  if (department !== first) {
    plan.push({ part: 0.15, by: sender, action: { kind: 'handOver', department } });
  }
  if (random.chance(0.85)) plan.push({ part: 0.2 + 0.4 * random.next(), by, action: { kind: 'take' } });
  for (const part of random.weigh(unansweredCalls).parts) {
    // The last call is the one that leaves a message.
    plan.push({ part, by, action: { kind: 'attempt', messageLeft: part === lastCall } });
  }
  return [...plan, { part: 1, by, action: 'finish' }];
}

const lastCall = 0.95;
const unansweredCalls: readonly { readonly parts: readonly number[]; readonly weight: number }[] = [
  { parts: [], weight: 62 },
  { parts: [0.8], weight: 14 },
  { parts: [lastCall], weight: 8 },
  { parts: [0.7, 0.85], weight: 9 },
  { parts: [0.65, 0.8, lastCall], weight: 7 },
];

function finish(callback: Callback): CallbackAction {
  return { kind: 'finish', result: mayGiveUp(stateOf(callback)) ? 'notReached' : 'spoken' };
}

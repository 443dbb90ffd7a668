import type { Random } from '../../../bot/demo/random.ts';
import type { Call, Transfer } from '../../../shared/fact/call.ts';
import { kcc } from '../../../shared/municipality/municipality.ts';
import { between } from './delivery.ts';
import { dayAt, dayCount, departmentIds } from './town.ts';

/** On which days the telephone system was read, and what it knew then. */
const readings = [
  { weight: 5, departments: departmentIds, hasTransfers: true },
  { weight: 1, departments: departmentIds.filter((id) => id !== kcc.id), hasTransfers: true },
  { weight: 1, departments: departmentIds, hasTransfers: false },
  { weight: 5, departments: [], hasTransfers: false },
];

/** Waits on both sides of every limit. */
const waits = [0, 9, 10, 11, 12, 45, 89, 90, 91, 240];

/** Calls in the order of their days; on some days the telephone system knew nothing. */
export function generateCalls(random: Random, count: number): Call[] {
  const days = Array.from({ length: dayCount }, (_, index) => ({ index, ...random.weigh(readings) })).filter(
    ({ departments }) => departments.length > 0,
  );
  const perDay = Math.ceil(count / days.length);
  const calls: Call[] = [];
  for (const { index, departments, hasTransfers } of days) {
    for (let number = 0; number < perDay && calls.length < count; number++) {
      const department = random.chance(0.5) && departments[0] ? departments[0] : random.pick(departments);
      calls.push(callOf(random, { id: `${number}`, day: dayAt(index), department, hasTransfers }));
    }
  }
  return calls;
}

interface CallOf {
  readonly id: string;
  readonly day: string;
  readonly department: string;
  readonly hasTransfers: boolean;
}

function callOf(random: Random, { id, day, department, hasTransfers }: CallOf): Call {
  const isAnswered = random.chance(0.85);
  return {
    id,
    day,
    second: between(random, 0, 86_399),
    department,
    waitSeconds: random.chance(0.3) ? random.pick(waits) : between(random, 0, 200),
    talkSeconds: isAnswered ? between(random, 0, 900) : 0,
    isAnswered,
    transfer: hasTransfers && isAnswered && random.chance(0.2) ? transferOf(random) : undefined,
  };
}

function transferOf(random: Random): Transfer {
  return { department: random.pick(departmentIds), isPickedUp: random.chance(0.9) };
}

/** Another version of the same call. */
export function correctCall(random: Random, { id, day, transfer }: Call): Call {
  const department = random.pick(departmentIds);
  return callOf(random, { id, day, department, hasTransfers: transfer !== undefined });
}

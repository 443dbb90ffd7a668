import type { Random } from '../../../bot/demo/random.ts';
import type { Case } from '../../../shared/fact/case.ts';
import type { Rating } from '../../../shared/fact/rating.ts';
import type { Response } from '../../../shared/fact/response.ts';
import { between } from './delivery.ts';
import { dayAt, dayCount, departmentIds, processIds } from './town.ts';

/** Facts that are kept by their id, in the order of their days; a later version may be of another day. */

export function generateResponses(random: Random, count: number): Response[] {
  return Array.from({ length: count }, (_, number) =>
    responseOf(random, `R${number}`, Math.floor((number / count) * dayCount)),
  );
}

function responseOf(random: Random, id: string, respondedOn: number): Response {
  return {
    id,
    department: random.pick(departmentIds),
    process: random.pick(processIds),
    receivedOn: dayAt(respondedOn - between(random, 0, random.chance(0.05) ? 60 : 12)),
    respondedOn: random.chance(0.92) ? dayAt(respondedOn) : undefined,
  };
}

export function correctResponse(random: Random, { id }: Response): Response {
  return responseOf(random, id, between(random, 0, dayCount - 1));
}

export function generateCases(random: Random, count: number): Case[] {
  return Array.from({ length: count }, (_, number) =>
    caseOf(random, `Z/2025 #${number}`, Math.floor((number / count) * (dayCount + 60))),
  );
}

/** Closed in time, on the last day, too late, or still running: past its last day, on it (today), or before it. */
function caseOf(random: Random, id: string, usuallyDueOn: number): Case {
  const dueOn = random.chance(0.01) ? dayCount - 1 : usuallyDueOn;
  const daysLate = random.chance(0.1)
    ? 0
    : random.chance(0.8)
      ? -between(random, 0, 50)
      : between(random, 1, 40);
  const closedOn = Math.max(0, dueOn + daysLate);
  const isClosed = closedOn < dayCount && random.chance(0.9);
  return {
    id,
    department: random.pick(departmentIds),
    process: random.pick(processIds),
    startedOn: dayAt(dueOn - 56),
    dueOn: dayAt(dueOn),
    closedOn: isClosed ? dayAt(closedOn) : undefined,
  };
}

export function correctCase(random: Random, { id }: Case): Case {
  return caseOf(random, id, between(random, 0, dayCount + 60));
}

export function generateRatings(random: Random, count: number): Rating[] {
  return Array.from({ length: count }, (_, number) =>
    ratingOf(random, `W${number}`, Math.floor((number / count) * dayCount)),
  );
}

function ratingOf(random: Random, id: string, day: number): Rating {
  return {
    id,
    day: dayAt(day),
    score: random.chance(0.7) ? between(random, 6, 10) : between(random, 1, 10),
    about: random.pick(['case', 'contact'] as const),
    department: random.pick(departmentIds),
    process: random.pick(processIds),
    remark: random.chance(0.1) ? 'Prima geholpen, "niets" te klagen' : '',
  };
}

export function correctRating(random: Random, { id }: Rating): Rating {
  return ratingOf(random, id, between(random, 0, dayCount - 1));
}

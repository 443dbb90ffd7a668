import type { Call, Transfer } from '../../../shared/fact/call.ts';
import type { CallMoments, Instant } from './callMoments.ts';

/** One record: two parties of a call. */
export interface AsteriskLeg {
  readonly start: Instant;
  /** When it was answered, if it was. */
  readonly answered: Instant;
  readonly end: Instant;
  readonly isAnswered: boolean;
}

/** Where a call came in. */
export interface CameIn {
  /** Or number. */
  readonly queue: string;
  readonly department: string;
  /** Whether it is a queue. */
  readonly isQueue: boolean;
}

interface Visit {
  readonly queue: string;
  readonly department: string;
  readonly entered: Instant;
  readonly left: Instant;
  /** The first conversation. */
  readonly spoken: AsteriskLeg | undefined;
}

interface Target {
  readonly department: string;
  readonly start: Instant;
  readonly isPickedUp: boolean;
}

/** A call has fewer, unless it is nonsense. */
const mostKept = 100;

/** All records of one call, put together as they come. */
export class AsteriskCall {
  readonly #id: string;
  readonly #visits = new Map<string, Visit>();
  readonly #targets: Target[] = [];

  constructor(id: string) {
    this.#id = id;
  }

  addVisit({ queue, department }: CameIn, leg: AsteriskLeg): void {
    const before = this.#visits.get(queue);
    if (before === undefined && this.#visits.size >= mostKept) return;
    this.#visits.set(queue, {
      queue,
      department,
      entered: Math.min(leg.start, before?.entered ?? leg.start),
      left: Math.max(leg.end, before?.left ?? leg.end),
      spoken: firstSpoken(before?.spoken, leg),
    });
  }

  addTarget(department: string, { start, isAnswered }: AsteriskLeg): void {
    if (this.#targets.length < mostKept) this.#targets.push({ department, start, isPickedUp: isAnswered });
  }

  /** One for each queue or number where it came in; not for a queue that it was put through to. */
  calls(moments: CallMoments): readonly Call[] {
    const visits = [...this.#visits.values()].sort((one, other) => one.entered - other.entered);
    const reached = new Set<Visit>();
    const calls: Call[] = [];
    for (const visit of visits) {
      if (reached.has(visit)) continue;
      const later = visits.filter((other) => other.department !== visit.department && isAfter(other, visit));
      for (const other of later) reached.add(other);
      calls.push(this.#callOf(visit, later, moments));
    }
    return calls;
  }

  #callOf(visit: Visit, later: readonly Visit[], moments: CallMoments): Call {
    const { queue, department, entered, left, spoken } = visit;
    return {
      id: `${this.#id}/${queue}`,
      ...moments.placeOf(entered),
      department,
      waitSeconds: (spoken?.answered ?? left) - entered,
      talkSeconds: spoken === undefined ? 0 : spoken.end - spoken.answered,
      isAnswered: spoken !== undefined,
      transfer: this.#transferOf(visit, later),
    };
  }

  #transferOf(visit: Visit, later: readonly Visit[]): Transfer | undefined {
    const queues = later.map(({ department, entered, spoken }): Target => {
      return { department, start: entered, isPickedUp: spoken !== undefined };
    });
    const extensions = this.#targets.filter(
      ({ department, start }) => department !== visit.department && isAfter({ entered: start }, visit),
    );
    const all = [...queues, ...extensions].sort((one, other) => one.start - other.start);
    const department = all[0]?.department;
    if (department === undefined) return undefined;
    const isPickedUp = all.some((target) => target.department === department && target.isPickedUp);
    return { department, isPickedUp };
  }
}

/** Whether it came after the first conversation had begun. */
function isAfter({ entered }: Pick<Visit, 'entered'>, { spoken }: Visit): boolean {
  return spoken !== undefined && entered >= spoken.answered && entered > spoken.start;
}

function firstSpoken(before: AsteriskLeg | undefined, leg: AsteriskLeg): AsteriskLeg | undefined {
  if (!leg.isAnswered) return before;
  return before === undefined || leg.answered < before.answered ? leg : before;
}

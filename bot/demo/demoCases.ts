import { Temporal } from 'temporal-polyfill';
import type { Case } from '../../shared/fact/case.ts';
import { seededRandom } from './random.ts';
import { type ProcessId, waterland } from './waterland.ts';

interface CaseHabits {
  readonly process: ProcessId;
  /** How often it is asked for. */
  readonly weight: number;
  /** What is promised, in calendar days. */
  readonly leadTime: number;
  /** The share that is late. */
  readonly late: number;
}

/** What becomes a case; lead times as the law or a municipality usually has them. */
const habits: readonly CaseHabits[] = [
  { process: 'bouwen', weight: 14, leadTime: 56, late: 0.12 },
  { process: 'kapvergunning', weight: 8, leadTime: 56, late: 0.08 },
  { process: 'evenement', weight: 5, leadTime: 56, late: 0.05 },
  { process: 'strook-grond', weight: 6, leadTime: 91, late: 0.14 },
  { process: 'wmo', weight: 22, leadTime: 56, late: 0.04 },
  { process: 'bijstand', weight: 16, leadTime: 56, late: 0.02 },
  { process: 'leerlingenvervoer', weight: 4, leadTime: 56, late: 0.01 },
  { process: 'parkeren', weight: 16, leadTime: 28, late: 0.01 },
  { process: 'klacht', weight: 4, leadTime: 42, late: 0.06 },
];

/** So many begin on a day. */
const casesADay = 9;

/** The cases that began on one day, with what has become of them up to `today`. */
export function demoCases(day: Temporal.PlainDate, today: Temporal.PlainDate): Case[] {
  if (day.dayOfWeek > 5) return [];
  return Array.from({ length: casesADay }, (_, index) => {
    const random = seededRandom(`${day} case ${index}`);
    const { process, leadTime, late } = random.weigh(habits);
    const isLate = random.chance(late);
    const part = isLate ? 1 + 0.5 * random.next() : 0.25 + 0.74 * random.next();
    const closed = day.add({ days: Math.max(1, Math.floor(leadTime * part) + (isLate ? 1 : 0)) });
    const isClosed = Temporal.PlainDate.compare(closed, today) < 0;
    return {
      id: `Z-${String(day).replaceAll('-', '')}-${String(index + 1).padStart(3, '0')}`,
      department: waterland.processes.find(({ id }) => id === process)?.department ?? '',
      process,
      startedOn: day.toString(),
      dueOn: day.add({ days: leadTime }).toString(),
      closedOn: isClosed ? closed.toString() : undefined,
    };
  });
}

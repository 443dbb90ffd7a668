import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../shared/calendar/calendar.ts';
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
  { process: 'melding', weight: 18, leadTime: 14, late: 0.03 },
  { process: 'parkeren', weight: 16, leadTime: 28, late: 0.01 },
  { process: 'klacht', weight: 4, leadTime: 42, late: 0.06 },
  { process: 'wmo', weight: 22, leadTime: 56, late: 0.04 },
  { process: 'bijstand', weight: 16, leadTime: 56, late: 0.02 },
  { process: 'leerlingenvervoer', weight: 4, leadTime: 56, late: 0.01 },
  { process: 'aanslag', weight: 8, leadTime: 56, late: 0.02 },
  { process: 'bouwen', weight: 14, leadTime: 56, late: 0.15 },
  { process: 'kapvergunning', weight: 8, leadTime: 56, late: 0.1 },
  { process: 'evenement', weight: 5, leadTime: 56, late: 0.07 },
  { process: 'strook-grond', weight: 6, leadTime: 91, late: 0.14 },
  { process: 'grond-huren', weight: 2, leadTime: 91, late: 0.1 },
];

export const caseProcesses: ReadonlySet<string> = new Set(habits.map(({ process }) => process));

/** So many begin on a working day. */
const casesADay = 12;

/** A case that is late takes at most so much longer than was promised, as a part of that. */
const mostOverrun = 0.5;

/** No case takes more days. */
export const longestCase = Math.ceil(
  Math.max(...habits.map(({ leadTime }) => leadTime)) * (1 + mostOverrun) + 14,
);

/** The cases that began on one day, with what has become of them before `today`. */
export function demoCases(day: Temporal.PlainDate, today: Temporal.PlainDate, calendar: Calendar): Case[] {
  if (calendar.workingDay(day) === undefined) return [];
  return Array.from({ length: casesADay }, (_, index) => {
    const random = seededRandom(`${day} case ${index}`);
    const { process, leadTime, late } = random.weigh(habits);
    const due = day.add({ days: leadTime });
    const closed = random.chance(late)
      ? workingDayFrom(due.add({ days: 1 + Math.floor(leadTime * mostOverrun * random.next()) }), 1, calendar)
      : workingDayFrom(day.add({ days: Math.floor(leadTime * (0.25 + 0.75 * random.next())) }), -1, calendar);
    return {
      id: `Z-${String(day).replaceAll('-', '')}-${String(index + 1).padStart(3, '0')}`,
      department: waterland.processes.find(({ id }) => id === process)?.department ?? '',
      process,
      startedOn: day.toString(),
      dueOn: due.toString(),
      closedOn: Temporal.PlainDate.compare(closed, today) < 0 ? closed.toString() : undefined,
    };
  });
}

/** Nobody closes a case in the weekend: the nearest working day, after (1) or before (-1) it. */
function workingDayFrom(day: Temporal.PlainDate, step: 1 | -1, calendar: Calendar): Temporal.PlainDate {
  let near = day;
  while (calendar.workingDay(near) === undefined) near = near.add({ days: step });
  return near;
}

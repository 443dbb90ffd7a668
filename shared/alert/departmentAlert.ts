import type { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../calendar/calendar.ts';
import type { Urgency } from '../callback/urgency.ts';
import { urgencyAt } from '../callback/urgencyAt.ts';
import type { KpiAnswer } from '../kpi/scorecard.ts';
import type { OpenCallback } from './openCallback.ts';
import type { Notice } from './pendingNotices.ts';

/** The daily SLA alert of a department: what is open, and how its month goes. */
export interface DepartmentAlert {
  readonly department: string;
  readonly overdue: readonly OpenCallback[];
  readonly dueToday: readonly OpenCallback[];
  readonly dueTomorrow: readonly OpenCallback[];
  /** Taken by nobody, whenever they are due. */
  readonly unassigned: readonly OpenCallback[];
  readonly open: number;
  /** What is told of one callback with this alert, to who took it or to the team lead. */
  readonly notices: readonly Notice[];
  /** `callbackOnTime` of this department, this month. */
  readonly onTime: KpiAnswer;
  /** Its other norms that are missed or at risk. */
  readonly worrying: readonly KpiAnswer[];
}

export interface DepartmentFigures {
  readonly department: string;
  /** The department's open callbacks, the most urgent first. */
  readonly open: readonly OpenCallback[];
  readonly notices: readonly Notice[];
  /** The department's eleven answers of this month. */
  readonly answers: readonly KpiAnswer[];
}

/** @throws Error when the answers lack `callbackOnTime`. */
export function departmentAlert(
  { department, open, notices, answers }: DepartmentFigures,
  { calendar, now }: { readonly calendar: Calendar; readonly now: Temporal.Instant },
): DepartmentAlert {
  const urgencyOf = urgencyAt({ calendar, now });
  const withUrgency = (urgency: Urgency) => open.filter(({ due }) => urgencyOf(due) === urgency);
  const onTime = answers.find(({ id }) => id === 'callbackOnTime');
  if (onTime === undefined) throw new Error('The answers of a department lack callbackOnTime');
  return {
    department,
    overdue: withUrgency('overdue'),
    dueToday: withUrgency('today'),
    dueTomorrow: withUrgency('nextWorkingDay'),
    unassigned: open.filter(({ owner }) => owner === undefined),
    open: open.length,
    notices,
    onTime,
    worrying: answers.filter((answer) => answer.id !== 'callbackOnTime' && isWorrying(answer)),
  };
}

/** Nothing in it asks anything of anybody: it can be said in one line. */
export function isAllWell(alert: DepartmentAlert): boolean {
  const lists = [alert.overdue, alert.dueToday, alert.dueTomorrow, alert.unassigned, alert.worrying];
  return lists.every((list) => list.length === 0) && !isWorrying(alert.onTime);
}

function isWorrying({ status }: KpiAnswer): boolean {
  return status === 'missed' || status === 'atRisk';
}

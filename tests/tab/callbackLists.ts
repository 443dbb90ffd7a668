import type { CallbackList, ListedCallback } from '../../shared/callback/callbackList.ts';
import { countUrgencies, type Urgency } from '../../shared/callback/urgency.ts';

const departments = [
  { id: 'burgerzaken', name: 'Burgerzaken' },
  { id: 'grondzaken', name: 'Grondzaken' },
  { id: 'vergunningen', name: 'Vergunningen' },
];

type Row = readonly [
  urgency: Urgency,
  due: string,
  subject: string,
  department: string,
  owner: string | null,
];

/** On Monday 23 November 2026, in the morning. */
const typicalRows: readonly Row[] = [
  ['overdue', '2026-11-19', 'Strook grond achter de tuin', 'Grondzaken', null],
  ['overdue', '2026-11-20', 'Bezwaar tegen de parkeervergunning', 'Vergunningen', 'Vera van Dijk'],
  ['today', '2026-11-23', 'Rijbewijs kwijt', 'Burgerzaken', 'Bram de Wit'],
  ['today', '2026-11-23', 'Kap van een eik op de erfgrens', 'Vergunningen', null],
  ['nextWorkingDay', '2026-11-24', 'Erfpacht omzetten', 'Grondzaken', 'Gijs Grondvast'],
  ['later', '2026-11-25', 'Dakkapel aan de voorkant', 'Vergunningen', null],
];

/** The list of all departments, or of one. */
export function typicalList(department: string | null): CallbackList {
  const name = departments.find(({ id }) => id === department)?.name;
  return listOf(typicalRows.filter((row) => name === undefined || row[3] === name));
}

export function listOf(rows: readonly Row[]): CallbackList {
  return {
    municipality: 'Gemeente Waterland',
    departments,
    counts: countUrgencies(rows.map(([urgency]) => urgency)),
    callbacks: rows.map(callback),
  };
}

function callback([urgency, due, subject, department, owner]: Row, index: number): ListedCallback {
  return {
    id: `2026-11-17-${String(index).padStart(16, '0')}`,
    subject,
    department,
    due: `${due}T16:00:00Z`,
    urgency,
    askedAt: '2026-11-17T08:05:00Z',
    owner,
  };
}

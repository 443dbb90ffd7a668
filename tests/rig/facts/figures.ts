import { type KpiId, kpiIds } from '../../../shared/kpi/kpi.ts';
import { departmentIds, processIds, unknownProcess } from './town.ts';

/** What a scorecard can be narrowed to; the first is nothing, the second what belongs to none. */
export const departmentFilters = [undefined, '', ...departmentIds];
export const processFilters = [undefined, ...processIds, unknownProcess];

/** How many figures a period has: of every department, process and KPI. */
export const figuresAPeriod = departmentFilters.length * processFilters.length * kpiIds.length;

/** The numbers of figures, each in the place that `placeOf` says; 0 where nothing was measured. */
export interface Figures {
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
  /** On how many days something was measured… */
  readonly days: Float64Array;
  /** …and the last of them: days since 1970. */
  readonly lastDays: Float64Array;
}

export function noFigures(periods: number): Figures {
  const none = () => new Float64Array(periods * figuresAPeriod);
  return { numerators: none(), denominators: none(), days: none(), lastDays: none() };
}

/** All by their places in the lists above. */
export function placeOf(period: number, department: number, process: number, kpi: number): number {
  return (
    ((period * departmentFilters.length + department) * processFilters.length + process) * kpiIds.length + kpi
  );
}

/** What a figure is of, and what each says of it, in the order of `columns`. */
interface Example {
  readonly of: readonly unknown[];
  readonly said: readonly (readonly number[])[];
}

export interface Differences {
  readonly count: number;
  /** The first few. */
  readonly examples: readonly Example[];
}

const shownExamples = 5;

const columns = ['numerators', 'denominators', 'days', 'lastDays'] as const satisfies (keyof Figures)[];

/**
 * How many figures are not the same.
 * @param periods the names of all periods, in the order of their places.
 */
export function differences(periods: readonly string[], one: Figures, other: Figures): Differences {
  const examples: Example[] = [];
  let count = 0;
  for (let place = 0; place < one.numerators.length; place++) {
    if (columns.every((column) => one[column][place] === other[column][place])) continue;
    count++;
    if (examples.length === shownExamples) continue;
    const said = [one, other].map((figures) => columns.map((column) => figures[column][place] ?? Number.NaN));
    examples.push({ of: meaningOf(periods, place), said });
  }
  return { count, examples };
}

function meaningOf(periods: readonly string[], place: number): unknown[] {
  const meaning: unknown[] = [];
  let left = place;
  for (const list of [kpiIds, processFilters, departmentFilters, periods]) {
    meaning.unshift(list[left % list.length]);
    left = Math.floor(left / list.length);
  }
  return meaning;
}

/** How many figures of each KPI there are in which something was measured. */
export function measuredFigures({ denominators }: Figures): Map<KpiId, number> {
  const counts = new Map<KpiId, number>(kpiIds.map((id) => [id, 0]));
  for (const [place, denominator] of denominators.entries()) {
    const id = kpiIds[place % kpiIds.length];
    if (id !== undefined && denominator > 0) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

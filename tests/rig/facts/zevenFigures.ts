import { Temporal } from 'temporal-polyfill';
import { type PeriodTotals, readTotals } from '../../../bot/scorecard/readTotals.ts';
import type { FactServices } from '../../../bot/services.ts';
import { type Sum, sumByKpi } from '../../../shared/kpi/answers.ts';
import { kpiIds } from '../../../shared/kpi/kpi.ts';
import { monthsOf, type Period, parsePeriod, periodBefore, yearBefore } from '../../../shared/kpi/period.ts';
import { departmentFilters, type Figures, noFigures, placeOf, processFilters } from './figures.ts';
import { today } from './town.ts';

/** The figures of these periods as the scorecard shows them. */
export async function zevenFigures(
  tenant: string,
  names: readonly string[],
  services: FactServices,
): Promise<Figures> {
  const figures = noFigures(names.length);
  const periods = names.map((name, place) => ({ place, period: periodCalled(name) }));
  for (const [first, ...others] of Map.groupBy(periods, readingOf).values()) {
    if (first === undefined) continue;
    const besides = [...others.map(({ period }) => period), ...comparedWith(first.period)];
    const totals = await readTotals(tenant, [first.period, ...besides], services);
    for (const { place, period } of [first, ...others]) fillPeriod(figures, place, totals.of(period));
  }
  return figures;
}

/** Days and weeks of the same months are read at once, the others one by one, as the scorecard does. */
function readingOf({ place, period }: { readonly place: number; readonly period: Period }): string {
  return isShort(period) ? monthsOf(period).join() : `${place}`;
}

function comparedWith(period: Period): Period[] {
  return isShort(period) ? [] : [periodBefore(period), yearBefore(period)];
}

function isShort({ kind }: Period): boolean {
  return kind === 'day' || kind === 'week';
}

export function periodCalled(name: string): Period {
  const period = parsePeriod(name, today);
  if (period === undefined) throw new RangeError(`${name} is not a period.`);
  return period;
}

function fillPeriod(figures: Figures, period: number, months: ReturnType<PeriodTotals['of']>): void {
  for (const [departmentPlace, department] of departmentFilters.entries()) {
    for (const [processPlace, process] of processFilters.entries()) {
      const sums = sumByKpi(months, { department, process });
      for (const [kpiPlace, id] of kpiIds.entries()) {
        fill(figures, placeOf(period, departmentPlace, processPlace, kpiPlace), sums[id]);
      }
    }
  }
}

function fill(figures: Figures, place: number, { numerator, denominator, days }: Sum): void {
  figures.numerators[place] = numerator;
  figures.denominators[place] = denominator;
  figures.days[place] = days.size;
  figures.lastDays[place] = days.size === 0 ? 0 : dayNumber([...days].sort().at(-1) ?? '');
}

const dayNumbers = new Map<string, number>();

/** Days since 1970. */
function dayNumber(day: string): number {
  const known = dayNumbers.get(day);
  if (known !== undefined) return known;
  const number = Temporal.PlainDate.from('1970-01-01').until(day).days;
  dayNumbers.set(day, number);
  return number;
}

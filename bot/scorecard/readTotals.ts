import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../shared/calendar/zone.ts';
import { monthsOf, type Period } from '../../shared/kpi/period.ts';
import { totalsOf } from '../../shared/kpi/totals.ts';
import type { FactServices } from '../services.ts';
import type { TotalRollup } from '../store/rollups.ts';

export interface PeriodTotals {
  /** What was computed of a period's months; of one that it has only a part of, just those days. */
  of(period: Period): TotalRollup[];
}

/**
 * Reads what periods add up to. Whole months are one request for all of them together; of a month that a
 * period has only a part of, the days are read as well.
 */
export async function readTotals(
  tenant: string,
  periods: readonly [Period, ...Period[]],
  { store: { rollups }, now }: FactServices,
): Promise<PeriodTotals> {
  const today = localDay(now());
  const partly = new Set(periods.flatMap((period) => partlyIn(period, today)));
  const whole = periods
    .flatMap(monthsOf)
    .filter((month) => !partly.has(month))
    .sort();
  const [first, last] = [whole[0], whole.at(-1)];
  const [totals, ...days] = await Promise.all([
    first === undefined || last === undefined ? [] : rollups.readTotals(tenant, first, last),
    ...Array.from(partly, async (month) => ({ month, rollup: await rollups.read(tenant, month) })),
  ]);

  return {
    of(period) {
      const months = new Set(monthsOf(period));
      const wholes = totals.filter(({ month }) => months.has(month) && !partly.has(month));
      const parts = days.flatMap(({ month, rollup }) => {
        if (rollup === undefined || !months.has(month)) return [];
        const { computedAt, measurements } = rollup;
        return [{ ...totalsOf(month, measurements, daysIn(period)), computedAt }];
      });
      return [...wholes, ...parts];
    },
  };
}

/** The months (YYYY-MM) that a period begins or ends in the middle of. What ends today ends its month so far. */
function partlyIn({ first, last }: Period, today: Temporal.PlainDate): string[] {
  const parts = [];
  if (first.day !== 1) parts.push(first);
  if (last.day !== last.daysInMonth && !last.equals(today)) parts.push(last);
  return [...new Set(parts.map((day) => day.toPlainYearMonth().toString()))];
}

function daysIn({ first, last }: Period): ReadonlySet<string> {
  const days = new Set<string>();
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    days.add(day.toString());
  }
  return days;
}

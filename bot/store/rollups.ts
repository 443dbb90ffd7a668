import type { TransactionAction } from '@azure/data-tables';
import type { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { factKinds } from '../../shared/fact/factKind.ts';
import { kpiIds } from '../../shared/kpi/kpi.ts';
import { type Measurement, scoreIds } from '../../shared/kpi/measurement.ts';
import { type MonthTotals, type Total, totalsOf } from '../../shared/kpi/totals.ts';
import { pack, unpack } from './packed.ts';
import { InstantColumn, listRange, readRow, wins } from './rows.ts';
import type { Storage } from './storage.ts';

/** The measurements of one month, as they were last computed. */
export interface Rollup {
  readonly measurements: readonly Measurement[];
  readonly computedAt: Temporal.Instant;
  readonly etag: string;
}

/** What a month adds up to, as it was last computed. */
export interface TotalRollup extends MonthTotals {
  readonly computedAt: Temporal.Instant;
}

/**
 * Two rows a month (partition: tenant), written together: `days_YYYY-MM` holds every day, source, department,
 * process and KPI; `total_YYYY-MM` what they add up to. A year of scorecard is one request, however many
 * contacts there were. All of it follows from the facts.
 */
export type RollupStore = ReturnType<typeof openRollups>;

export function openRollups(storage: Storage) {
  const table = storage.table('Rollups');

  return {
    /** @param month YYYY-MM */
    async read(tenant: string, month: string): Promise<Rollup | undefined> {
      const row = await readRow(table, tenant, `days_${month}`);
      return row && rollupOf(row);
    },

    /** All months from `first` up to and including `last` (YYYY-MM) that were computed, by month, in order. */
    async readMonths(tenant: string, first: string, last: string): Promise<Map<string, Rollup>> {
      const months = new Map<string, Rollup>();
      for await (const row of listRange(table, tenant, `days_${first}`, `days_${last}`)) {
        months.set(monthOf(row), rollupOf(row));
      }
      return months;
    },

    /** The totals of the months from `first` up to and including `last` (YYYY-MM): one request. */
    async readTotals(tenant: string, first: string, last: string): Promise<TotalRollup[]> {
      const months: TotalRollup[] = [];
      for await (const row of listRange(table, tenant, `total_${first}`, `total_${last}`)) {
        months.push(totalRollupOf(row));
      }
      return months;
    },

    /** Replaces the version that was read (`etag`), or makes the first; false when another was first. */
    write(
      tenant: string,
      month: string,
      { measurements, computedAt }: Omit<Rollup, 'etag'>,
      etag: string | undefined,
    ): Promise<boolean> {
      const of = { partitionKey: tenant, computedAt: computedAt.toString() };
      const days = { ...of, rowKey: `days_${month}`, ...pack(dayColumns(measurements)) };
      const { totals } = totalsOf(month, measurements);
      const total = { ...of, rowKey: `total_${month}`, ...pack(totalColumns(totals)) };
      const replaced: TransactionAction =
        etag === undefined ? ['create', days] : ['update', days, 'Replace', { etag }];
      return wins(table.submitTransaction([replaced, ['upsert', total, 'Replace']]));
    },
  };
}

type Row = Readonly<Record<string, unknown>>;

const RollupRow = v.looseObject({ etag: v.string(), rowKey: v.string(), computedAt: InstantColumn });

function monthOf(row: Row): string {
  return v.parse(RollupRow, row).rowKey.slice(-'YYYY-MM'.length);
}

const measures = [...kpiIds, ...scoreIds];

const DayColumns = v.object({
  source: v.array(v.picklist(['registrations', ...factKinds])),
  day: v.array(v.string()),
  department: v.array(v.string()),
  process: v.array(v.string()),
  kpi: v.array(v.picklist(measures)),
  numerator: v.array(v.number()),
  denominator: v.array(v.number()),
});

/** Columns pack far better than objects: the same few names and days stand beside each other. */
function dayColumns(measurements: readonly Measurement[]): v.InferOutput<typeof DayColumns> {
  return {
    source: measurements.map(({ source }) => source),
    day: measurements.map(({ day }) => day),
    department: measurements.map(({ department }) => department),
    process: measurements.map(({ process }) => process),
    kpi: measurements.map(({ kpi }) => kpi),
    numerator: measurements.map(({ numerator }) => numerator),
    denominator: measurements.map(({ denominator }) => denominator),
  };
}

function rollupOf(row: Row): Rollup {
  const { etag, computedAt } = v.parse(RollupRow, row);
  const columns = v.parse(DayColumns, unpack(row));
  const measurements = columns.day.map((day, index) => ({
    day,
    source: at(columns.source, index),
    department: at(columns.department, index),
    process: at(columns.process, index),
    kpi: at(columns.kpi, index),
    numerator: at(columns.numerator, index),
    denominator: at(columns.denominator, index),
  }));
  return { measurements, computedAt, etag };
}

/** Read far more often than written: names once, and then six numbers a total. */
const TotalColumns = v.object({
  names: v.array(v.string()),
  kpis: v.array(v.picklist(measures)),
  numbers: v.array(v.number()),
});
const numbersEach = 6;

function totalColumns(totals: readonly Total[]): v.InferOutput<typeof TotalColumns> {
  const names = [...new Set(totals.flatMap(({ department, process }) => [department, process]))];
  const kpis = [...new Set(totals.map(({ kpi }) => kpi))];
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const numbers = totals.flatMap(({ department, process, kpi, numerator, denominator, days }) => [
    placeOf.get(department) ?? 0,
    placeOf.get(process) ?? 0,
    kpis.indexOf(kpi),
    numerator,
    denominator,
    days,
  ]);
  return { names, kpis, numbers };
}

function totalRollupOf(row: Row): TotalRollup {
  const { computedAt } = v.parse(RollupRow, row);
  const { names, kpis, numbers } = v.parse(TotalColumns, unpack(row));
  const totals: Total[] = [];
  for (let start = 0; start < numbers.length; start += numbersEach) {
    totals.push({
      department: at(names, at(numbers, start)),
      process: at(names, at(numbers, start + 1)),
      kpi: at(kpis, at(numbers, start + 2)),
      numerator: at(numbers, start + 3),
      denominator: at(numbers, start + 4),
      days: at(numbers, start + 5),
    });
  }
  return { month: monthOf(row), totals, computedAt };
}

function at<Item>(column: readonly Item[], index: number): Item {
  const item = column[index];
  if (item === undefined) throw new Error(`A rollup lacks what it should have at ${index}`);
  return item;
}

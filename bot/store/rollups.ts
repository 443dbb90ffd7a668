import { deflateSync, inflateSync } from 'node:zlib';
import type { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { kpiIds } from '../../shared/kpi/kpi.ts';
import type { Measurement } from '../../shared/kpi/measurement.ts';
import { InstantColumn, readRow, wins } from './rows.ts';
import type { Storage } from './storage.ts';

/** The measurements of one month, as they were last computed. */
export interface Rollup {
  readonly measurements: readonly Measurement[];
  readonly computedAt: Temporal.Instant;
  readonly etag: string;
}

/**
 * One row a month (partition: tenant), holding every day, department, process and KPI, packed: a
 * scorecard is one read, however many contacts there were. Follows from the facts of its days.
 */
export type RollupStore = ReturnType<typeof openRollups>;

export function openRollups(storage: Storage) {
  const table = storage.table('Rollups');

  return {
    /** @param month YYYY-MM */
    async read(tenant: string, month: string): Promise<Rollup | undefined> {
      const row = await readRow(table, tenant, month);
      return row && unpack(row);
    },

    /** Replaces the version that was read (`etag`), or makes the first; false when another was first. */
    write(
      tenant: string,
      month: string,
      { measurements, computedAt }: Omit<Rollup, 'etag'>,
      etag: string | undefined,
    ): Promise<boolean> {
      const row = {
        partitionKey: tenant,
        rowKey: month,
        computedAt: computedAt.toString(),
        ...pack(measurements),
      };
      return wins(
        etag === undefined ? table.createEntity(row) : table.updateEntity(row, 'Replace', { etag }),
      );
    },
  };
}

/** Azure Tables takes 64 KiB a property. */
const propertyLimit = 64 * 1024;

/** Columns compress far better than objects: the same few names and days stand beside each other. */
const Columns = v.object({
  day: v.array(v.string()),
  department: v.array(v.string()),
  process: v.array(v.string()),
  kpi: v.array(v.picklist(kpiIds)),
  numerator: v.array(v.number()),
  denominator: v.array(v.number()),
});

function pack(measurements: readonly Measurement[]): Record<string, Uint8Array> {
  const columns: v.InferOutput<typeof Columns> = {
    day: measurements.map(({ day }) => day),
    department: measurements.map(({ department }) => department),
    process: measurements.map(({ process }) => process),
    kpi: measurements.map(({ kpi }) => kpi),
    numerator: measurements.map(({ numerator }) => numerator),
    denominator: measurements.map(({ denominator }) => denominator),
  };
  const packed = deflateSync(JSON.stringify(columns));
  const chunks: Record<string, Uint8Array> = {};
  for (let start = 0; start < packed.length; start += propertyLimit) {
    chunks[`packed${start / propertyLimit}`] = packed.subarray(start, start + propertyLimit);
  }
  return chunks;
}

const RollupRow = v.looseObject({ etag: v.string(), computedAt: InstantColumn });

function unpack(row: Record<string, unknown>): Rollup {
  const { etag, computedAt, ...rest } = v.parse(RollupRow, row);
  const chunks: Uint8Array[] = [];
  for (let index = 0; ; index++) {
    const chunk = rest[`packed${index}`];
    if (!(chunk instanceof Uint8Array)) break;
    chunks.push(chunk);
  }
  const columns = v.parse(Columns, JSON.parse(inflateSync(Buffer.concat(chunks)).toString()));
  const measurements = columns.day.map((day, index) => ({
    day,
    department: at(columns.department, index),
    process: at(columns.process, index),
    kpi: at(columns.kpi, index),
    numerator: at(columns.numerator, index),
    denominator: at(columns.denominator, index),
  }));
  return { measurements, computedAt, etag };
}

function at<Item>(column: readonly Item[], index: number): Item {
  const item = column[index];
  if (item === undefined) throw new Error(`A rollup's columns differ in length (row ${index})`);
  return item;
}

import { RestError, type TableClient, type TableEntityResult } from '@azure/data-tables';
import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';

/** Reads a column with an instant. */
export const InstantColumn = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return Temporal.Instant.from(dataset.value);
    } catch {
      addIssue({ message: 'not an instant' });
      return NEVER;
    }
  }),
);

/** Reads a column with a day, YYYY-MM-DD. */
export const DayColumn = v.pipe(
  v.string(),
  v.isoDate(),
  v.transform((text) => Temporal.PlainDate.from(text)),
);

/** Reads a column that holds JSON. */
export function JsonColumn<Schema extends v.GenericSchema>(schema: Schema) {
  return v.pipe(v.string(), v.parseJson(), schema);
}

type RawRow = TableEntityResult<Record<string, unknown>>;

/** The row, or undefined where there is none. */
export async function readRow(
  table: TableClient,
  partitionKey: string,
  rowKey: string,
): Promise<RawRow | undefined> {
  try {
    return await table.getEntity(partitionKey, rowKey);
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    throw error;
  }
}

/** All rows of a partition whose row key begins with `prefix`, in the order of their keys. */
export function listRows(table: TableClient, partitionKey: string, prefix = ''): AsyncIterable<RawRow> {
  return table.listEntities({
    queryOptions: {
      filter: `PartitionKey eq ${quote(partitionKey)} and RowKey ge ${quote(prefix)} and RowKey lt ${quote(`${prefix}~`)}`,
    },
  });
}

/** All rows whose partition key begins with `prefix`, in the order of their keys: many pages, so not for a reader who waits. */
export function listPartitions(table: TableClient, prefix: string): AsyncIterable<RawRow> {
  return table.listEntities({
    queryOptions: {
      filter: `PartitionKey ge ${quote(prefix)} and PartitionKey lt ${quote(`${prefix}~`)}`,
    },
  });
}

/** The days (YYYY-MM-DD) of a tenant that have rows in a table with a partition a day, in order: a small request each. */
export async function* daysWithRows(table: TableClient, tenant: string): AsyncGenerator<string> {
  let last = `${tenant}_`;
  for (;;) {
    const next = table.listEntities<{ partitionKey: string }>({
      queryOptions: {
        filter: `PartitionKey gt ${quote(last)} and PartitionKey lt ${quote(`${tenant}_~`)}`,
        select: ['PartitionKey'],
      },
    });
    const page = await next.byPage({ maxPageSize: 1 }).next();
    const found: string | undefined = page.value?.[0]?.partitionKey;
    if (found === undefined) return;
    yield found.slice(-'YYYY-MM-DD'.length);
    last = found;
  }
}

/** The rows of a partition with keys from `first` up to and including `last`. */
export function listRange(
  table: TableClient,
  partitionKey: string,
  first: string,
  last: string,
): AsyncIterable<RawRow> {
  return table.listEntities({
    queryOptions: {
      filter: `PartitionKey eq ${quote(partitionKey)} and RowKey ge ${quote(first)} and RowKey le ${quote(last)}`,
    },
  });
}

/** An OData string literal: nothing in it can end it. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Runs a write; false when another writer was first (409 exists already, 412 changed since it was read). */
export async function wins(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isStatus(error, 409) || isStatus(error, 412)) return false;
    throw error;
  }
}

export function isStatus(error: unknown, status: number): boolean {
  return error instanceof RestError && error.statusCode === status;
}

/** For `catch` after a delete: what is not there any more is deleted. */
export function unlessMissing(error: unknown): void {
  if (!isStatus(error, 404)) throw error;
}

/** A text as part of a key: Azure Tables forbids / \ # ? and control characters there. */
export function keyPart(text: string): string {
  return encodeURIComponent(text).replaceAll('%', '=');
}

import {
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';

const types = { varchar: VARCHAR, integer: INTEGER, double: DOUBLE, boolean: BOOLEAN };

/** The type and the values of each column; undefined stands for null. */
export type Columns = Readonly<
  Record<string, readonly [keyof typeof types, readonly (string | number | boolean | undefined)[]]>
>;

/** So many rows DuckDB takes at a time. */
const chunkSize = 2_048;

/** Makes a table of these columns, which are all as long. */
export async function loadTable(connection: DuckDBConnection, name: string, columns: Columns): Promise<void> {
  const entries = Object.entries(columns);
  await connection.run(
    `create table ${name} (${entries.map(([column, [type]]) => `${column} ${type}`).join(', ')})`,
  );
  const [[, [, first]] = ['', ['', []]]] = entries;
  const appender = await connection.createAppender(name);
  const columnTypes = entries.map(([, [type]]) => types[type]);
  for (let start = 0; start < first.length; start += chunkSize) {
    const rows = Math.min(chunkSize, first.length - start);
    const chunk = DuckDBDataChunk.create(columnTypes, rows);
    chunk.setColumns(
      entries.map(([, [, values]]) =>
        values.slice(start, start + rows).map((value): DuckDBValue => value ?? null),
      ),
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

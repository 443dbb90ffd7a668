import { readFile } from 'node:fs/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { KpiId } from '../../shared/kpi/kpi.ts';
import type { Measurement } from '../../shared/kpi/measurement.ts';

/** The KPIs that contacts are measured by. */
export const contactKpis = [
  'firstTimeRight',
  'transferReach',
  'callDuration',
  'firstResponse',
  'callbackOnTime',
] as const satisfies readonly KpiId[];

/** What a row of scorecard.sql says, whichever database it comes from. */
export type SqlRow = Readonly<Record<string, unknown>>;

export const scorecardSql = await read('scorecard.sql');

/** A year of contacts in DuckDB, in tables `contact` and `working_day`. */
export async function contactYear(count: number): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run((await read('contacts.sql')).replace('$count', String(count)));
  await connection.run(`
    create table working_day as
    select day::date as day, (sum((isodow(day) <= 5)::integer) over (order by day))::integer as through
    from generate_series(date '2025-01-01', date '2027-01-01', interval 1 day) as series(day)`);
  return connection;
}

/** What those contacts add up to a day, by month, as the rollups of Zeven have it. */
export async function measurementsOf(connection: DuckDBConnection): Promise<Map<string, Measurement[]>> {
  const daily = scorecardSql
    .replace('select department', 'select contact.day::varchar as day, department')
    .replace('group by department', 'group by contact.day, department');
  const rows = (await connection.runAndReadAll(daily)).getRowObjectsJS();
  return Map.groupBy(rows.flatMap(measurementsIn), ({ day }) => day.slice(0, 'YYYY-MM'.length));
}

function measurementsIn(row: SqlRow): Measurement[] {
  const of = {
    source: 'registrations' as const,
    day: String(row['day']),
    department: String(row['department']),
    process: String(row['process']),
  };
  return contactKpis.flatMap((kpi) => {
    const denominator = Number(row[`${kpi}Of`]);
    return denominator === 0 ? [] : [{ ...of, kpi, numerator: Number(row[kpi]), denominator }];
  });
}

function read(name: string): Promise<string> {
  return readFile(new URL(name, import.meta.url), 'utf8');
}

import { readFile } from 'node:fs/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { kpiIds } from '../../../shared/kpi/kpi.ts';
import { holidaysByLibrary } from '../../shared/calendar/holidaysByLibrary.ts';
import type { Delivery } from './delivery.ts';
import { departmentFilters, type Figures, noFigures, placeOf, processFilters } from './figures.ts';
import { loadDeliveries } from './loadDeliveries.ts';
import { loadTable } from './loadTable.ts';
import { firstDay, now, rules, today, town } from './town.ts';

interface SqlPeriod {
  readonly name: string;
  /** YYYY-MM-DD */
  readonly first: string;
  readonly last: string;
}

export interface SqlFigures {
  /** Every period there is from the first day up to today. */
  readonly periods: readonly SqlPeriod[];
  readonly figures: Figures;
}

/** All figures of what was delivered, computed in SQL by DuckDB, which knows nothing of Zeven. */
export async function sqlFigures(deliveries: readonly Delivery[]): Promise<SqlFigures> {
  const database = await DuckDBInstance.create(':memory:');
  const connection = await database.connect();
  try {
    await loadSurroundings(connection);
    await loadDeliveries(connection, deliveries);
    await connection.run(await readFile(new URL('figures.sql', import.meta.url), 'utf8'));
    const periods = await readPeriods(connection);
    return { periods, figures: await readFigures(connection, periods.length) };
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}

/** What facts are judged by: which days are closed, what moment it is, whose a process is. */
async function loadSurroundings(connection: DuckDBConnection): Promise<void> {
  const holidays = [2023, 2024, 2025, 2026, 2027].flatMap((year) => [...holidaysByLibrary(year).values()]);
  const closingDays = rules.closingDays.filter(({ closes }) => closes === undefined).map(({ date }) => date);
  await loadTable(connection, 'closed_day', { day: ['varchar', [...holidays, ...closingDays]] });
  await loadTable(connection, 'opened_day', { day: ['varchar', rules.openedDays.map(({ date }) => date)] });
  await loadTable(connection, 'moment', {
    now: ['double', [now.epochMilliseconds]],
    today: ['varchar', [today.toString()]],
    first_day: ['varchar', [firstDay.toString()]],
  });
  await loadTable(connection, 'process', {
    id: ['varchar', town.processes.map(({ id }) => id)],
    department: ['varchar', town.processes.map(({ department }) => department)],
  });
}

async function readPeriods(connection: DuckDBConnection): Promise<SqlPeriod[]> {
  const reader = await connection.runAndReadAll(
    'select name, first::varchar, last::varchar from period order by place',
  );
  return reader.getRows().map(([name, first, last]) => ({
    name: String(name),
    first: String(first),
    last: String(last),
  }));
}

/** Names with their places; of the first, that stands for all, SQL has null. */
async function loadPlaces(connection: DuckDBConnection): Promise<void> {
  const lists = { department_place: departmentFilters, process_place: processFilters, kpi_place: kpiIds };
  for (const [table, names] of Object.entries(lists)) {
    await loadTable(connection, table, {
      id: ['varchar', names],
      place: ['integer', [...names.keys()]],
    });
  }
}

const numbers = `
  select period::double, department_place.place, process_place.place, kpi_place.place,
    numerator::double, denominator::double, days::double, last_day - date '1970-01-01'
  from figure
  join department_place on department_place.id is not distinct from department
  join process_place on process_place.id is not distinct from process
  join kpi_place on kpi_place.id = kpi`;

async function readFigures(connection: DuckDBConnection, periods: number): Promise<Figures> {
  await loadPlaces(connection);
  const columns = (await connection.runAndReadAll(numbers)).getColumns();
  const figures = noFigures(periods);
  const at = (column: number, row: number) => Number(columns[column]?.[row] ?? 0);
  for (let row = 0; row < (columns[0]?.length ?? 0); row++) {
    const place = placeOf(at(0, row), at(1, row), at(2, row), at(3, row));
    figures.numerators[place] = at(4, row);
    figures.denominators[place] = at(5, row);
    figures.days[place] = at(6, row);
    figures.lastDays[place] = at(7, row);
  }
  return figures;
}

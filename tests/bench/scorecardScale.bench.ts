import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { Temporal } from 'temporal-polyfill';
import { startAzurite } from '../../bot/local/azurite.ts';
import { readTotals } from '../../bot/scorecard/readTotals.ts';
import { openStore, type Store } from '../../bot/store/store.ts';
import { createCalendar } from '../../shared/calendar/calendar.ts';
import { defaultRules } from '../../shared/calendar/rules.ts';
import { sumByKpi } from '../../shared/kpi/answers.ts';
import { parsePeriod } from '../../shared/kpi/period.ts';
import { median, print } from './bench.ts';
import { contactKpis, contactYear, measurementsOf, type SqlRow, scorecardSql } from './contactYears.ts';
import { type CountingProxy, countTableRequests } from './countingProxy.ts';
import { type Postgres, startPostgres } from './postgres.ts';

const million = 1_000_000;
const turns = 8;
const prefix = 'scale';
const goals = { fasterThanPostgres: 50, slowerAtMost: 1.1 };

const now = Temporal.Instant.from('2026-11-27T12:00:00Z');
const today = Temporal.PlainDate.from('2026-11-27');
const all = { department: undefined, process: undefined };

/**
 * The scorecard of twelve months out of storage, against databases that add up the contacts themselves. Goals:
 * fifty times as fast as PostgreSQL, by one Table request; and as fast for many contacts as for few.
 */
export async function benchScorecardScale(): Promise<void> {
  const azurite = await startAzurite();
  const open = (connectionString: string) =>
    openStore({ kind: 'connectionString', connectionString, prefix }, () => 'Gemeente Testdam');
  const store = await open(azurite.connectionString);
  const tables = await countTableRequests(azurite.connectionString, prefix);
  const counted = await open(tables.connectionString);

  await compareDatabases(store, counted, tables.take);
  await compareSizes(store);
  await tables.stop();
  await azurite.stop();
}

type Sums = Awaited<ReturnType<typeof scorecard>>;

/** Makes a year of contacts, and puts what they add up to into storage: the tenant is called after their number. */
async function fill(store: Store, contacts: number): Promise<DuckDBConnection> {
  const year = await contactYear(contacts);
  for (const [month, measurements] of await measurementsOf(year)) {
    await store.rollups.write(String(contacts), month, { measurements, computedAt: now }, undefined);
  }
  return year;
}

async function scorecard(store: Store, contacts: number) {
  const period = parsePeriod('12m-2026-11', today);
  if (period === undefined) throw new Error('There is no such period');
  const services = { store, calendar: createCalendar(defaultRules), now: () => now };
  const totals = await readTotals(String(contacts), [period], services);
  return sumByKpi(totals.of(period), all);
}

async function compareDatabases(
  store: Store,
  counted: Store,
  takeRequests: CountingProxy['take'],
): Promise<void> {
  const duckdb = await fill(store, million);
  const postgres = await startPostgres();
  await copyTo(postgres, duckdb);
  const askDuckdb = async () => (await duckdb.runAndReadAll(scorecardSql)).getRowObjectsJS();
  const askPostgres = async (): Promise<SqlRow[]> => (await postgres.client.query(scorecardSql)).rows;

  takeRequests();
  const sums = await scorecard(counted, million);
  const requests = Array.from(takeRequests(), ([request, count]) => `${request} ${count}`).join(', ');
  const differing = [different(sums, await askDuckdb()), different(sums, await askPostgres())];
  const plan = JSON.stringify((await postgres.client.query(`explain ${scorecardSql}`)).rows);
  const [, workers = '0'] = /Workers Planned: (\d+)/.exec(plan) ?? [];
  const [ours = Number.NaN, ...theirs] = await inTurns([
    { times: 100, run: () => scorecard(store, million) },
    { times: 2, run: askDuckdb },
    { times: 2, run: askPostgres },
  ]);
  duckdb.closeSync();
  await postgres.stop();

  print(`The scorecard of twelve months, ${million.toLocaleString('en')} contacts`);
  print(`  Zeven, from storage: ${ours.toFixed(2)} ms; Table requests: ${requests}`);
  const names = ['DuckDB', `PostgreSQL, ${workers} parallel workers`];
  const theirGoals = ['', ` (goal ≥ ${goals.fasterThanPostgres}×)`];
  for (const [index, took] of theirs.entries()) {
    const times = `${took.toFixed(0)} ms, ${(took / ours).toFixed(1)}×${theirGoals[index]}`;
    print(`  ${names[index]}: ${times}; ${differing[index]} numbers differ`);
  }
}

/** By files, which PostgreSQL reads itself. */
async function copyTo({ client, folder }: Postgres, duckdb: DuckDBConnection): Promise<void> {
  await client.query(`create table contact (day date, department text, process text, outcome text,
    duration_seconds integer, received_on date, due timestamp, done_at timestamp)`);
  await client.query('create table working_day (day date primary key, through integer)');
  for (const table of ['contact', 'working_day']) {
    const file = join(folder, `${table}.csv`);
    await duckdb.run(`copy ${table} to '${file}' (header false)`);
    await client.query(`copy ${table} from '${file}' (format csv)`);
  }
  await client.query('vacuum analyze');
}

/** How many numbers are not the same. */
function different(sums: Sums, rows: readonly SqlRow[]): number {
  const total = (column: string) => rows.reduce((sum, row) => sum + Number(row[column]), 0);
  return contactKpis
    .flatMap((kpi) => [
      [sums[kpi].numerator, total(kpi)],
      [sums[kpi].denominator, total(`${kpi}Of`)],
    ])
    .filter(([one, other]) => one !== other).length;
}

async function compareSizes(store: Store): Promise<void> {
  const sizes = [million / 10, 10 * million];
  for (const size of sizes) (await fill(store, size)).closeSync();
  const [few = Number.NaN, many = Number.NaN] = await inTurns(
    sizes.map((size) => ({ times: 100, run: () => scorecard(store, size) })),
  );
  print(
    `  of 100,000 contacts ${few.toFixed(2)} ms, of 10,000,000 ${many.toFixed(2)} ms: ${(many / few).toFixed(2)}× (goal ≤ ${goals.slowerAtMost}×)`,
  );
}

interface Candidate {
  readonly times: number;
  readonly run: () => Promise<unknown>;
}

/** The best median of each in milliseconds: in turns, so that what else this machine does happens to all. */
async function inTurns(candidates: readonly Candidate[]): Promise<number[]> {
  const best = candidates.map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < turns; turn++) {
    for (const [index, { times, run }] of candidates.entries()) {
      best[index] = Math.min(best[index] ?? Number.NaN, await median(times, run));
    }
  }
  return best;
}

import { startAzurite } from '../../bot/local/azurite.ts';
import { openStore } from '../../bot/store/store.ts';
import { createCalendar } from '../../shared/calendar/calendar.ts';
import { differences, measuredFigures } from '../rig/facts/figures.ts';
import { generateFacts } from '../rig/facts/generateFacts.ts';
import { keepDeliveries } from '../rig/facts/keepDeliveries.ts';
import { sqlFigures } from '../rig/facts/sqlFigures.ts';
import { now, rules, town } from '../rig/facts/town.ts';
import { zevenFigures } from '../rig/facts/zevenFigures.ts';
import { print } from './bench.ts';

const tenant = '7e000000-0000-4000-8000-000000000001';

/** A million together, and some for the website. */
const amounts = { calls: 850_000, contacts: 30_000, ofEach: 40_000 };

/** All figures of a million facts of all kinds, against those that DuckDB computes in SQL. Goal: no differences. */
export async function benchEqualsSql(): Promise<void> {
  const deliveries = generateFacts('a million', amounts);
  const azurite = await startAzurite();
  const storage = {
    kind: 'connectionString',
    connectionString: azurite.connectionString,
    prefix: 'sql',
  } as const;
  const store = await openStore(storage, () => town.name);
  const services = { store, calendar: createCalendar(rules), now: () => now };

  const facts = deliveries.reduce(
    (sum, delivery) => sum + (delivery.kind === 'contacts' ? delivery.registrations : delivery.facts).length,
    0,
  );
  print(`Every figure of ${facts.toLocaleString('en')} facts of all kinds, against SQL in DuckDB`);
  print(`  imported in ${await seconds(() => keepDeliveries(tenant, deliveries, services))}`);
  const sql = await sqlFigures(deliveries);
  const names = sql.periods.map(({ name }) => name);
  const zeven = await zevenFigures(tenant, names, services);
  const { count, examples } = differences(names, zeven, sql.figures);
  const measured = [...measuredFigures(sql.figures).values()].reduce((sum, some) => sum + some, 0);
  print(
    `  ${zeven.numerators.length.toLocaleString('en')} figures of ${names.length} periods, ${measured.toLocaleString('en')} of them measured: ${count} differ (goal 0)`,
  );
  for (const { of, said } of examples) print(`    ${of.join(' ')}: ${said.join(' instead of ')}`);
  await azurite.stop();
}

async function seconds(run: () => Promise<void>): Promise<string> {
  const start = performance.now();
  await run();
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

import { beforeAll, expect, it } from 'vitest';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import { differences, type Figures, measuredFigures } from '../../rig/facts/figures.ts';
import { generateFacts } from '../../rig/facts/generateFacts.ts';
import { keepDeliveries } from '../../rig/facts/keepDeliveries.ts';
import { type SqlFigures, sqlFigures } from '../../rig/facts/sqlFigures.ts';
import { now, rules } from '../../rig/facts/town.ts';
import { periodCalled, zevenFigures } from '../../rig/facts/zevenFigures.ts';
import { testServices } from '../../rig/services.ts';

const tenant = '7e000000-0000-4000-8000-000000000001';

/** More than 100,000 together. */
const deliveries = generateFacts('zeven', { calls: 83_000, contacts: 3_000, ofEach: 5_000 });

let sql: SqlFigures;
let names: string[];
let zeven: Figures;
beforeAll(async () => {
  const services = { ...(await testServices()), calendar: createCalendar(rules), now: () => now };
  [sql] = await Promise.all([sqlFigures(deliveries), keepDeliveries(tenant, deliveries, services)]);
  names = sql.periods.map(({ name }) => name);
  zeven = await zevenFigures(tenant, names, services);
}, 60_000);

it('periods begin and end where SQL says', () => {
  const ours = sql.periods.map(({ name }) => {
    const { first, last } = periodCalled(name);
    return { name, first: first.toString(), last: last.toString() };
  });
  expect(ours).toEqual(sql.periods);
});

it('every figure of 100,000 facts, of each KPI, department, process and period, is the one that SQL computes', () => {
  expect(differences(names, zeven, sql.figures)).toEqual({ count: 0, examples: [] });
  // Of each KPI there are hundreds or thousands to be equal.
  for (const [id, count] of measuredFigures(sql.figures)) expect(count, id).toBeGreaterThan(500);
});

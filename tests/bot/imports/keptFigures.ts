import type { Services } from '../../../bot/services.ts';
import { factKinds } from '../../../shared/fact/factKind.ts';
import { measureFacts } from '../../../shared/kpi/measure/facts.ts';
import type { Measurement } from '../../../shared/kpi/measurement.ts';

const everyMonth = ['0000-00', '9999-99'] as const;

/** All figures that are kept of a municipality, in an order that says nothing. */
export async function keptFigures(tenant: string, { store: { rollups } }: Services) {
  const months = await rollups.readMonths(tenant, ...everyMonth);
  const totals = await rollups.readTotals(tenant, ...everyMonth);
  return {
    measurements: inOrder([...months.values()].flatMap(({ measurements }) => measurements)),
    totals: inOrder(
      totals.flatMap(({ month, totals: ofMonth }) => ofMonth.map((total) => ({ month, ...total }))),
    ),
  };
}

/** The measurements that follow from all facts that are kept, computed without anything that was kept of them. */
export async function figuresOfFacts(tenant: string, { store, calendar, now }: Services): Promise<string[]> {
  const municipality = await store.municipalities.read(tenant);
  const measured: Measurement[] = [];
  for (const kind of factKinds) {
    const facts = [];
    for await (const some of store.facts.readAll(tenant, kind)) facts.push(...some);
    measured.push(...measureFacts(kind, facts, { calendar, municipality, now: now() }));
  }
  return inOrder(measured);
}

function inOrder(figures: readonly object[]): string[] {
  return figures.map((figure) => JSON.stringify(Object.entries(figure).sort())).sort();
}

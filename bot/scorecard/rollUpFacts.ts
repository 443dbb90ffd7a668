import type { FactKind } from '../../shared/fact/factKind.ts';
import { measureFacts } from '../../shared/kpi/measure/facts.ts';
import type { Measurement } from '../../shared/kpi/measurement.ts';
import { sums } from '../../shared/kpi/sums.ts';
import type { FactServices } from '../services.ts';
import { type DayKind, isDayKind } from '../store/facts.ts';
import type { Rollup } from '../store/rollups.ts';
import { replaceMeasurements } from './replaceMeasurements.ts';

/**
 * Computes the figures of a kind of facts anew from the facts themselves.
 * @param days YYYY-MM-DD, of a kind that is kept by day. Of the others all is computed, since the day on
 * which a fact counts moves.
 */
export async function rollUpFacts(
  tenant: string,
  kind: FactKind,
  days: readonly string[] | undefined,
  services: FactServices,
): Promise<void> {
  if (isDayKind(kind)) await rollUpDaysOf(tenant, kind, days ?? [], services);
  else await rollUpAllOf(tenant, kind, services);
}

async function rollUpDaysOf(
  tenant: string,
  kind: DayKind,
  days: readonly string[],
  services: FactServices,
): Promise<void> {
  const { store, calendar } = services;
  const byMonth = Map.groupBy(new Set(days), (day) => day.slice(0, 'YYYY-MM'.length));
  for (const [month, ofMonth] of byMonth) {
    const replaced = new Set(ofMonth);
    await replaceMeasurements(tenant, month, services, {
      isReplaced: ({ source, day }) => source === kind && replaced.has(day),
      async measure(now) {
        const context = { calendar, now, municipality: await store.municipalities.read(tenant) };
        const fresh = await Promise.all(
          ofMonth.map(async (day) =>
            measureFacts(kind, await store.facts.readDay(tenant, kind, day), context),
          ),
        );
        return fresh.flat();
      },
    });
  }
}

/** Before and after all months there can be. */
const everyMonth = ['0000-00', '9999-99'] as const;

/** The rows of the months are read before the facts: whoever writes one in between makes this start again. */
async function rollUpAllOf(tenant: string, kind: FactKind, services: FactServices): Promise<void> {
  const { rollups } = services.store;
  for (;;) {
    const before = await rollups.readMonths(tenant, ...everyMonth);
    const computedAt = services.now();
    const fresh = Map.groupBy(await measureAll(tenant, kind, services), ({ day }) =>
      day.slice(0, 'YYYY-MM'.length),
    );
    let hasWon = true;
    for (const month of new Set([...before.keys(), ...fresh.keys()])) {
      const rollup = before.get(month);
      const measurements = replaced(rollup, kind, fresh.get(month) ?? []);
      if (measurements === undefined) continue;
      hasWon = (await rollups.write(tenant, month, { measurements, computedAt }, rollup?.etag)) && hasWon;
    }
    if (hasWon) return;
  }
}

/** What all facts of a kind add up to, read part by part. */
async function measureAll(tenant: string, kind: FactKind, services: FactServices): Promise<Measurement[]> {
  const { store, calendar, now } = services;
  const context = { calendar, now: now(), municipality: await store.municipalities.read(tenant) };
  const measured = sums(kind);
  for await (const facts of store.facts.readAll(tenant, kind)) {
    for (const measurement of measureFacts(kind, facts, context)) measured.add(measurement);
  }
  return measured.all();
}

/** A month's measurements with those of a kind replaced; undefined when that changes nothing. */
function replaced(
  rollup: Rollup | undefined,
  kind: FactKind,
  fresh: readonly Measurement[],
): Measurement[] | undefined {
  const measurements = rollup?.measurements ?? [];
  const others = measurements.filter(({ source }) => source !== kind);
  const before = measurements.filter(({ source }) => source === kind);
  return isSame(before, fresh) ? undefined : [...others, ...fresh];
}

/** In whatever order. */
function isSame(one: readonly Measurement[], other: readonly Measurement[]): boolean {
  const texts = new Set(one.map(textOf));
  return one.length === other.length && other.every((measurement) => texts.has(textOf(measurement)));
}

function textOf({ day, department, process, kpi, numerator, denominator }: Measurement): string {
  return JSON.stringify([day, department, process, kpi, numerator, denominator]);
}

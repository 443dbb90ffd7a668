import { factKinds } from '../../shared/fact/factKind.ts';
import type { Measurement, MeasurementSource } from '../../shared/kpi/measurement.ts';
import { settings } from '../../shared/settings.ts';
import type { FactServices } from '../services.ts';
import { isDayKind } from '../store/facts.ts';
import { rollUpDays } from './rollUpDay.ts';
import { rollUpFacts } from './rollUpFacts.ts';

/** A step that was made. */
export interface RebuildStep {
  readonly source: MeasurementSource;
  /** The last day (YYYY-MM-DD) that was computed; undefined where all was computed at once. */
  readonly day: string | undefined;
}

/** Figures of one source in one month that were not as they should have been. */
export interface Difference {
  /** YYYY-MM */
  readonly month: string;
  readonly source: MeasurementSource;
  /** So many measurements changed, came or went. */
  readonly count: number;
}

/** Before and after all months there can be. */
const everyMonth = ['0000-00', '9999-99'] as const;

/**
 * Computes all figures of a municipality anew, from its first fact. It may run while people work: every step
 * replaces figures only by what the facts say at that moment.
 * @returns what differed.
 */
export async function* rebuild(
  tenant: string,
  services: FactServices,
): AsyncGenerator<RebuildStep, Difference[]> {
  const { contacts, facts, rollups } = services.store;
  const before = await rollups.readMonths(tenant, ...everyMonth);
  const measured = [...before.values()].flatMap(({ measurements }) => measurements);
  const daysMeasured = (source: MeasurementSource) =>
    measured.filter((measurement) => measurement.source === source).map(({ day }) => day);

  for await (const days of inSteps(contacts.days(tenant), daysMeasured('registrations'))) {
    await rollUpDays(tenant, days, services);
    yield { source: 'registrations', day: days.at(-1) };
  }
  for (const kind of factKinds) {
    if (!isDayKind(kind)) {
      await rollUpFacts(tenant, kind, undefined, services);
      yield { source: kind, day: undefined };
      continue;
    }
    for await (const days of inSteps(facts.days(tenant, kind), daysMeasured(kind))) {
      await rollUpFacts(tenant, kind, days, services);
      yield { source: kind, day: days.at(-1) };
    }
  }

  const after = await rollups.readMonths(tenant, ...everyMonth);
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .flatMap((month) =>
      differences(month, before.get(month)?.measurements ?? [], after.get(month)?.measurements ?? []),
    );
}

/** Days with facts and days with figures, some of one month together. */
async function* inSteps(
  withFacts: AsyncIterable<string>,
  withFigures: readonly string[],
): AsyncGenerator<[string, ...string[]]> {
  const days = new Set(withFigures);
  for await (const day of withFacts) days.add(day);
  const months = Map.groupBy([...days].sort(), (day) => day.slice(0, 'YYYY-MM'.length));
  for (const ofMonth of months.values()) {
    for (let start = 0; start < ofMonth.length; start += settings.sweep.daysAtOnce) {
      const [first, ...others] = ofMonth.slice(start, start + settings.sweep.daysAtOnce);
      if (first !== undefined) yield [first, ...others];
    }
  }
}

function differences(
  month: string,
  before: readonly Measurement[],
  after: readonly Measurement[],
): Difference[] {
  const [old, fresh] = [figuresOf(before), figuresOf(after)];
  const counts = new Map<MeasurementSource, number>();
  for (const key of new Set([...old.keys(), ...fresh.keys()])) {
    const [one, other] = [old.get(key), fresh.get(key)];
    if (one?.figures === other?.figures) continue;
    const source = one?.source ?? other?.source;
    if (source !== undefined) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return Array.from(counts, ([source, count]) => ({ month, source, count }));
}

/** What was measured of what. */
function figuresOf(measurements: readonly Measurement[]) {
  return new Map(
    measurements.map(({ source, day, department, process, kpi, numerator, denominator }) => [
      JSON.stringify([source, day, department, process, kpi]),
      { source, figures: `${numerator}/${denominator}` },
    ]),
  );
}

import type { Temporal } from 'temporal-polyfill';
import type { Measurement } from '../../shared/kpi/measurement.ts';
import type { FactServices } from '../services.ts';

interface Replacement {
  /** Which of the month's measurements make room. */
  isReplaced(measurement: Measurement): boolean;
  /** Computes what comes in their place, from the facts. */
  measure(now: Temporal.Instant): Promise<readonly Measurement[]>;
}

/**
 * Replaces some of a month's measurements. The row is read before the facts: whoever writes it in between
 * makes this start again.
 * @param month YYYY-MM
 */
export async function replaceMeasurements(
  tenant: string,
  month: string,
  { store: { rollups }, now }: FactServices,
  { isReplaced, measure }: Replacement,
): Promise<void> {
  for (;;) {
    const rollup = await rollups.read(tenant, month);
    const computedAt = now();
    const others = (rollup?.measurements ?? []).filter((measurement) => !isReplaced(measurement));
    const measurements = [...others, ...(await measure(computedAt))];
    if (await rollups.write(tenant, month, { measurements, computedAt }, rollup?.etag)) return;
  }
}

import type { KpiId } from './kpi.ts';
import type { Measurement, MeasurementSource } from './measurement.ts';

/**
 * Where a system measures the same as people note, its measurements count on the days that have them, and
 * the notes on the other days: adding both up would count everything twice.
 */
const measuredBy: Readonly<Partial<Record<Measurement['kpi'], MeasurementSource>>> = {
  callDuration: 'calls',
  transferReach: 'calls',
  firstResponse: 'responses',
} satisfies Partial<Record<KpiId, MeasurementSource>>;

/**
 * The measurements of one month that count. Of norm `onlineShare` (processes that can be done online) the
 * registrations count for processes of which the website handled something in this month, on days on which
 * it was looked at: for the others nobody knows what was done online.
 */
export function countedMeasurements(measurements: readonly Measurement[]): Measurement[] {
  const measured = new Set<string>();
  const onlineProcesses = new Set<string>();
  for (const { source, day, kpi, process } of measurements) {
    if (source === 'registrations') continue;
    measured.add(`${kpi}\0${day}`);
    if (source === 'webCounts') onlineProcesses.add(process);
  }
  return measurements.filter(({ source, day, kpi, process }) => {
    if (source !== 'registrations') return true;
    if (kpi === 'onlineShare') return onlineProcesses.has(process) && measured.has(`${kpi}\0${day}`);
    return measuredBy[kpi] === undefined || !measured.has(`${kpi}\0${day}`);
  });
}

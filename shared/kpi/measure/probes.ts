import type { Probe } from '../../fact/probe.ts';
import { mergeMinutes, minutesUp } from '../../uptime/minutes.ts';
import type { Measurement } from '../measurement.ts';
import { sums } from '../sums.ts';

/**
 * What probes add to norm `uptime`. A website channel is no department's and no process's. What several
 * sources measured of one channel is one day of it.
 */
export function measureProbes(probes: Iterable<Probe>): Measurement[] {
  const days = new Map<string, Probe>();
  for (const probe of probes) {
    const key = `${probe.day} ${probe.id}`;
    const known = days.get(key);
    days.set(key, known ? { ...probe, minutes: mergeMinutes(known.minutes, probe.minutes) } : probe);
  }
  const measured = sums('probes');
  for (const { day, minutes } of days.values()) {
    const { up, measured: looked } = minutesUp(minutes);
    if (looked === 0) continue;
    measured.add({ day, department: '', process: '', kpi: 'uptime', numerator: up, denominator: looked });
  }
  return measured.all();
}

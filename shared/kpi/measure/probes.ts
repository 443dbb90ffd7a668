import type { Probe } from '../../fact/probe.ts';
import { minutesUp } from '../../uptime/minutes.ts';
import type { Measurement } from '../measurement.ts';
import { sums } from '../sums.ts';

/** What probes add to norm `uptime`. A website channel is no department's and no process's. */
export function measureProbes(probes: Iterable<Probe>): Measurement[] {
  const measured = sums('probes');
  for (const { day, minutes } of probes) {
    const { up, measured: looked } = minutesUp(minutes);
    if (looked === 0) continue;
    measured.add({ day, department: '', process: '', kpi: 'uptime', numerator: up, denominator: looked });
  }
  return measured.all();
}

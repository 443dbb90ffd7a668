import type { WebCount } from '../../fact/webCount.ts';
import type { Municipality } from '../../municipality/municipality.ts';
import type { Measurement } from '../measurement.ts';
import { sums } from '../sums.ts';

/**
 * What the website handled adds to norm `onlineShare`; what other channels handled comes from the
 * registrations. A count of nothing is kept: it says that the website was looked at.
 */
export function measureWebCounts(counts: Iterable<WebCount>, { processes }: Municipality): Measurement[] {
  const departments = new Map(processes.map(({ id, department }) => [id, department]));
  const measured = sums('webCounts');
  for (const { id, day, handled } of counts) {
    const department = departments.get(id) ?? '';
    measured.add({
      day,
      department,
      process: id,
      kpi: 'onlineShare',
      numerator: handled,
      denominator: handled,
    });
  }
  return measured.all();
}

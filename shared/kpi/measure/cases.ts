import type { Case } from '../../fact/case.ts';
import type { Measurement } from '../measurement.ts';
import { sums } from '../sums.ts';

/**
 * What cases add to norm `casesOnTime`. A case counts once, on the day that decides it: the day on which it
 * was closed in time, or else the last day on which it could have been. So a late case does not move to
 * another month when it is closed at last, and a running one says nothing until its day has passed.
 * @param today YYYY-MM-DD, local
 */
export function measureCases(cases: Iterable<Case>, today: string): Measurement[] {
  const measured = sums('cases');
  for (const { department, process, dueOn, closedOn } of cases) {
    const isInTime = closedOn !== undefined && closedOn <= dueOn;
    if (!isInTime && dueOn >= today) continue;
    const day = isInTime ? closedOn : dueOn;
    measured.add({
      day,
      department,
      process,
      kpi: 'casesOnTime',
      numerator: isInTime ? 1 : 0,
      denominator: 1,
    });
  }
  return measured.all();
}

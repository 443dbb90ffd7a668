import { localDay } from '../../shared/calendar/zone.ts';
import type { Measurement } from '../../shared/kpi/measurement.ts';
import { scorecardOfMonth } from '../../shared/kpi/month.ts';
import { defaultNorms } from '../../shared/kpi/norms.ts';
import type { KpiAnswer } from '../../shared/kpi/scorecard.ts';
import type { Services } from '../services.ts';

/** The figures of this month, as alerts tell them. */
export interface Figures {
  /** The eleven answers of the whole municipality. */
  readonly all: readonly KpiAnswer[];
  /** Those of one department. */
  of(department: string): readonly KpiAnswer[];
}

/** One read, whatever is asked of it afterwards. */
export async function readFigures(tenant: string, { store, calendar, now }: Services): Promise<Figures> {
  const today = localDay(now());
  const month = today.toPlainYearMonth().toString();
  const measurements = (await store.rollups.read(tenant, month))?.measurements ?? [];
  const answersFrom = (some: readonly Measurement[]) =>
    scorecardOfMonth({ month, measurements: some, calendar, today, norms: defaultNorms });
  return {
    all: answersFrom(measurements),
    of: (department) => answersFrom(measurements.filter((one) => one.department === department)),
  };
}

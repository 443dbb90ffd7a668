import { localDay } from '../../shared/calendar/zone.ts';
import { answersOf } from '../../shared/kpi/answers.ts';
import { defaultNorms } from '../../shared/kpi/norms.ts';
import { monthPeriod } from '../../shared/kpi/period.ts';
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
  const month = today.toPlainYearMonth();
  const months = await store.rollups.readTotals(tenant, month.toString(), month.toString());
  const period = monthPeriod(month);
  const answersFor = (department: string | undefined) =>
    answersOf({
      period,
      months,
      filter: { department, process: undefined },
      calendar,
      today,
      norms: defaultNorms,
    });
  return { all: answersFor(undefined), of: answersFor };
}

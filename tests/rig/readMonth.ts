import { Temporal } from 'temporal-polyfill';
import { readScorecard } from '../../bot/scorecard/readScorecard.ts';
import type { Services } from '../../bot/services.ts';
import { monthPeriod } from '../../shared/kpi/period.ts';

/** The scorecard of a month (YYYY-MM), of all departments and processes. */
export function readMonth(tenant: string, month: string, services: Services) {
  const all = { department: undefined, process: undefined };
  return readScorecard(tenant, monthPeriod(Temporal.PlainYearMonth.from(month)), all, services);
}

import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../shared/calendar/zone.ts';
import type { Filter } from '../../shared/kpi/answers.ts';
import { defaultNorms } from '../../shared/kpi/norms.ts';
import { type Period, periodBefore, periodName, yearBefore } from '../../shared/kpi/period.ts';
import type { Scorecard } from '../../shared/kpi/scorecard.ts';
import { comparedAnswers } from '../../shared/kpi/scorecardOf.ts';
import { scoreDistribution } from '../../shared/kpi/scoreDistribution.ts';
import { departmentName, processName } from '../../shared/municipality/municipality.ts';
import type { FactServices } from '../services.ts';
import { readTotals } from './readTotals.ts';

/** The scorecard of a period: one request to storage for whole months, however many contacts there were. */
export async function readScorecard(
  tenant: string,
  period: Period,
  filter: Filter,
  services: FactServices,
): Promise<Scorecard> {
  const { store, calendar, now } = services;
  const today = localDay(now());
  const [totals, municipality] = await Promise.all([
    readTotals(tenant, [period, periodBefore(period), yearBefore(period)], services),
    store.municipalities.read(tenant),
  ]);
  const months = totals.of(period);
  const computed = months.map(({ computedAt }) => computedAt).sort(Temporal.Instant.compare);
  const { department, process } = filter;
  return {
    period: {
      kind: period.kind,
      name: periodName(period),
      first: period.first.toString(),
      last: period.last.toString(),
    },
    department:
      department === undefined ? null : { id: department, name: departmentName(municipality, department) },
    process: process === undefined ? null : { id: process, name: processName(municipality, process) },
    municipality: municipality.name,
    computedAt: computed.at(-1)?.toString() ?? null,
    answers: comparedAnswers({ period, monthsOf: totals.of, filter, calendar, today, norms: defaultNorms }),
    scores: scoreDistribution(months, filter),
  };
}

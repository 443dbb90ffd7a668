import { localDay } from '../../shared/calendar/zone.ts';
import { scorecardOfMonth } from '../../shared/kpi/month.ts';
import { defaultNorms } from '../../shared/kpi/norms.ts';
import type { Scorecard } from '../../shared/kpi/scorecard.ts';
import type { Services } from '../services.ts';

/**
 * The scorecard of a month: one row, however many contacts there were.
 * @param month YYYY-MM; the current one where none is given.
 */
export async function readScorecard(
  tenant: string,
  month: string | undefined,
  { store, calendar, now }: Services,
): Promise<Scorecard> {
  const today = localDay(now());
  const wanted = month ?? today.toPlainYearMonth().toString();
  const [rollup, { name }] = await Promise.all([
    store.rollups.read(tenant, wanted),
    store.municipalities.read(tenant),
  ]);
  return {
    month: wanted,
    municipality: name,
    computedAt: rollup?.computedAt.toString() ?? null,
    answers: scorecardOfMonth({
      month: wanted,
      measurements: rollup?.measurements ?? [],
      calendar,
      today,
      norms: defaultNorms,
    }),
  };
}

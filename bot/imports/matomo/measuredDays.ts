import { PullFailed } from '../pullFailed.ts';
import type { AskMatomo } from './askMatomo.ts';
import { countOf } from './countOf.ts';
import type { DayRange } from './dayRanges.ts';

const method = 'VisitsSummary.getVisits';

/**
 * The days on which the website had visits at all. On any other Matomo did not measure, or has yet to add
 * the day up: that nothing was counted then says nothing.
 * @throws PullFailed
 */
export async function measuredDays(range: DayRange, ask: AskMatomo): Promise<string[]> {
  const said = await ask({ method, parameters: {} }, range);
  return range.days.filter((day) => {
    const visits = countOf(said[day], 'nb_visits');
    if (typeof visits === 'string') throw new PullFailed('badAnswer', [method]);
    return visits > 0;
  });
}

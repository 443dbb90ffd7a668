import { ScorecardSchema } from '../../shared/kpi/scorecard.ts';
import { liveQuery } from '../api/liveQuery.ts';
import type { ZevenApi } from '../api/zevenApi.ts';

export type ScorecardQuery = ReturnType<typeof scorecardQuery>;

/** The scorecard of this month. */
export function scorecardQuery(api: ZevenApi) {
  return liveQuery(['scorecard'], (signal) => api.get('/api/scorecard', ScorecardSchema, signal));
}

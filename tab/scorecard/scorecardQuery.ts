import { ScorecardSchema } from '../../shared/kpi/scorecard.ts';
import { liveQuery } from '../api/liveQuery.ts';
import type { ZevenApi } from '../api/zevenApi.ts';

export type ScorecardQuery = ReturnType<typeof scorecardQuery>;

/** The scorecard that the address of the page asks for: of a period, a department, a process. Default: all of this month. */
export function scorecardQuery(api: ZevenApi, address: string = location.search) {
  const given = new URLSearchParams(address);
  const asked = new URLSearchParams();
  for (const name of ['period', 'department', 'process']) {
    const value = given.get(name);
    if (value) asked.set(name, value);
  }
  const query = asked.size > 0 ? `?${asked}` : '';
  return liveQuery(['scorecard', query], (signal) =>
    api.get(`/api/scorecard${query}`, ScorecardSchema, signal),
  );
}

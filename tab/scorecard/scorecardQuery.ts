import { queryOptions } from '@tanstack/react-query';
import type { Scorecard } from '../../shared/kpi/scorecard.ts';
import type { Problem } from '../api/problem.ts';
import type { FetchScorecard } from '../api/scorecardApi.ts';

export type ScorecardQuery = ReturnType<typeof scorecardQuery>;

export function scorecardQuery(fetchScorecard: FetchScorecard) {
  return queryOptions<Scorecard, Problem>({
    queryKey: ['scorecard'],
    queryFn: ({ signal }) => fetchScorecard(signal),
    // The server may be on this very machine: ask it, whatever the browser thinks of the network.
    networkMode: 'always',
  });
}

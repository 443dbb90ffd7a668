import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Scorecard } from '../../shared/kpi/scorecard.ts';
import type { Problem } from '../api/problem.ts';
import type { ScorecardQuery } from './scorecardQuery.ts';

/** A registration shows within 5 seconds: two of these. */
const pollInterval = 2_500;

/** Gentler, for a server in trouble. */
const pollIntervalInTrouble = 5_000;

interface LiveScorecard {
  /** The last figures that came in, also when there is a problem since. */
  readonly scorecard: Scorecard | undefined;
  /** When they came in. */
  readonly fetchedAt: number;
  readonly problem: Problem | undefined;
  readonly isFetching: boolean;
  retry(): void;
}

/** The scorecard, fetched again and again while the page is visible. */
export function useLiveScorecard(query: ScorecardQuery): LiveScorecard {
  const { data, dataUpdatedAt, error, isSuccess, isFetching, refetch } = useQuery({
    ...query,
    staleTime: pollInterval,
    retryOnMount: false,
    // One lost request is no problem yet.
    retry: (failures, problem) => problem.mayPass && failures < 1,
    retryDelay: 1_000,
    refetchInterval: ({ state }) => {
      if (state.error === null) return pollInterval;
      return state.error.mayPass ? pollIntervalInTrouble : false;
    },
  });
  // The query forgets its error while it tries again; the reader should not see it come and go.
  const [lastProblem, setLastProblem] = useState<Problem | null>(error);
  if (error !== null && error !== lastProblem) setLastProblem(error);
  return {
    scorecard: data,
    fetchedAt: dataUpdatedAt,
    problem: isSuccess ? undefined : (lastProblem ?? undefined),
    isFetching,
    retry: () => void refetch(),
  };
}

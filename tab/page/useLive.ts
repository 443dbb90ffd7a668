import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LiveQuery } from '../api/liveQuery.ts';
import type { Problem } from '../api/problem.ts';

/** A registration shows within 5 seconds: two of these. */
const pollInterval = 2_500;

/** Gentler, for a server in trouble. */
const pollIntervalInTrouble = 5_000;

export interface Live<Data> {
  /** The last answer that came in, also when there is a problem since. */
  readonly data: Data | undefined;
  /** When it came in. */
  readonly fetchedAt: number;
  readonly problem: Problem | undefined;
  readonly isFetching: boolean;
  retry(): void;
}

/** An answer of the bot, fetched again and again while the page is visible. */
export function useLive<Data>(query: LiveQuery<Data>): Live<Data> {
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
    data,
    fetchedAt: dataUpdatedAt,
    problem: isSuccess ? undefined : (lastProblem ?? undefined),
    isFetching,
    retry: () => void refetch(),
  };
}

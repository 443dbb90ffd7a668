import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Problem } from './problem.ts';

export type LiveQuery<Data> = ReturnType<typeof liveQuery<Data>>;

/**
 * A question to the bot that is asked again and again.
 * @param key tells questions apart.
 */
export function liveQuery<Data>(
  key: readonly (string | undefined)[],
  fetchData: (signal: AbortSignal) => Promise<Data>,
) {
  return queryOptions<Data, Problem>({
    queryKey: key,
    queryFn: ({ signal }) => fetchData(signal),
    // The answer to the question before stands until this one is answered.
    placeholderData: keepPreviousData,
    // The server may be on this very machine: ask it, whatever the browser thinks of the network.
    networkMode: 'always',
  });
}

import type { Clock } from '../clock.ts';

/** So many addresses are remembered; the ones that came first are forgotten. */
const maxAddresses = 10_000;

export interface LimitOptions {
  /** From one address, in a window. */
  readonly requests: number;
  readonly windowSeconds: number;
}

/** Counts the requests of each address in a window that all addresses share; keeps nothing after it. */
export function addressLimit({ requests, windowSeconds }: LimitOptions, clock: Pick<Clock, 'now'>) {
  const counts = new Map<string, number>();
  let windowEnds = 0;

  return {
    /** Counts a request. Undefined when it may be answered; else after how many whole seconds the next may. */
    take(address: string): number | undefined {
      const at = clock.now();
      if (at >= windowEnds) {
        counts.clear();
        windowEnds = at + windowSeconds * 1000;
      }
      const count = (counts.get(address) ?? 0) + 1;
      counts.set(address, count);
      if (counts.size > maxAddresses) {
        const [first] = counts.keys();
        if (first !== undefined) counts.delete(first);
      }
      return count > requests ? Math.ceil((windowEnds - at) / 1000) : undefined;
    },
  };
}

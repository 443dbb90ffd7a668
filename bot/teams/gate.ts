/** Lets so many in side by side, in order of arrival. */
export interface Gate {
  /** @throws the signal's reason, when it aborts before there is room. */
  pass<Result>(task: () => Promise<Result>, signal: AbortSignal): Promise<Result>;
}

export function gate(room: number): Gate {
  const waiting = new Set<() => void>();
  let free = room;

  return {
    async pass(task, signal) {
      if (free > 0) free--;
      else await place(signal);
      try {
        return await task();
      } finally {
        leave();
      }
    },
  };

  function place(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      waiting.add(resolve);
      const giveUp = () => {
        if (waiting.delete(resolve)) reject(signal.reason);
      };
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  function leave(): void {
    const [next] = waiting;
    if (next === undefined) {
      free++;
      return;
    }
    waiting.delete(next);
    next();
  }
}

import type { Clock } from '../../bot/clock.ts';

/** A clock that goes as fast as the machine can, and stands still while something is going on. */
export interface SimulatedClock extends Clock {
  /**
   * Lets time pass until the promise is settled: whenever nothing moves any more, it is the moment for which
   * the next one sleeps.
   */
  until<Result>(promise: Promise<Result>): Promise<Result>;
}

interface Sleeper {
  readonly at: number;
  wake(): void;
}

/** @param isBusy whether something is going on that no sleeper waits for, such as a request. Default: never. */
export function simulatedClock(isBusy: () => boolean = () => false): SimulatedClock {
  const sleepers: Sleeper[] = [];
  let now = 0;

  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((wake) => {
        sleepers.push({ at: now + ms, wake });
      }),
    async until(promise) {
      let isSettled = false;
      const settle = () => {
        isSettled = true;
      };
      promise.then(settle, settle);
      for (;;) {
        await quiet(isBusy);
        if (isSettled) return promise;
        wakeNext();
      }
    },
  };

  function wakeNext(): void {
    sleepers.sort((one, other) => one.at - other.at);
    const [first] = sleepers;
    // Storage is at work, which nothing here counts.
    if (first === undefined) return;
    now = Math.max(now, first.at);
    const awake = sleepers.filter(({ at }) => at <= now);
    sleepers.splice(0, awake.length);
    for (const { wake } of awake) wake();
  }
}

/** Resolves when whatever could happen by itself has happened. */
async function quiet(isBusy: () => boolean): Promise<void> {
  for (let rounds = 0; rounds < 3; rounds++) {
    await new Promise((resolve) => setImmediate(resolve));
    if (isBusy()) rounds = -1;
  }
}

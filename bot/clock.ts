import { setTimeout as sleep } from 'node:timers/promises';

/** Time to wait by, which nobody sets back. What time of day it is says `Services.now`. */
export interface Clock {
  /** Milliseconds since some moment in the past. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const steadyClock: Clock = {
  now: () => performance.now(),
  sleep: (ms) => sleep(ms),
};

import { settings } from '../../shared/settings.ts';
import { backoff } from '../backoff.ts';
import { conversationLimits, type Limit, type SendRate, sendRate } from './sendRate.ts';

/** What this process sends to one conversation. All times in milliseconds. */
export interface Lane {
  /**
   * How long the next message must wait.
   * @param ahead how many others go first. Default: none.
   */
  waitAt(now: number, ahead?: number): number;
  /** Whether so much is on its way without an answer that no more must follow. */
  isFull(): boolean;
  start(now: number): void;
  /** Teams took it, or said something about that message only. */
  end(): void;
  /**
   * Teams is too busy or out of reach: everything to this conversation is held.
   * @param seconds what Teams asks for; undefined: longer every time that it does not help.
   * @returns for how many seconds.
   */
  endInTrouble(now: number, seconds: number | undefined): number;
  isIdle(now: number): boolean;
}

export function openLane(random: () => number): Lane {
  const { onTheWay: most, firstHold, longestHold } = settings.delivery;
  const rate = carefulRate(conversationLimits);
  let onTheWay = 0;
  let heldUntil = 0;
  /** Times that Teams was busy or out of reach, one after another. */
  let troubles = 0;

  return {
    waitAt: (now, ahead) => Math.max(heldUntil - now, rate.waitAt(now, ahead)),
    isFull: () => onTheWay >= most,
    start(now) {
      rate.take(now);
      onTheWay++;
    },
    end() {
      onTheWay--;
      troubles = 0;
    },
    endInTrouble(now, seconds) {
      onTheWay--;
      troubles++;
      const hold = seconds ?? backoff(troubles, { first: firstHold, longest: longestHold }, random);
      heldUntil = Math.max(heldUntil, now + hold * 1000);
      return Math.max(1, Math.ceil(hold));
    },
    isIdle: (now) => onTheWay === 0 && heldUntil <= now && rate.isIdle(now),
  };
}

/** Keeps the spans of Teams' limits a little longer than Teams does. */
export function carefulRate(limits: readonly Limit[]): SendRate {
  const { spanMargin } = settings.delivery;
  return sendRate(limits.map(({ count, ms }) => ({ count, ms: ms * (1 + spanMargin) })));
}

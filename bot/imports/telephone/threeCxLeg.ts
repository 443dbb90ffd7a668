import type { Instant } from './callMoments.ts';

/** One line of the call report: a place where a call was. */
export interface ThreeCxLeg {
  /** Of the file, from 1. */
  readonly line: number;
  readonly start: Instant;
  /** Of the queue, group or extension. */
  readonly number: string;
  readonly place: 'queue' | 'parking' | 'machine' | 'colleague';
  readonly isAnswered: boolean;
  readonly ringingSeconds: number;
  /** In a queue: waiting. */
  readonly talkingSeconds: number;
  /** How it ended, in words. */
  readonly details: string;
}

/** 'Balie, Noor (204)' is 204; a number from outside stands by itself. */
export function numberIn(place: string): string {
  return /\(([^()]*)\)\s*$/.exec(place)?.[1] ?? place;
}

const queueDirection = 'Inbound Queue';

/** What comes from outside; the others are Outbound and Internal. */
export const inbound: readonly string[] = ['Inbound', queueDirection];

export function placeCalled(name: string, direction: string): ThreeCxLeg['place'] {
  if (direction === queueDirection) return 'queue';
  if (/^shared parking/i.test(name)) return 'parking';
  return /^(voicemail|voice agent)/i.test(name) ? 'machine' : 'colleague';
}

/** In a queue a call is `Waiting` until a colleague takes it. */
const statuses: ReadonlyMap<string, boolean> = new Map([
  ['Answered', true],
  ['Waiting', true],
  ['Unanswered', false],
]);

/** Undefined of an unknown status. */
export function isAnsweredBy(status: string): boolean | undefined {
  return statuses.get(status);
}

const handedOn = /(?:was transferred to|was replaced by|call was taken by) ([^→]*)$/;

/** The number that the call went to next; undefined where it ended. */
export function nextNumber({ details }: ThreeCxLeg): string | undefined {
  const next = handedOn.exec(details)?.[1];
  return next === undefined ? undefined : numberIn(next.trim());
}

/** The caller was passed on at once. */
export function isClosed({ isAnswered, ringingSeconds, talkingSeconds, details }: ThreeCxLeg): boolean {
  return !isAnswered && ringingSeconds + talkingSeconds === 0 && details.includes('call forwarded to');
}

/** Where a citizen speaks with somebody. */
export function isConversation({ place, isAnswered }: ThreeCxLeg): boolean {
  return place === 'colleague' && isAnswered;
}

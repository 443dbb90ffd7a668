import type { Probe } from '../fact/probe.ts';

/** The characters of a day of minutes. */
export const marks = {
  /** It answered as it should. */
  up: '1',
  /** Our own look failed; one more failure next to it and it was down. */
  failed: '0',
  /** Down without any doubt: who looked had tried again already. */
  down: 'd',
  /** Nobody looked. */
  unmeasured: ' ',
} as const;

/** Of two marks for the same minute, the one further on in this row stands. */
const strength = marks.unmeasured + marks.failed + marks.up + marks.down;

/**
 * What is down: failures that follow each other without a success between them, so that one hiccup is no
 * outage (norm `uptime`: two in a row). Minutes at which nobody looked are left out first: two failed looks
 * with such a gap between them are still two in a row.
 */
const outage = /[0d]{2,}|d/g;

/**
 * Of one day, the numerator and the denominator of norm `uptime`. An outage is judged within its day: a
 * failure in the last minute and one in the first of the next day are one each.
 */
export function minutesUp(minutes: string): { readonly up: number; readonly measured: number } {
  const looks = minutes.replaceAll(marks.unmeasured, '');
  let up = looks.length;
  for (const [run] of looks.matchAll(outage)) up -= run.length;
  return { up, measured: looks.length };
}

/**
 * What two know together of the same day, in whatever order they tell it. Of a success and a failure the
 * success stands: the other one's way to it was broken. What is down without any doubt stays so: a monitor
 * that looks several times a minute may have told of another time in that minute before.
 */
export function mergeMinutes(one: string, other: string): string {
  if (one === other) return one;
  let merged = '';
  for (let minute = 0; minute < Math.max(one.length, other.length); minute++) {
    merged += stronger(one.charAt(minute), other.charAt(minute));
  }
  return merged;
}

/** @param minute of the day, as `minuteOfDay` counts them. */
export function withMinute(probe: Probe, minute: number, isUp: boolean): Probe {
  const { minutes } = probe;
  const mark = stronger(minutes.charAt(minute), isUp ? marks.up : marks.failed);
  return { ...probe, minutes: minutes.slice(0, minute) + mark + minutes.slice(minute + 1) };
}

function stronger(one: string, other: string): string {
  return strength.indexOf(one) >= strength.indexOf(other) ? one || other : other;
}

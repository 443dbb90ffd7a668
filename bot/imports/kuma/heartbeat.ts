import { BadFile } from '../../../shared/fact/refusal.ts';
import type { Header } from '../csv/header.ts';
import { type Look, type Table, whyNotThen } from './table.ts';
import { utcSecondsReader } from './utcSeconds.ts';

export const heartbeatColumns = ['status', 'time', 'duration'];

/**
 * DOWN, UP, PENDING, MAINTENANCE. Kuma counts a failure that it has yet to try again, PENDING, as downtime
 * too (`flatStatus` of 2.x, `calcUptime` of 1.x): its figures and ours are the same.
 */
const states: readonly Look['state'][] = ['down', 'up', 'down', 'maintenance'];

/** A duration is cut off to whole seconds, and so are the times that we compare it with. */
const slackSeconds = 2;

/** Of so many beats, one may follow on one that is not there: an edited monitor drops one now and then. */
const oneGapIn = 10;

/**
 * Table `heartbeat` of Kuma 1.x: a row for every check, with the time in UTC at which it began and how many
 * seconds that is after the check before it. Kuma 2.x has the table too, but keeps only the checks at which
 * something changed, and no durations: what is left would be half downtime. There, and where somebody made
 * a selection, the durations do not add up to the times, and the file is refused.
 *
 * @param now in seconds since the epoch.
 */
export function heartbeatTable(header: Header, now: number): Table {
  const statusField = header.fieldOf('status');
  const timeField = header.fieldOf('time');
  const durationField = header.fieldOf('duration');
  const secondsOf = utcSecondsReader();
  const lastBeats = new Map<string, number>();
  let beats = 0;
  let gaps = 0;

  return {
    read(record, monitor) {
      const state = states[record.number(statusField)];
      if (state === undefined) return { column: 'status', reason: 'unknownValue' };
      const duration = record.number(durationField);
      if (Number.isNaN(duration)) return { column: 'duration', reason: 'notAWholeNumber' };
      const seconds = secondsOf(record.text(timeField));
      const reason = whyNotThen(seconds, now);
      if (reason !== undefined) return { column: 'time', reason };
      follow(monitor, seconds, duration);
      return { minute: Math.floor(seconds / 60), state };
    },
    assertWhole() {
      if (gaps * oneGapIn > beats) throw new BadFile('otherFormat');
    },
  };

  function follow(monitor: string, seconds: number, duration: number): void {
    const last = lastBeats.get(monitor);
    lastBeats.set(monitor, seconds);
    if (last === undefined) return;
    beats++;
    if (Math.abs(seconds - last - duration) > slackSeconds) gaps++;
  }
}

import { Temporal } from 'temporal-polyfill';

const pattern = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?Z?$/;

/**
 * Reads `2023-11-05 13:04:05.123`, in UTC, as seconds since the epoch; NaN of anything else. Remembers the
 * date that it read last: there are thousands of times of each.
 */
export function utcSecondsReader(): (text: string) => number {
  let date = '';
  let midnight = Number.NaN;
  return (text) => {
    const [, day = '', hour, minute, second] = pattern.exec(text) ?? [];
    if (day !== date) {
      date = day;
      midnight = secondsAtMidnight(day);
    }
    const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
    return hours < 24 && minutes < 60 && seconds < 60
      ? midnight + hours * 3600 + minutes * 60 + seconds
      : Number.NaN;
  };
}

function secondsAtMidnight(day: string): number {
  try {
    return Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds / 1000;
  } catch {
    return Number.NaN;
  }
}

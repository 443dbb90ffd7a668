const zero = 0x30;
const colon = 0x3a;

/** Seconds after midnight of 9:05, 09:05 or 09:05:30; NaN of anything else. */
export function plainTime(bytes: Uint8Array, start: number, end: number): number {
  const hourEnd = bytes[start + 1] === colon ? start + 1 : start + 2;
  const hour =
    hourEnd === start + 1 ? twoDigits(zero, bytes[start]) : twoDigits(bytes[start], bytes[start + 1]);
  const minute = twoDigits(bytes[hourEnd + 1], bytes[hourEnd + 2]);
  const isTime = bytes[hourEnd] === colon && hour < 24 && minute < 60;
  if (!isTime) return Number.NaN;
  if (end === hourEnd + 3) return hour * 3600 + minute * 60;
  const second = twoDigits(bytes[hourEnd + 4], bytes[hourEnd + 5]);
  const isWhole = end === hourEnd + 6 && bytes[hourEnd + 3] === colon && second < 60;
  return isWhole ? hour * 3600 + minute * 60 + second : Number.NaN;
}

/** NaN where one is no digit. */
function twoDigits(tens: number | undefined, units: number | undefined): number {
  const ten = (tens ?? 0) - zero;
  const one = (units ?? 0) - zero;
  return ten < 0 || ten > 9 || one < 0 || one > 9 ? Number.NaN : ten * 10 + one;
}

/** A time on the clock, and which clock. */
export interface TimeOfDay {
  /** Seconds after midnight. */
  readonly second: number;
  /** How far its clock is ahead of UTC, in seconds; undefined where it does not say so. */
  readonly offset: number | undefined;
}

/** 09:05:30.250, 9:05 PM, 09:05:30Z, 09:05+01:00. Parts of a second do not matter to us. */
const anyTime = /^(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)? ?(?:([AP])\.?M\.?|(Z)|([+-])(\d\d):?(\d\d)?)?$/i;

export function timeIn(text: string): TimeOfDay | undefined {
  const found = anyTime.exec(text);
  if (found === null) return undefined;
  const [, hours, minutes, seconds = '0', half, utc, sign, hoursAhead = '0', minutesAhead = '0'] = found;
  const hour = hourOfDay(Number(hours), half);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const second = hour * 3600 + Number(minutes) * 60 + Number(seconds);
  const ahead = Number(hoursAhead) * 3600 + Number(minutesAhead) * 60;
  if (sign !== undefined) return { second, offset: sign === '-' ? -ahead : ahead };
  return { second, offset: utc === undefined ? undefined : 0 };
}

/** @param half A or P, of AM and PM. */
function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.POSITIVE_INFINITY;
  return (hour % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
}

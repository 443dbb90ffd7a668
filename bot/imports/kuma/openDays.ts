import { Temporal } from 'temporal-polyfill';
import { localDay, midnight } from '../../../shared/calendar/zone.ts';
import type { Probe } from '../../../shared/fact/probe.ts';
import { minutesIn } from '../../../shared/uptime/minuteOfDay.ts';
import { marks } from '../../../shared/uptime/minutes.ts';
import type { Look } from './table.ts';

export interface OpenDays {
  /** Adds what is known of a minute: it was down when anything says so. */
  mark(channel: string, look: Look): void;
  /** The days that had to make room since it was asked last. */
  takeDone(): Probe[];
  /** All that are left. */
  takeAll(): Probe[];
}

interface OpenDay {
  readonly channel: string;
  readonly day: string;
  /** Its first minute, since the epoch. */
  readonly start: number;
  readonly minutes: Buffer;
}

/**
 * So many days of channels are kept open at once, at 1.5 kB each: ten channels for a year. Kuma's rows are
 * in the order of time, so a day that makes room for another is over.
 */
const mostOpen = 4_096;

const codes = { up: marks.up.charCodeAt(0), down: marks.down.charCodeAt(0) } as const;

/** Days of channels that are being put together from rows. */
export function openDays(): OpenDays {
  /** By channel and day; the one that was opened longest ago is first. */
  const open = new Map<string, OpenDay>();
  /** By channel, the day that was turned to last. */
  const current = new Map<string, OpenDay>();
  let done: Probe[] = [];

  return {
    mark(channel, { minute, state }) {
      if (state === 'maintenance') return;
      const { start, minutes } = dayWith(channel, minute);
      const place = minute - start;
      if (minutes[place] !== codes.down) minutes[place] = codes[state];
    },
    takeDone() {
      const taken = done;
      done = [];
      return taken;
    },
    takeAll() {
      const taken = [...done, ...Array.from(open.values(), probeOf)];
      done = [];
      open.clear();
      current.clear();
      return taken;
    },
  };

  function dayWith(channel: string, minute: number): OpenDay {
    const last = current.get(channel);
    if (last !== undefined && minute >= last.start && minute < last.start + last.minutes.length) return last;
    const date = localDay(Temporal.Instant.fromEpochMilliseconds(minute * 60_000));
    const key = `${channel} ${date}`;
    const day = open.get(key) ?? newDay(channel, date);
    open.set(key, day);
    current.set(channel, day);
    makeRoom();
    return day;
  }

  function makeRoom(): void {
    const [oldest] = open;
    if (open.size <= mostOpen || oldest === undefined) return;
    const [key, day] = oldest;
    open.delete(key);
    if (current.get(day.channel) === day) current.delete(day.channel);
    done.push(probeOf(day));
  }
}

function newDay(channel: string, date: Temporal.PlainDate): OpenDay {
  return {
    channel,
    day: date.toString(),
    start: midnight(date) / 60_000,
    minutes: Buffer.alloc(minutesIn(date), marks.unmeasured),
  };
}

function probeOf({ channel, day, minutes }: OpenDay): Probe {
  return { id: channel, day, minutes: minutes.toString('latin1') };
}

import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../../shared/calendar/zone.ts';
import type { Probe } from '../../shared/fact/probe.ts';
import { minuteOfDay, minutesIn } from '../../shared/uptime/minuteOfDay.ts';
import { marks } from '../../shared/uptime/minutes.ts';
import { seededRandom } from './random.ts';

const websites = ['website', 'formulieren'];

/** Of the days, the share with an outage of up to an hour… */
const outage = { chance: 0.08, longest: 60 };
/** …and with one of half a day: a bad day, a few times a year. */
const longOutage = { chance: 0.006, longest: 600 };

/** Both websites on one day, up to the minute at hand. */
export function demoProbes(day: Temporal.PlainDate, now: Temporal.Instant): Probe[] {
  const whole = minutesIn(day);
  const measured = localDay(now).equals(day) ? minuteOfDay(now) : whole;
  return websites.map((id) => {
    const random = seededRandom(`${day} ${id}`);
    const minutes = Array.from({ length: measured }, () => (random.chance(0.0004) ? marks.failed : marks.up));
    for (const { chance, longest } of [outage, longOutage]) {
      if (!random.chance(chance)) continue;
      const start = Math.floor(random.next() * measured);
      minutes.fill(marks.failed, start, start + Math.floor(random.next() * longest));
    }
    return { id, day: day.toString(), minutes: minutes.join('').padEnd(whole, marks.unmeasured) };
  });
}

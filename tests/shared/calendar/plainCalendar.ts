import { Temporal } from 'temporal-polyfill';
import { type CalendarRules, type OpenPeriod, usualHours, weekdays } from '../../../shared/calendar/rules.ts';
import { holidaysByLibrary } from './holidaysByLibrary.ts';

/**
 * The same rules, written the slow and obvious way in plain Temporal: one calendar day at a time, holidays
 * from a library, nothing counted ahead. What the tables say is held against this.
 */
export interface PlainCalendar {
  isOpenDay(date: Temporal.PlainDate): boolean;
  isOpen(instant: Temporal.Instant): boolean;
  due(asked: Temporal.Instant, workingDays: number): Temporal.Instant;
  minutes(from: Temporal.Instant, to: Temporal.Instant): number;
  after(from: Temporal.Instant, minutes: number): Temporal.Instant;
  before(until: Temporal.Instant, minutes: number): Temporal.Instant;
}

interface Span {
  readonly opens: Temporal.Instant;
  readonly closes: Temporal.Instant;
}

type SpansOn = (date: Temporal.PlainDate) => readonly Span[];

const timeZone = 'Europe/Amsterdam';

/** @param spansOn a test that asks much of one calendar gives them remembered. */
export function plainCalendar(rules: CalendarRules, spansOn: SpansOn = openSpans(rules)): PlainCalendar {
  const isOpenDay = (date: Temporal.PlainDate) => spansOn(date).length > 0;
  return {
    isOpenDay,
    isOpen: (instant) =>
      spansOn(dayOf(instant)).some(
        ({ opens, closes }) => !isBefore(instant, opens) && isBefore(instant, closes),
      ),

    due(asked, workingDays) {
      let day = dayOf(asked);
      const closing = spansOn(day).at(-1)?.closes;
      if (closing !== undefined && !isBefore(asked, closing)) day = day.add({ days: 1 });
      while (!isOpenDay(day)) day = day.add({ days: 1 });
      for (let left = workingDays; left > 0; ) {
        day = day.add({ days: 1 });
        if (isOpenDay(day)) left--;
      }
      const last = spansOn(day).at(-1);
      if (last === undefined) throw new Error(`${day} is not open`);
      return last.closes;
    },

    minutes(from, to) {
      let open = Temporal.Duration.from({ seconds: 0 });
      for (let day = dayOf(from); isBefore(startOf(day), to); day = day.add({ days: 1 })) {
        for (const { opens, closes } of spansOn(day)) {
          const [start, end] = [latest(opens, from), earliest(closes, to)];
          if (isBefore(start, end)) open = open.add(start.until(end));
        }
      }
      return Math.floor(open.total('minutes'));
    },

    after(from, minutes) {
      let left = Temporal.Duration.from({ minutes });
      for (let day = dayOf(from); left.sign > 0; day = day.add({ days: 1 })) {
        for (const { opens, closes } of spansOn(day)) {
          const start = latest(opens, from);
          if (!isBefore(start, closes)) continue;
          const open = start.until(closes);
          if (Temporal.Duration.compare(left, open) <= 0) return start.add(left);
          left = left.subtract(open);
        }
      }
      return from;
    },

    before(until, minutes) {
      let left = Temporal.Duration.from({ minutes });
      for (let day = dayOf(until); left.sign > 0; day = day.subtract({ days: 1 })) {
        for (const { opens, closes } of spansOn(day).toReversed()) {
          const end = earliest(closes, until);
          if (!isBefore(opens, end)) continue;
          const open = opens.until(end);
          if (Temporal.Duration.compare(left, open) <= 0) return end.subtract(left);
          left = left.subtract(open);
        }
      }
      return until;
    },
  };
}

export function rememberedSpans(rules: CalendarRules): SpansOn {
  const spansOn = openSpans(rules);
  const known = new Map<string, readonly Span[]>();
  return (date) => {
    const spans = known.get(date.toString()) ?? spansOn(date);
    known.set(date.toString(), spans);
    return spans;
  };
}

function openSpans(rules: CalendarRules): SpansOn {
  return (date) => hoursOn(rules, date).map((period) => spanOn(date, period));
}

function hoursOn(rules: CalendarRules, date: Temporal.PlainDate): readonly OpenPeriod[] {
  const weekday = weekdays[date.dayOfWeek - 1];
  if (weekday === undefined) throw new Error(`${date} has no weekday`);
  const hours = rules.officeHours[weekday];
  const key = date.toString();
  const isThisDay = (day: { date: string }) => day.date === key;

  const opened = rules.openedDays.find(isThisDay);
  if (opened !== undefined) return opened.hours ?? (hours.length > 0 ? hours : [usualHours]);
  if ([...holidaysByLibrary(date.year).values()].includes(key)) return [];
  const closing = rules.closingDays.find(isThisDay);
  if (closing === undefined) return hours;
  const until = closing.closes ?? '00:00';
  return hours
    .filter(({ opens }) => opens < until)
    .map((period) => (period.closes <= until ? period : { ...period, closes: until }));
}

function spanOn(date: Temporal.PlainDate, { opens, closes }: OpenPeriod): Span {
  return { opens: instantOf(date, opens), closes: instantOf(date, closes) };
}

function instantOf(date: Temporal.PlainDate, time: string): Temporal.Instant {
  if (time === '24:00') return startOf(date.add({ days: 1 }));
  const plainTime = Temporal.PlainTime.from(time);
  const at = date.toZonedDateTime({ timeZone, plainTime });
  // Directive 2000/84/EC: at 01:00 UTC, which is 02:00 here, every clock in the Union jumps to 03:00.
  const isSkipped = !at.toPlainTime().equals(plainTime);
  return isSkipped ? date.toZonedDateTime({ timeZone, plainTime: '03:00' }).toInstant() : at.toInstant();
}

function dayOf(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate();
}

function startOf(date: Temporal.PlainDate): Temporal.Instant {
  return date.toZonedDateTime(timeZone).toInstant();
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}

function latest(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return isBefore(one, other) ? other : one;
}

function earliest(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return isBefore(one, other) ? one : other;
}

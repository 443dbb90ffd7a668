import { Temporal } from 'temporal-polyfill';
import { buildCalendarYear, type CalendarYear, type ClosedReason } from './calendarYear.ts';
import { type CalendarRules, type OpenPeriod, usualHours, type Weekday, weekdays } from './rules.ts';
import { timeZone } from './zone.ts';

export interface WorkingDay {
  readonly date: Temporal.PlainDate;
  readonly opens: Temporal.Instant;
  /** The first instant at which the office is no longer open. */
  readonly closes: Temporal.Instant;
}

/** The working days of one municipality. Dates are local (Europe/Amsterdam). */
export interface Calendar {
  isWorkingDay(date: Temporal.PlainDate): boolean;
  /** Why the municipality is closed on this date; undefined on a working day. */
  closedReason(date: Temporal.PlainDate): ClosedReason | undefined;
  /** When this working day opens and closes; undefined on a closed day. */
  workingDay(date: Temporal.PlainDate): WorkingDay | undefined;
  /** The table of a year, built when it is first asked for. */
  year(year: number): CalendarYear;
}

interface Hours {
  readonly opens: Temporal.PlainTime;
  readonly closes: Temporal.PlainTime;
}

/**
 * Make it once per municipality and keep it: each year is built once and then only looked up.
 *
 * @throws RangeError when no weekday has office hours (there would be no next working day), or when a
 *   date, a time or the order of the hours is wrong.
 */
export function createCalendar(rules: CalendarRules): Calendar {
  const week = weekdays.map((weekday) => hoursOf(weekday, rules.officeHours[weekday]));
  if (week.every((hours) => hours === undefined)) {
    throw new RangeError('A calendar needs office hours on at least one weekday; this one has none.');
  }
  for (const { date } of [...rules.closingDays, ...rules.openedDays]) checkDate(date);

  const years = new Map<number, CalendarYear>();
  const year = (number: number): CalendarYear => {
    const known = years.get(number);
    if (known !== undefined) return known;
    const built = buildCalendarYear(rules, number);
    years.set(number, built);
    return built;
  };
  const closedReason = (date: Temporal.PlainDate) => year(date.year).days[date.dayOfYear - 1]?.closed;
  const isWorkingDay = (date: Temporal.PlainDate) => closedReason(date) === undefined;
  const workingDay = (date: Temporal.PlainDate): WorkingDay | undefined => {
    if (!isWorkingDay(date)) return undefined;
    const hours = week[date.dayOfWeek - 1] ?? wholeDay(usualHours, usualHours);
    return { date, opens: instantAt(date, hours.opens), closes: instantAt(date, hours.closes) };
  };
  return { isWorkingDay, closedReason, workingDay, year };
}

function hoursOf(weekday: Weekday, periods: readonly OpenPeriod[]): Hours | undefined {
  const first = periods.at(0);
  const last = periods.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const times = periods.flatMap(({ opens, closes }) => [opens, closes]);
  const inOrder = times.every((time, index) => {
    const before = times[index - 1];
    return before === undefined || Temporal.PlainTime.compare(before, time) < 0;
  });
  if (!inOrder) throw new RangeError(`The office hours of ${weekday} are not in order: ${times.join(', ')}.`);
  return wholeDay(first, last);
}

function wholeDay(first: OpenPeriod, last: OpenPeriod): Hours {
  return { opens: Temporal.PlainTime.from(first.opens), closes: Temporal.PlainTime.from(last.closes) };
}

/** The tables compare dates as text: another spelling of a date would silently never match. */
function checkDate(date: string): void {
  if (Temporal.PlainDate.from(date).toString() === date) return;
  throw new RangeError(`A closing day or opened day is written YYYY-MM-DD, not ${date}.`);
}

function instantAt(date: Temporal.PlainDate, plainTime: Temporal.PlainTime): Temporal.Instant {
  return date.toZonedDateTime({ timeZone, plainTime }).toInstant();
}

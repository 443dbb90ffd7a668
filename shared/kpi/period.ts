import { Temporal } from 'temporal-polyfill';

/** What a scorecard can be of, from short to long. */
export const periodKinds = ['day', 'week', 'month', 'quarter', 'yearToDate', 'twelveMonths'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export interface Period {
  readonly kind: PeriodKind;
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

/** Ends a period of twelve months: "the twelve months up to and including this one". */
const twelveMonths = '12m-';

/**
 * A period by its name: a day `2026-11-25`, a week `2026-W48` (ISO 8601), a month `2026-11`, a quarter
 * `2026-Q4`, a year up to now `2026`, or twelve months by the last of them `12m-2026-11`. Undefined when
 * it is none of these.
 * @param today ends the year to date.
 */
export function parsePeriod(name: string, today: Temporal.PlainDate): Period | undefined {
  try {
    return read(name, today);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function read(name: string, today: Temporal.PlainDate): Period | undefined {
  const [, year = '', rest = ''] = /^(\d{4})(?:-(.+))?$/.exec(name) ?? [];
  if (year !== '' && rest === '') return yearToDate(Number(year), today);
  if (/^W\d\d$/.test(rest)) return week(Number(year), Number(rest.slice(1)));
  if (/^Q[1-4]$/.test(rest)) return monthsFrom('quarter', monthOf(Number(year), 3 * Number(rest[1]) - 2), 3);
  if (/^\d\d-\d\d$/.test(rest)) {
    const day = Temporal.PlainDate.from(name);
    return { kind: 'day', first: day, last: day };
  }
  if (/^\d\d$/.test(rest)) return monthPeriod(Temporal.PlainYearMonth.from(name));
  if (/^12m-\d{4}-\d\d$/.test(name)) {
    const end = Temporal.PlainYearMonth.from(name.slice(twelveMonths.length));
    return monthsFrom('twelveMonths', end.subtract({ months: 11 }), 12);
  }
  return undefined;
}

export function monthPeriod(month: Temporal.PlainYearMonth): Period {
  return monthsFrom('month', month, 1);
}

function monthOf(year: number, month: number): Temporal.PlainYearMonth {
  return Temporal.PlainYearMonth.from({ year, month }, { overflow: 'reject' });
}

function monthsFrom(kind: PeriodKind, first: Temporal.PlainYearMonth, months: number): Period {
  const end = first.add({ months: months - 1 });
  return { kind, first: first.toPlainDate({ day: 1 }), last: end.toPlainDate({ day: end.daysInMonth }) };
}

/** Of a year that is over all of it; of one that has yet to begin its first day. */
function yearToDate(year: number, today: Temporal.PlainDate): Period {
  const first = monthOf(year, 1).toPlainDate({ day: 1 });
  const end = first.with({ month: 12, day: 31 });
  const last = earliest(end, latest(first, today));
  return { kind: 'yearToDate', first, last };
}

/** ISO 8601: the first week of a year is that of 4 January. */
function week(year: number, number: number): Period | undefined {
  const fourth = monthOf(year, 1).toPlainDate({ day: 4 });
  const first = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: number - 1 });
  const isOfYear = first.add({ days: 3 }).year === year && number > 0;
  return isOfYear ? { kind: 'week', first, last: first.add({ days: 6 }) } : undefined;
}

/** The name by which `parsePeriod` knows it. */
export function periodName({ kind, first, last }: Period): string {
  const month = last.toPlainYearMonth().toString();
  switch (kind) {
    case 'day':
      return first.toString();
    case 'week': {
      const thursday = first.add({ days: 3 });
      return `${thursday.year}-W${String(first.weekOfYear).padStart(2, '0')}`;
    }
    case 'month':
      return month;
    case 'quarter':
      return `${last.year}-Q${last.month / 3}`;
    case 'yearToDate':
      return String(first.year);
    case 'twelveMonths':
      return twelveMonths + month;
  }
}

/** The period before, of the same length: a year to date is compared with the same days of the year before. */
export function periodBefore(period: Period): Period {
  switch (period.kind) {
    case 'day':
      return shiftDays(period, 1);
    case 'week':
      return shiftDays(period, 7);
    case 'month':
      return shiftMonths(period, 1);
    case 'quarter':
      return shiftMonths(period, 3);
    case 'yearToDate':
    case 'twelveMonths':
      return yearBefore(period);
  }
}

/** The same period a year ago; of a day and a week that of 52 weeks ago, so that weekdays stand beside weekdays. */
export function yearBefore(period: Period): Period {
  switch (period.kind) {
    case 'day':
    case 'week':
      return shiftDays(period, 52 * 7);
    case 'month':
    case 'quarter':
    case 'twelveMonths':
      return shiftMonths(period, 12);
    case 'yearToDate':
      return {
        ...period,
        first: period.first.subtract({ years: 1 }),
        last: period.last.subtract({ years: 1 }),
      };
  }
}

function shiftDays({ kind, first, last }: Period, days: number): Period {
  return { kind, first: first.subtract({ days }), last: last.subtract({ days }) };
}

function shiftMonths({ kind, first, last }: Period, months: number): Period {
  const start = first.toPlainYearMonth().subtract({ months });
  const end = last.toPlainYearMonth().subtract({ months });
  return { kind, first: start.toPlainDate({ day: 1 }), last: end.toPlainDate({ day: end.daysInMonth }) };
}

/** Its months, YYYY-MM, in order. */
export function monthsOf({ first, last }: Period): [string, ...string[]] {
  const months: [string, ...string[]] = [first.toPlainYearMonth().toString()];
  for (let month = first.toPlainYearMonth().add({ months: 1 }); ; month = month.add({ months: 1 })) {
    if (Temporal.PlainYearMonth.compare(month, last.toPlainYearMonth()) > 0) return months;
    months.push(month.toString());
  }
}

function earliest(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? one : other;
}

function latest(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? other : one;
}

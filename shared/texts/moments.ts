import type { Temporal } from 'temporal-polyfill';
import type { Deadline, SkippedDay } from '../calendar/deadline.ts';
import type { HolidayId } from '../calendar/holidays.ts';
import { timeZone } from '../calendar/zone.ts';
import type { Locale } from './locale.ts';

const nl = {
  holidays: {
    newYear: 'Nieuwjaarsdag',
    easterMonday: 'tweede paasdag',
    kingsDay: 'Koningsdag',
    liberationDay: 'Bevrijdingsdag',
    ascension: 'Hemelvaartsdag',
    whitMonday: 'tweede pinksterdag',
    christmas: 'eerste kerstdag',
    secondChristmas: 'tweede kerstdag',
  } satisfies Record<HolidayId, string>,
  workingDays: (count: number) => (count === 1 ? '1 werkdag' : `${count} werkdagen`),
  notCounted: (names: readonly string[]) =>
    `${names.join(' en ')} ${names.length === 1 ? 'telt' : 'tellen'} niet`,
  closesAt: (name: string, time: string) => `${name} sluit om ${time}`,
};

const en: typeof nl = {
  holidays: {
    newYear: "New Year's Day",
    easterMonday: 'Easter Monday',
    kingsDay: "King's Day",
    liberationDay: 'Liberation Day',
    ascension: 'Ascension Day',
    whitMonday: 'Whit Monday',
    christmas: 'Christmas Day',
    secondChristmas: 'Boxing Day',
  },
  workingDays: (count) => (count === 1 ? '1 working day' : `${count} working days`),
  notCounted: (names) => `${names.join(' and ')} ${names.length === 1 ? 'does' : 'do'} not count`,
  closesAt: (name, time) => `${name} closes at ${time}`,
};

const texts = { nl, en };
/** Made once: that costs a hundred times what using one does. */
const formatters = { nl: formattersFor('nl-NL'), en: formattersFor('en-GB') } as const;

function formattersFor(tag: string) {
  const formatter = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone });
  return {
    day: formatter({ weekday: 'long', day: 'numeric', month: 'long' }),
    shortDay: formatter({ weekday: 'short', day: 'numeric', month: 'short' }),
    time: formatter({ hour: '2-digit', minute: '2-digit' }),
  };
}

/** An instant, also as programs have it that know no Temporal. */
type Moment = Pick<Temporal.Instant, 'epochMilliseconds'>;

/** "woensdag 29 april 17:00" */
export function momentText(instant: Moment, locale: Locale): string {
  return `${dayText(instant, locale)} ${timeText(instant, locale)}`;
}

/** "woensdag 29 april" */
export function dayText(instant: Moment, locale: Locale): string {
  return withoutComma(formatters[locale].day.format(instant.epochMilliseconds));
}

/** "wo 29 apr 17:00" */
export function shortMomentText(instant: Moment, locale: Locale): string {
  const day = withoutComma(formatters[locale].shortDay.format(instant.epochMilliseconds));
  return `${day} ${timeText(instant, locale)}`;
}

/** "17:00" */
function timeText(instant: Moment, locale: Locale): string {
  return formatters[locale].time.format(instant.epochMilliseconds);
}

/** English puts one after the day of the week. */
function withoutComma(day: string): string {
  return day.replace(',', '');
}

/**
 * A deadline that explains itself: "woensdag 29 april 17:00: 2 werkdagen, Koningsdag telt niet", or
 * "donderdag 24 december 12:00: 2 werkdagen, Kerstavond sluit om 12:00".
 */
export function deadlineText({ due, workingDays, skipped, halfDay }: Deadline, locale: Locale): string {
  const text = texts[locale];
  // That a weekend does not count needs no saying.
  const names = [...new Set(skipped.flatMap((day) => nameOf(day, locale)))];
  const why = [text.workingDays(workingDays)];
  if (names.length > 0) why.push(text.notCounted(names));
  if (halfDay !== undefined) why.push(text.closesAt(halfDay, timeText(due, locale)));
  return `${momentText(due, locale)}: ${why.join(', ')}`;
}

function nameOf({ reason }: SkippedDay, locale: Locale): string[] {
  switch (reason.kind) {
    case 'weekend':
      return [];
    case 'holiday':
      return [texts[locale].holidays[reason.id]];
    case 'closingDay':
      return [reason.name];
  }
}

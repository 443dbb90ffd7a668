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
};

const texts = { nl, en };
const tags = { nl: 'nl-NL', en: 'en-GB' } as const;

/** "woensdag 29 april 17:00" */
export function momentText(instant: Temporal.Instant, locale: Locale): string {
  return `${dayText(instant, locale)} ${timeText(instant, locale)}`;
}

/** "woensdag 29 april" */
function dayText(instant: Temporal.Instant, locale: Locale): string {
  return format(instant, locale, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '');
}

/** "17:00" */
function timeText(instant: Temporal.Instant, locale: Locale): string {
  return format(instant, locale, { hour: '2-digit', minute: '2-digit' });
}

function format(instant: Temporal.Instant, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  const formatter = new Intl.DateTimeFormat(tags[locale], { ...options, timeZone });
  return formatter.format(instant.epochMilliseconds);
}

/** A deadline that explains itself: "woensdag 29 april 17:00: 2 werkdagen, Koningsdag telt niet". */
export function deadlineText({ due, workingDays, skipped }: Deadline, locale: Locale): string {
  const { notCounted, workingDays: days } = texts[locale];
  // That a weekend does not count needs no saying.
  const names = [...new Set(skipped.flatMap((day) => nameOf(day, locale)))];
  const why = names.length === 0 ? '' : `, ${notCounted(names)}`;
  return `${momentText(due, locale)}: ${days(workingDays)}${why}`;
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

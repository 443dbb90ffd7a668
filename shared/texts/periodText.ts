import type { Scorecard } from '../kpi/scorecard.ts';
import type { Locale } from './locale.ts';

type Period = Scorecard['period'];

const tags = { nl: 'nl-NL', en: 'en-GB' } as const;
const quarters = {
  nl: ['eerste kwartaal', 'tweede kwartaal', 'derde kwartaal', 'vierde kwartaal'],
  en: ['first quarter', 'second quarter', 'third quarter', 'fourth quarter'],
} as const;

/** "november 2026", "week 48 van 2026", "vierde kwartaal van 2026", "12 maanden tot en met november 2026" */
export function periodText({ kind, name, first, last }: Period, locale: Locale): string {
  const isDutch = locale === 'nl';
  const [year = '', part = ''] = name.split('-');
  const of = isDutch ? 'van' : 'of';
  switch (kind) {
    case 'day':
      return format(first, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    case 'week':
      return `week ${Number(part.slice(1))} ${of} ${year}`;
    case 'month':
      return monthText(first, locale);
    case 'quarter':
      return `${quarters[locale][Number(part.slice(1)) - 1]} ${of} ${year}`;
    case 'yearToDate':
      // A year that is over ends on its last day.
      if (last.endsWith('-12-31')) return year;
      return isDutch ? `${year} tot nu toe` : `${year} to date`;
    case 'twelveMonths':
      return isDutch
        ? `12 maanden tot en met ${monthText(last, locale)}`
        : `12 months up to and including ${monthText(last, locale)}`;
  }
}

/** When the period before it was: "in oktober", "in week 47", "in het derde kwartaal", "op maandag 23 november" */
export function periodBeforeText({ kind, first, last }: Period, locale: Locale): string {
  const isDutch = locale === 'nl';
  // The last day before a day, week, month or quarter lies in the one before it.
  const dayBefore = shifted(first, -1);
  const year = Number(first.slice(0, 4)) - 1;
  switch (kind) {
    case 'day':
      return `${isDutch ? 'op' : 'on'} ${localDayText(dayBefore, locale)}`;
    case 'week':
      return `in week ${weekEndingOn(dayBefore)}`;
    case 'month':
      return `in ${format(dayBefore, locale, { month: 'long' })}`;
    case 'quarter':
      return `${isDutch ? 'in het' : 'in the'} ${quarters[locale][Math.ceil(Number(dayBefore.slice(5, 7)) / 3) - 1]}`;
    case 'yearToDate':
      if (last.endsWith('-12-31')) return `in ${year}`;
      return isDutch ? `in dezelfde periode van ${year}` : `in the same period of ${year}`;
    case 'twelveMonths':
      return isDutch ? 'in de 12 maanden ervoor' : 'in the 12 months before';
  }
}

/** "dinsdag 24 november", of a day YYYY-MM-DD */
export function localDayText(day: string, locale: Locale): string {
  return format(day, locale, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** "2, 3 en 4 november", or "30 oktober en 2 november": of days YYYY-MM-DD, in order. */
export function localDaysText(days: readonly string[], locale: Locale): string {
  const texts = days.map((day, index) => {
    const isLastOfMonth = days[index + 1]?.slice(0, 7) !== day.slice(0, 7);
    return isLastOfMonth
      ? format(day, locale, { day: 'numeric', month: 'long' })
      : String(Number(day.slice(8)));
  });
  return new Intl.ListFormat(tags[locale], { type: 'conjunction' }).format(texts);
}

const dayLength = 24 * 60 * 60 * 1000;

/** In UTC, where every day is as long: so the pages do without the weight of Temporal. */
function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** ISO 8601: a week has the number that its Thursday gives it. */
function weekEndingOn(sunday: string): number {
  const thursday = shifted(sunday, -3);
  const daysBefore = (Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / dayLength;
  return Math.floor(daysBefore / 7) + 1;
}

function monthText(day: string, locale: Locale): string {
  return format(day, locale, { month: 'long', year: 'numeric' });
}

function format(day: string, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  const text = new Intl.DateTimeFormat(tags[locale], { ...options, timeZone: 'UTC' });
  return text.format(new Date(`${day}T00:00Z`)).replace(',', '');
}

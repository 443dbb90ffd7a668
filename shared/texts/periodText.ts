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

function monthText(day: string, locale: Locale): string {
  return format(day, locale, { month: 'long', year: 'numeric' });
}

function format(day: string, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  const text = new Intl.DateTimeFormat(tags[locale], { ...options, timeZone: 'UTC' });
  return text.format(new Date(`${day}T00:00Z`)).replace(',', '');
}

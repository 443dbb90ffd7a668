import { createContext, useContext } from 'react';
import { type Format, formatIn } from '../../shared/texts/figures.ts';
import type { Locale } from '../../shared/texts/locale.ts';
import { type ScorecardTexts, scorecardTexts } from '../../shared/texts/scorecard.ts';

/** The words and the way of writing numbers and times of one language. */
export interface Language {
  readonly locale: Locale;
  readonly texts: ScorecardTexts;
  readonly format: Format;
}

export function languageOf(locale: Locale): Language {
  return { locale, texts: scorecardTexts[locale], format: formatIn(locale) };
}

export const LanguageContext = createContext<Language>(languageOf('nl'));

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

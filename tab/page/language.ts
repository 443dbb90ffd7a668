import { createContext, useContext } from 'react';
import type { Locale } from '../../shared/texts/locale.ts';
import { type ScorecardTexts, scorecardTexts } from '../../shared/texts/scorecard.ts';
import { type Format, formatIn } from '../format.ts';

/** The words and the way of writing numbers and times of one language. */
export interface Language {
  readonly texts: ScorecardTexts;
  readonly format: Format;
}

export function languageOf(locale: Locale): Language {
  return { texts: scorecardTexts[locale], format: formatIn(locale) };
}

export const LanguageContext = createContext<Language>(languageOf('nl'));

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

import type { Locale } from './locale.ts';
import type { ScorecardTexts } from './scorecard.ts';

/** What every page says that keeps itself up to date; `tabName` is its name. */
export type LivePageTexts = Pick<ScorecardTexts, 'tabName' | 'problems' | 'reason' | 'figuresOf' | 'retry'>;

const nl = {
  label: 'Pagina’s van Zeven',
  scorecard: 'Scorebord',
  callbacks: 'Open terugbelverzoeken',
  imports: 'Metingen',
};

const en: typeof nl = {
  label: 'Pages of Zeven',
  scorecard: 'Scorecard',
  callbacks: 'Open callback requests',
  imports: 'Measurements',
};

/** The links from page to page. */
export const pagesTexts: Readonly<Record<Locale, typeof nl>> = { nl, en };

import { listPageTexts } from './listPage.ts';
import type { Locale } from './locale.ts';
import { type LivePageTexts, pagesTexts } from './pages.ts';

/** The words of the page with open callbacks, beside those of every list of them. */
interface CallbackPageTexts extends LivePageTexts {
  readonly refreshesItself: string;
  readonly department: string;
  readonly allDepartments: string;
  readonly columns: Readonly<Record<'subject' | 'due' | 'department' | 'owner' | 'askedAt', string>>;
  /** What the table is, for who hears it. */
  readonly caption: string;
  readonly empty: string;
  readonly emptyHint: string;
  onlyFirst(shown: number, total: number): string;
}

const nl: CallbackPageTexts = {
  ...listPageTexts.nl,
  tabName: pagesTexts.nl.callbacks,
  department: 'Afdeling',
  allDepartments: 'Alle afdelingen',
  columns: {
    subject: 'Onderwerp',
    due: 'Bellen vóór',
    department: 'Afdeling',
    owner: 'Opgepakt door',
    askedAt: 'Open sinds',
  },
  caption: 'Terugbelverzoeken die nog open staan, het meest dringende eerst',
  empty: 'Er staat niets open.',
  emptyHint: 'Geen enkele inwoner wacht op een telefoontje.',
  onlyFirst: (shown, total) =>
    `Dit zijn de ${shown} meest dringende van ${total}. Kies een afdeling voor de rest.`,
};

const en: CallbackPageTexts = {
  ...listPageTexts.en,
  tabName: pagesTexts.en.callbacks,
  department: 'Department',
  allDepartments: 'All departments',
  columns: {
    subject: 'Subject',
    due: 'Call before',
    department: 'Department',
    owner: 'Taken by',
    askedAt: 'Open since',
  },
  caption: 'Callback requests that are still open, the most urgent first',
  empty: 'Nothing is open.',
  emptyHint: 'No citizen is waiting for a call.',
  onlyFirst: (shown, total) =>
    `These are the ${shown} most urgent of ${total}. Choose a department for the rest.`,
};

export const callbackPageTexts: Readonly<Record<Locale, CallbackPageTexts>> = { nl, en };

import type { Locale } from './locale.ts';
import { type LivePageTexts, pagesTexts } from './pages.ts';
import { scorecardTexts } from './scorecard.ts';

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

const { problems: problemsNl } = scorecardTexts.nl;
const { problems: problemsEn } = scorecardTexts.en;

const nl: CallbackPageTexts = {
  tabName: pagesTexts.nl.callbacks,
  refreshesItself: scorecardTexts.nl.refreshesItself,
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
  problems: {
    ...problemsNl,
    unavailable: { ...problemsNl.unavailable, title: 'De lijst is nu niet te verversen.' },
    notInTeams: { ...problemsNl.notInTeams, title: 'Open deze pagina in Microsoft Teams.' },
  },
  reason: scorecardTexts.nl.reason,
  figuresOf: (time) => `Dit is de lijst van ${time}.`,
  retry: scorecardTexts.nl.retry,
};

const en: CallbackPageTexts = {
  tabName: pagesTexts.en.callbacks,
  refreshesItself: scorecardTexts.en.refreshesItself,
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
  problems: {
    ...problemsEn,
    unavailable: { ...problemsEn.unavailable, title: 'The list cannot be refreshed now.' },
    notInTeams: { ...problemsEn.notInTeams, title: 'Open this page in Microsoft Teams.' },
  },
  reason: scorecardTexts.en.reason,
  figuresOf: (time) => `This is the list of ${time}.`,
  retry: scorecardTexts.en.retry,
};

export const callbackPageTexts: Readonly<Record<Locale, CallbackPageTexts>> = { nl, en };

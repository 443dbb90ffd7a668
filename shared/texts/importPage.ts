import type { Locale } from './locale.ts';
import { type LivePageTexts, pagesTexts } from './pages.ts';
import { scorecardTexts } from './scorecard.ts';

/** The words of the page on which measurements are imported. */
interface ImportPageTexts extends LivePageTexts {
  readonly refreshesItself: string;
  readonly intro: string;
  readonly importFile: string;
  readonly source: string;
  readonly chooseSource: string;
  readonly file: string;
  /** Looks what would come of the file. */
  readonly look: string;
  readonly import: string;
  readonly busy: string;
  trouble(advice: string): string;
  readonly tryAgain: string;
  readonly lastImports: string;
  readonly noRuns: string;
  /** "Het bestand is bezig." */
  states(state: string): string;
}

const { problems: problemsNl } = scorecardTexts.nl;
const { problems: problemsEn } = scorecardTexts.en;

const nl: ImportPageTexts = {
  tabName: pagesTexts.nl.imports,
  refreshesItself: scorecardTexts.nl.refreshesItself,
  intro:
    'Gegevens uit andere systemen komen hier binnen. Eerst zie je wat er met een bestand zou gebeuren; pas daarna neem je het over. Hetzelfde bestand nog een keer verandert niets.',
  importFile: 'Bestand importeren',
  source: 'Wat is het?',
  chooseSource: 'Kies een bron',
  file: 'Bestand',
  look: 'Eerst kijken',
  import: 'Importeren',
  busy: 'Het bestand wordt gelezen…',
  trouble: (advice) => `Het is niet gelukt. ${advice}`,
  tryAgain: 'Probeer het opnieuw.',
  lastImports: 'Laatst binnengekomen',
  noRuns: 'Er is nog niets geïmporteerd.',
  states: (state) => `Het bestand ${state}.`,
  problems: {
    ...problemsNl,
    unavailable: { ...problemsNl.unavailable, title: 'De lijst is nu niet te verversen.' },
    notInTeams: { ...problemsNl.notInTeams, title: 'Open deze pagina in Microsoft Teams.' },
  },
  reason: scorecardTexts.nl.reason,
  figuresOf: (time) => `Dit is de lijst van ${time}.`,
  retry: scorecardTexts.nl.retry,
};

const en: ImportPageTexts = {
  tabName: pagesTexts.en.imports,
  refreshesItself: scorecardTexts.en.refreshesItself,
  intro:
    'Data from other systems comes in here. First you see what would come of a file; only then you take it over. The same file once more changes nothing.',
  importFile: 'Import a file',
  source: 'What is it?',
  chooseSource: 'Choose a source',
  file: 'File',
  look: 'Look first',
  import: 'Import',
  busy: 'The file is being read…',
  trouble: (advice) => `It did not work. ${advice}`,
  tryAgain: 'Try again.',
  lastImports: 'What came in lately',
  noRuns: 'Nothing was imported yet.',
  states: (state) => `The file ${state}.`,
  problems: {
    ...problemsEn,
    unavailable: { ...problemsEn.unavailable, title: 'The list cannot be refreshed now.' },
    notInTeams: { ...problemsEn.notInTeams, title: 'Open this page in Microsoft Teams.' },
  },
  reason: scorecardTexts.en.reason,
  figuresOf: (time) => `This is the list of ${time}.`,
  retry: scorecardTexts.en.retry,
};

export const importPageTexts: Readonly<Record<Locale, ImportPageTexts>> = { nl, en };

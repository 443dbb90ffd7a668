import type { ImportRun, ImportSummary } from '../imports/importRun.ts';
import type { SourceId } from './imports.ts';
import { listPageTexts } from './listPage.ts';
import type { Locale } from './locale.ts';
import { type LivePageTexts, pagesTexts } from './pages.ts';

/** The words of the page on which measurements are imported. */
interface ImportPageTexts extends LivePageTexts {
  readonly refreshesItself: string;
  readonly intro: string;

  readonly importFile: string;
  readonly source: string;
  readonly chooseSource: string;
  /** What file it is, and where it comes from. */
  readonly hints: Readonly<Partial<Record<string, string>>>;
  readonly file: string;
  readonly looking: string;
  readonly importing: string;
  /** What would come of the file. */
  readonly looked: string;
  /** Nothing would: it is all there already, or nothing in it counts. */
  readonly nothingNew: string;
  readonly nothingThatCounts: string;
  readonly imported: string;
  readonly notImported: string;
  /** Above the lines that are left out. */
  readonly refusedLines: string;
  readonly import: string;
  readonly another: string;
  /** What a file came to, beside each number. */
  readonly counted: Readonly<Record<keyof Omit<ImportSummary, 'refusals'>, string>>;
  /** The file on disk is not the one any more that was chosen. */
  readonly fileChanged: string;
  /** Of a file that could not be sent: nobody tries again by itself. */
  readonly sending: LivePageTexts;

  readonly sources: string;
  /** Before the names of norms. */
  feeds(norms: string): string;
  /** Before the names of sources that nothing came of yet. */
  notUsed(sources: string): string;
  readonly states: Readonly<Record<ImportRun['state'] | 'partly', string>>;
  readonly notFinished: string;
  /** Opens the lines that were refused. */
  refusals(count: string): string;
  recent(count: number): string;
}

const mappedNl = 'Heten de kolommen anders? Zet dat in de mapping van de bron.';

const pageNl = { ...listPageTexts.nl, tabName: pagesTexts.nl.imports };

const nl: ImportPageTexts = {
  ...pageNl,
  intro:
    'Hier zie je welke gegevens uit andere systemen binnenkomen. Je kunt ook zelf een bestand importeren.',

  importFile: 'Bestand importeren',
  source: 'Bron',
  chooseSource: 'Kies een bron',
  hints: {
    '3cx-cdr': 'Het bestand cdr.log van 3CX, met een regel per gesprek.',
    '3cx-report': 'Het rapport van alle gesprekken uit 3CX (Call Reports), als CSV.',
    'asterisk-cdr': 'Het bestand Master.csv van Asterisk, of de tabel cdr als CSV.',
    'asterisk-queue': 'Het bestand queue_log van Asterisk.',
    calls: `Een regel per gesprek, met id, begin, wachtrij, wachttijd en gesprekstijd. ${mappedNl}`,
    cases: `Een regel per zaak, met zaaknummer, startdatum, uiterste datum, einddatum en afdeling. ${mappedNl}`,
    ratings: `Een regel per beoordeling, met id, datum, cijfer en afdeling. ${mappedNl}`,
    web: `Een regel per proces en dag, met proces, datum en aantal. ${mappedNl}`,
    responses: `Een regel per bericht, met id, ontvangen, beantwoord en afdeling. ${mappedNl}`,
    'uptime-kuma': 'De metingen uit de database van Uptime Kuma, als CSV.',
  } satisfies Partial<Record<SourceId, string>>,
  file: 'Bestand',
  looking: 'We bekijken het bestand…',
  importing: 'We importeren het bestand…',
  looked: 'Dit gebeurt er als je importeert',
  nothingNew: 'Alles uit dit bestand staat er al. Importeren is niet nodig.',
  nothingThatCounts: 'In dit bestand staat niets dat meetelt.',
  imported: 'Het bestand is geïmporteerd',
  notImported: 'Dit bestand kunnen we niet importeren',
  refusedLines: 'Deze regels doen niet mee:',
  import: 'Importeren',
  another: 'Nog een bestand importeren',
  counted: {
    records: 'gelezen',
    added: 'nieuw',
    changed: 'gewijzigd',
    unchanged: 'ongewijzigd',
    refused: 'geweigerd',
  },
  fileChanged: 'Het bestand is veranderd nadat je het koos. Kies het opnieuw.',
  sending: {
    ...pageNl,
    problems: {
      ...pageNl.problems,
      unreachable: {
        title: 'Geen verbinding met Zeven.',
        advice: 'Controleer de internetverbinding en probeer het opnieuw.',
      },
      unavailable: {
        title: 'Het bestand is nu niet te verwerken.',
        advice: 'Probeer het over een minuut opnieuw.',
      },
    },
  },

  sources: 'Wat er binnenkomt',
  feeds: (norms) => `Voor ${norms}`,
  notUsed: (sources) => `Nog niet gebruikt: ${sources}`,
  states: {
    running: 'Bezig',
    interrupted: 'Afgebroken',
    done: 'Overgenomen',
    partly: 'Deels overgenomen',
    failed: 'Niet overgenomen',
  },
  notFinished: 'Dit is niet afgemaakt. Nog een keer importeren vult het aan.',
  refusals: (count) =>
    count === '1' ? 'Welke regel is geweigerd?' : `Welke ${count} regels zijn geweigerd?`,
  recent: (count) => (count === 1 ? 'De laatste import' : `De laatste ${count} imports`),
};

const mappedEn = 'Are the columns called otherwise? Put that in the mapping of the source.';

const pageEn = { ...listPageTexts.en, tabName: pagesTexts.en.imports };

const en: ImportPageTexts = {
  ...pageEn,
  intro: 'Here you see which data of other systems come in. You can import a file yourself as well.',

  importFile: 'Import a file',
  source: 'Source',
  chooseSource: 'Choose a source',
  hints: {
    '3cx-cdr': 'The file cdr.log of 3CX, with a line for each call.',
    '3cx-report': 'The report of all calls from 3CX (Call Reports), as CSV.',
    'asterisk-cdr': 'The file Master.csv of Asterisk, or the table cdr as CSV.',
    'asterisk-queue': 'The file queue_log of Asterisk.',
    calls: `A line for each call, with id, begin, wachtrij, wachttijd and gesprekstijd. ${mappedEn}`,
    cases: `A line for each case, with zaaknummer, startdatum, uiterste datum, einddatum and afdeling. ${mappedEn}`,
    ratings: `A line for each rating, with id, datum, cijfer and afdeling. ${mappedEn}`,
    web: `A line for each process and day, with proces, datum and aantal. ${mappedEn}`,
    responses: `A line for each message, with id, ontvangen, beantwoord and afdeling. ${mappedEn}`,
    'uptime-kuma': 'What Uptime Kuma measured, from its database, as CSV.',
  } satisfies Partial<Record<SourceId, string>>,
  file: 'File',
  looking: 'We are looking at the file…',
  importing: 'We are importing the file…',
  looked: 'This happens when you import',
  nothingNew: 'Everything in this file is there already. There is no need to import it.',
  nothingThatCounts: 'Nothing in this file counts.',
  imported: 'The file was imported',
  notImported: 'We cannot import this file',
  refusedLines: 'These lines are left out:',
  import: 'Import',
  another: 'Import another file',
  counted: {
    records: 'read',
    added: 'new',
    changed: 'changed',
    unchanged: 'unchanged',
    refused: 'refused',
  },
  fileChanged: 'The file has changed since you chose it. Choose it again.',
  sending: {
    ...pageEn,
    problems: {
      ...pageEn.problems,
      unreachable: {
        title: 'No connection with Zeven.',
        advice: 'Check the internet connection and try again.',
      },
      unavailable: { title: 'The file cannot be processed now.', advice: 'Try again in a minute.' },
    },
  },

  sources: 'What comes in',
  feeds: (norms) => `For ${norms}`,
  notUsed: (sources) => `Not used yet: ${sources}`,
  states: {
    running: 'Under way',
    interrupted: 'Broken off',
    done: 'Taken over',
    partly: 'Partly taken over',
    failed: 'Not taken over',
  },
  notFinished: 'This was not finished. Importing once more completes it.',
  refusals: (count) => (count === '1' ? 'Which line was refused?' : `Which ${count} lines were refused?`),
  recent: (count) => (count === 1 ? 'The last import' : `The last ${count} imports`),
};

export const importPageTexts: Readonly<Record<Locale, ImportPageTexts>> = { nl, en };

const formatters = { nl: formatterIn('nl-NL'), en: formatterIn('en-GB') } as const;

function formatterIn(tag: string) {
  return new Intl.DateTimeFormat(tag, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Amsterdam',
  });
}

/** "24 nov 2026, 09:05": an import may be of another year. */
export function importedAtText(instant: string, locale: Locale): string {
  return formatters[locale].format(Date.parse(instant));
}

/** "a, b en c" */
export function listText(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
}

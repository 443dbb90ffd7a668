import type { BadFileReason, Refusal, RefusalReason } from '../fact/refusal.ts';
import type { ImportFailure, ImportResult, ImportSummary } from '../imports/importRun.ts';
import type { MeasurementSource } from '../kpi/measurement.ts';
import type { Locale } from './locale.ts';

/** Every way in which measurements come in, and what it is. */
const sourcesNl = {
  '3cx-cdr': '3CX: gespreksgegevens (CDR)',
  '3cx-report': '3CX: export van het gespreksrapport',
  'asterisk-cdr': 'Asterisk: gespreksgegevens (cdr)',
  'asterisk-queue': 'Asterisk: wachtrijen (queue_log)',
  calls: 'Telefoongesprekken (CSV)',
  cases: 'Zaken (CSV)',
  zgw: 'Zaken uit het zaaksysteem (ZGW)',
  ratings: 'Waarderingen uit een enquête (CSV)',
  feedback: 'Waarderingen via onze eigen pagina',
  web: 'Online afgehandeld per proces (CSV)',
  matomo: 'Online afgehandeld (Matomo)',
  responses: 'E-mails en formulieren (CSV)',
  'uptime-kuma': 'Beschikbaarheid (Uptime Kuma)',
  probe: 'Beschikbaarheid, zelf gemeten',
};

export type SourceId = keyof typeof sourcesNl;

const nl = {
  sources: sourcesNl as Readonly<Record<string, string>>,
  kinds: {
    registrations: 'registraties',
    calls: 'gesprekken',
    responses: 'e-mails en formulieren',
    cases: 'zaken',
    ratings: 'waarderingen',
    webCounts: 'online afgehandeld',
    probes: 'beschikbaarheid',
  } satisfies Record<MeasurementSource, string>,
  refusals: {
    fieldCount: 'er staan meer of minder velden dan in de eerste regel',
    openQuote: 'een aanhalingsteken wordt niet gesloten',
    missing: 'is leeg',
    notADay: 'is geen datum; schrijf 2026-11-25 of 25-11-2026',
    notATime: 'is geen tijdstip; schrijf 2026-11-25 09:30:00',
    notANumber: 'is geen getal',
    notAWholeNumber: 'is geen heel getal',
    outOfRange: 'ligt buiten wat kan',
    tooLong: 'is te lang',
    unknownDepartment: 'hoort bij geen afdeling; zet de afdeling in de mapping',
    unknownProcess: 'hoort bij geen proces; zet het proces in de mapping',
    unknownValue: 'staat niet in de mapping',
    inFuture: 'ligt in de toekomst',
    wrongOrder: 'ligt voor het begin',
    noLeadTime: 'zegt niet wanneer de zaak klaar moet zijn; zet de doorlooptijd in de mapping',
    bsn: 'bevat een BSN; haal het weg en probeer het opnieuw',
  } satisfies Record<RefusalReason, string>,
  refusal: (line: number, column: string, why: string) =>
    column === '' ? `regel ${line}: ${why}` : `regel ${line}, ${column}: ${why}`,
  failures: {
    empty: 'Het bestand is leeg.',
    notText: 'Dit is geen tekstbestand. Exporteer het als CSV en probeer het opnieuw.',
    missingColumns: 'Er ontbreken kolommen. Exporteer ze mee, of zet in de mapping hoe ze heten.',
    otherFormat: 'Dit bestand is niet van deze bron. Kies de goede bron.',
    mostlyRefused: 'Bijna geen regel past. Is het de goede bron, en klopt de mapping?',
    lineTooLong: 'Een regel is langer dan een regel kan zijn. Exporteer het bestand opnieuw.',
    tooManyOnADay: 'Op één dag staan meer gegevens dan een gemeente heeft. Kloppen de datums?',
    badMapping: 'De mapping van deze bron klopt niet.',
    unreachable: 'Het andere systeem geeft geen antwoord.',
    unauthorized: 'Het andere systeem laat ons niet toe. Controleer de client-id, het geheim en de rechten.',
    refused: 'Het andere systeem weigert de vraag. Controleer het adres en de mapping.',
    badAnswer:
      'Het antwoord van het andere systeem klopt niet. Controleer het adres (bij OpenZaak het publieke adres).',
    missingSecret: 'Het geheim ontbreekt. Zet deze omgevingsvariabele:',
    tooMany: 'Het andere systeem geeft meer dan mogelijk is.',
  } satisfies Record<BadFileReason | ImportFailure['reason'], string>,
  nothingKept: 'Er is niets overgenomen.',
  summary: ({ records, added, changed, unchanged, refused }: Counted) =>
    `${records} gelezen: ${added} nieuw, ${changed} gewijzigd, ${unchanged} ongewijzigd, ${refused} geweigerd.`,
  dryRun: 'Dit is wat er zou gebeuren; er is nog niets overgenomen.',
  more: (count: string) => `en nog ${count}`,
};

const en: typeof nl = {
  sources: {
    '3cx-cdr': '3CX: call detail records (CDR)',
    '3cx-report': '3CX: export of the call report',
    'asterisk-cdr': 'Asterisk: call detail records (cdr)',
    'asterisk-queue': 'Asterisk: queues (queue_log)',
    calls: 'Telephone calls (CSV)',
    cases: 'Cases (CSV)',
    zgw: 'Cases from the case system (ZGW)',
    ratings: 'Ratings from a survey (CSV)',
    feedback: 'Ratings by our own page',
    web: 'Handled online per process (CSV)',
    matomo: 'Handled online (Matomo)',
    responses: 'E-mails and forms (CSV)',
    'uptime-kuma': 'Availability (Uptime Kuma)',
    probe: 'Availability, measured by ourselves',
  } satisfies Record<SourceId, string>,
  kinds: {
    registrations: 'registrations',
    calls: 'calls',
    responses: 'e-mails and forms',
    cases: 'cases',
    ratings: 'ratings',
    webCounts: 'handled online',
    probes: 'availability',
  },
  refusals: {
    fieldCount: 'has more or fewer fields than the first line',
    openQuote: 'a quote is never closed',
    missing: 'is empty',
    notADay: 'is no date; write 2026-11-25 or 25-11-2026',
    notATime: 'is no moment; write 2026-11-25 09:30:00',
    notANumber: 'is no number',
    notAWholeNumber: 'is no whole number',
    outOfRange: 'is outside what can be',
    tooLong: 'is too long',
    unknownDepartment: 'belongs to no department; name the department in the mapping',
    unknownProcess: 'belongs to no process; name the process in the mapping',
    unknownValue: 'is not in the mapping',
    inFuture: 'has yet to come',
    wrongOrder: 'is before the beginning',
    noLeadTime: 'does not say when the case is due; put the lead time in the mapping',
    bsn: 'holds a citizen service number (BSN); take it out and try again',
  },
  refusal: (line, column, why) =>
    column === '' ? `line ${line}: ${why}` : `line ${line}, ${column}: ${why}`,
  failures: {
    empty: 'The file is empty.',
    notText: 'This is no text file. Export it as CSV and try again.',
    missingColumns: 'Columns are missing. Export them too, or name them in the mapping.',
    otherFormat: 'This file is not of this source. Choose the right source.',
    mostlyRefused: 'Hardly a line fits. Is it the right source, and is the mapping right?',
    lineTooLong: 'A line is longer than a line can be. Export the file again.',
    tooManyOnADay: 'One day has more data than any municipality has. Are the dates right?',
    badMapping: 'The mapping of this source is not right.',
    unreachable: 'The other system does not answer.',
    unauthorized: 'The other system does not let us in. Check the client id, the secret and the rights.',
    refused: 'The other system refuses the question. Check the address and the mapping.',
    badAnswer: 'The answer of the other system is not right. Check the address (of OpenZaak the public one).',
    missingSecret: 'The secret is missing. Set this environment variable:',
    tooMany: 'The other system gives more than there can be.',
  },
  nothingKept: 'Nothing was taken over.',
  summary: ({ records, added, changed, unchanged, refused }) =>
    `${records} read: ${added} new, ${changed} changed, ${unchanged} unchanged, ${refused} refused.`,
  dryRun: 'This is what would happen; nothing was taken over yet.',
  more: (count) => `and ${count} more`,
};

/** Numbers as they are written in the reader's language. */
type Counted = Readonly<Record<Exclude<keyof ImportSummary, 'refusals'>, string>>;

export const importTexts: Readonly<Record<Locale, typeof nl>> = { nl, en };

const tags = { nl: 'nl-NL', en: 'en-GB' } as const;

/** "1.204" */
export function countText(count: number, locale: Locale): string {
  return new Intl.NumberFormat(tags[locale]).format(count);
}

/** What a summary says in one line. */
export function summaryText(summary: ImportSummary, locale: Locale): string {
  const { records, added, changed, unchanged, refused } = summary;
  return importTexts[locale].summary({
    records: countText(records, locale),
    added: countText(added, locale),
    changed: countText(changed, locale),
    unchanged: countText(unchanged, locale),
    refused: countText(refused, locale),
  });
}

/** "regel 17, begin: is geen tijdstip; schrijf …" */
export function refusalText({ line, column, reason }: Refusal, locale: Locale): string {
  const texts = importTexts[locale];
  return texts.refusal(line, column, texts.refusals[reason]);
}

/** How an import ended, a line each: what came in or why not, and the first lines that were refused. */
export function resultLines(result: ImportResult, locale: Locale, shown: number): string[] {
  const texts = importTexts[locale];
  if (result.kind === 'failed') {
    const { reason, details, refusals } = result.failure;
    return [
      texts.failures[reason],
      ...details.map((detail) => `  ${detail}`),
      ...refusalLines(refusals, refusals.length, locale, shown),
      texts.nothingKept,
    ];
  }
  const { summary, isDryRun } = result;
  return [
    summaryText(summary, locale),
    ...refusalLines(summary.refusals, summary.refused, locale, shown),
    ...(isDryRun ? [texts.dryRun] : []),
  ];
}

function refusalLines(refusals: readonly Refusal[], total: number, locale: Locale, shown: number): string[] {
  const lines = refusals.slice(0, shown).map((refusal) => `  ${refusalText(refusal, locale)}`);
  const rest = total - lines.length;
  if (lines.length === 0 || rest === 0) return lines;
  return [...lines, `  ${importTexts[locale].more(countText(rest, locale))}`];
}

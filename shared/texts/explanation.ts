import type { KpiId } from '../kpi/kpi.ts';
import type { Locale } from './locale.ts';

/** What each norm counts, and where that comes from. */
interface Explained {
  readonly definition: string;
  readonly source: string;
}

interface ExplanationTexts {
  /** Opens the explanation. */
  readonly title: string;
  readonly kpis: Readonly<Record<KpiId, Explained>>;
  from(source: string): string;
  lastMeasured(day: string): string;
  readonly neverMeasured: string;
  /** So many working days have no data; all of them by name, or the last ones. */
  missing(count: number, days: string, isAll: boolean): string;
  /** The same figure in another period. */
  yearAgo(value: string): string;
  readonly distribution: string;
  readonly score: string;
  readonly timesGiven: string;
  guide(high: string, low: string): string;
}

const nl: ExplanationTexts = {
  title: 'Hoe wordt dit gemeten?',
  kpis: {
    uptime: {
      definition:
        'Van alle minuten waarin we naar onze websites keken: het deel waarin ze goed antwoordden. Twee keer achter elkaar geen goed antwoord telt als onbereikbaar.',
      source: 'onze eigen controle, elke minuut, of Uptime Kuma.',
    },
    onlineShare: {
      definition:
        'Van alle aanvragen voor processen die online kunnen: het deel dat via de website is afgehandeld.',
      source: 'de website telt wat online ging; de registraties tellen de rest.',
    },
    serviceLevel: {
      definition:
        'Van alle oproepen: het deel dat binnen 90 seconden is opgenomen. Wie binnen 10 seconden ophangt, telt niet mee.',
      source: 'de telefooncentrale.',
    },
    firstResponse: {
      definition:
        'Het gemiddelde aantal werkdagen tussen de ontvangst van een e-mail of formulier en de eerste reactie.',
      source: 'het postsysteem; op dagen zonder gegevens daarvan de registraties van het KCC.',
    },
    transferReach: {
      definition: 'Van alle keren dat het KCC een beller doorverbond: het deel waarin de afdeling opnam.',
      source: 'de telefooncentrale; op dagen zonder gegevens daarvan de registraties van het KCC.',
    },
    callbackOnTime: {
      definition:
        'Van alle terugbelverzoeken die klaar zijn of te laat: het deel dat op tijd klaar was. Ze tellen mee in de periode waarin de inwoner het vroeg.',
      source: 'de terugbelverzoeken in Zeven.',
    },
    callDuration: {
      definition: 'De gemiddelde duur van de gesprekken die het KCC opnam.',
      source: 'de telefooncentrale; op dagen zonder gegevens daarvan de registraties van het KCC.',
    },
    firstTimeRight: {
      definition: 'Van alle vragen aan het KCC: het deel dat in het eerste contact is opgelost.',
      source: 'de registraties van het KCC.',
    },
    casesOnTime: {
      definition:
        'Van alle zaken: het deel dat binnen de doorlooptijd klaar was. Een zaak die te laat is, telt mee op de dag waarop hij klaar had moeten zijn.',
      source: 'het zaaksysteem.',
    },
    rating: {
      definition: 'Het gemiddelde van alle cijfers (1 tot en met 10) die inwoners gaven.',
      source: 'de vragenlijst en onze eigen pagina voor een beoordeling.',
    },
    lowRatings: {
      definition: 'Van alle cijfers over een afgeronde zaak: het deel dat lager is dan een 5.',
      source: 'de vragenlijst en onze eigen pagina voor een beoordeling.',
    },
  },
  from: (source) => `Bron: ${source}`,
  lastMeasured: (day) => `Laatst gemeten: ${day}.`,
  neverMeasured: 'In deze periode nog niet gemeten.',
  missing: (count, days, isAll) =>
    `Geen gegevens op ${count === 1 ? '1 werkdag' : `${count} werkdagen`}${isAll ? ':' : ', waaronder'} ${days}.`,
  yearAgo: (value) => `Een jaar geleden: ${value}`,
  distribution: 'Hoe vaak elk cijfer is gegeven',
  score: 'Cijfer',
  timesGiven: 'Aantal keer',
  guide: (high, low) =>
    `${high} gaf een 7 of hoger (streven: meer dan 80%) en ${low} lager dan een 4 (streven: minder dan 10%).`,
};

const en: ExplanationTexts = {
  title: 'How is this measured?',
  kpis: {
    uptime: {
      definition:
        'Of all minutes in which we looked at our websites: the share in which they answered well. Twice in a row no good answer counts as down.',
      source: 'our own check, every minute, or Uptime Kuma.',
    },
    onlineShare: {
      definition: 'Of all requests for processes that can be done online: the share handled by the website.',
      source: 'the website counts what went online; the registrations count the rest.',
    },
    serviceLevel: {
      definition:
        'Of all calls: the share answered within 90 seconds. Who hangs up within 10 seconds does not count.',
      source: 'the telephone system.',
    },
    firstResponse: {
      definition:
        'The mean number of working days between the receipt of an e-mail or form and the first response.',
      source: 'the mail system; on days without its data the registrations of the contact centre.',
    },
    transferReach: {
      definition:
        'Of all times that the contact centre put a caller through: the share in which the department picked up.',
      source: 'the telephone system; on days without its data the registrations of the contact centre.',
    },
    callbackOnTime: {
      definition:
        'Of all callback requests that are done or late: the share done in time. They count in the period in which the citizen asked.',
      source: 'the callback requests in Zeven.',
    },
    callDuration: {
      definition: 'The mean length of the calls that the contact centre answered.',
      source: 'the telephone system; on days without its data the registrations of the contact centre.',
    },
    firstTimeRight: {
      definition: 'Of all questions to the contact centre: the share resolved in the first contact.',
      source: 'the registrations of the contact centre.',
    },
    casesOnTime: {
      definition:
        'Of all cases: the share done within the lead time. A late case counts on the day on which it should have been done.',
      source: 'the case system.',
    },
    rating: {
      definition: 'The mean of all ratings (1 to 10) that citizens gave.',
      source: 'the survey and our own feedback page.',
    },
    lowRatings: {
      definition: 'Of all ratings of a closed case: the share below a 5.',
      source: 'the survey and our own feedback page.',
    },
  },
  from: (source) => `Source: ${source}`,
  lastMeasured: (day) => `Last measured: ${day}.`,
  neverMeasured: 'Not measured yet in this period.',
  missing: (count, days, isAll) =>
    `No data on ${count === 1 ? '1 working day' : `${count} working days`}${isAll ? ':' : ', such as'} ${days}.`,
  yearAgo: (value) => `A year ago: ${value}`,
  distribution: 'How often each score was given',
  score: 'Score',
  timesGiven: 'Times given',
  guide: (high, low) => `${high} gave a 7 or more (aim: over 80%) and ${low} less than a 4 (aim: under 10%).`,
};

/** Each norm explains itself. */
export const explanationTexts: Readonly<Record<Locale, ExplanationTexts>> = { nl, en };

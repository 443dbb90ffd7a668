import type { KpiId } from '../kpi/kpi.ts';
import type { Locale } from './locale.ts';

/** What each norm counts, and where that comes from. */
interface Explained {
  readonly definition: string;
  readonly source: string;
  /** How it comes to be measured, where it is not. */
  readonly start: string;
}

interface ExplanationTexts {
  /** Opens the explanation. */
  readonly title: string;
  readonly kpis: Readonly<Record<KpiId, Explained>>;
  from(source: string): string;
  lastMeasured(day: string): string;
  notMeasured(start: string): string;
  /** The same of one department or process. */
  readonly notMeasuredOfThis: string;
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
      start: 'Stel in naar welke websites Zeven kijkt, of importeer de controles van Uptime Kuma.',
    },
    onlineShare: {
      definition:
        'Van alle aanvragen voor processen die online kunnen: het deel dat via de website is afgehandeld.',
      source: 'de website telt wat online ging; de registraties tellen de rest.',
      start: 'Importeer hoeveel aanvragen de website elke dag afhandelt.',
    },
    serviceLevel: {
      definition:
        'Van alle oproepen: het deel dat binnen 90 seconden is opgenomen. Wie binnen 10 seconden ophangt, telt niet mee.',
      source: 'de telefooncentrale.',
      start: 'Importeer de oproepen van de telefooncentrale.',
    },
    firstResponse: {
      definition:
        'Het gemiddelde aantal werkdagen tussen de ontvangst van een e-mail of formulier en de eerste reactie.',
      source: 'het postsysteem; op dagen zonder gegevens daarvan de registraties van het KCC.',
      start:
        'Leg bij een e-mail of formulier vast wanneer het bericht binnenkwam, of importeer de berichten.',
    },
    transferReach: {
      definition: 'Van alle keren dat het KCC een beller doorverbond: het deel waarin de afdeling opnam.',
      source: 'de telefooncentrale; op dagen zonder gegevens daarvan de registraties van het KCC.',
      start: 'Leg vast of de afdeling opnam, of importeer de oproepen van de telefooncentrale.',
    },
    callbackOnTime: {
      definition:
        'Van alle terugbelverzoeken die klaar zijn of te laat: het deel dat op tijd klaar was. Ze tellen mee in de periode waarin de inwoner het vroeg.',
      source: 'de terugbelverzoeken in Zeven.',
      start: 'Er is nog geen terugbelverzoek klaar of te laat.',
    },
    callDuration: {
      definition: 'De gemiddelde duur van de gesprekken die het KCC opnam.',
      source: 'de telefooncentrale; op dagen zonder gegevens daarvan de registraties van het KCC.',
      start: 'Importeer de oproepen van de telefooncentrale, of leg vast hoe lang een gesprek duurde.',
    },
    firstTimeRight: {
      definition: 'Van alle vragen aan het KCC: het deel dat in het eerste contact is opgelost.',
      source: 'de registraties van het KCC.',
      start: 'Leg contacten vast: typ "contact" in de chat met Zeven.',
    },
    casesOnTime: {
      definition:
        'Van alle zaken die klaar zijn of te laat: het deel dat binnen de doorlooptijd klaar was. Een zaak die te laat is, telt mee op de dag waarop hij klaar had moeten zijn.',
      source: 'het zaaksysteem.',
      start: 'Importeer de zaken uit het zaaksysteem.',
    },
    rating: {
      definition: 'Het gemiddelde van alle cijfers (1 tot en met 10) die inwoners gaven.',
      source: 'de vragenlijst en onze eigen pagina voor een beoordeling.',
      start: 'Stuur inwoners een link naar onze pagina voor een beoordeling, of importeer de vragenlijst.',
    },
    lowRatings: {
      definition: 'Van alle cijfers over een afgeronde zaak: het deel dat lager is dan een 5.',
      source: 'de vragenlijst en onze eigen pagina voor een beoordeling.',
      start: 'Vraag na een afgeronde zaak om een beoordeling, of importeer de vragenlijst.',
    },
  },
  from: (source) => `Bron: ${source}`,
  lastMeasured: (day) => `Laatst gemeten: ${day}.`,
  notMeasured: (start) => `In deze periode niet gemeten. ${start}`,
  notMeasuredOfThis: 'Voor deze keuze zijn er in deze periode geen metingen.',
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
      start: 'Set which websites Zeven looks at, or import the checks of Uptime Kuma.',
    },
    onlineShare: {
      definition: 'Of all requests for processes that can be done online: the share handled by the website.',
      source: 'the website counts what went online; the registrations count the rest.',
      start: 'Import how many requests the website handles every day.',
    },
    serviceLevel: {
      definition:
        'Of all calls: the share answered within 90 seconds. Who hangs up within 10 seconds does not count.',
      source: 'the telephone system.',
      start: 'Import the calls of the telephone system.',
    },
    firstResponse: {
      definition:
        'The mean number of working days between the receipt of an e-mail or form and the first response.',
      source: 'the mail system; on days without its data the registrations of the contact centre.',
      start: 'Note of an e-mail or form when it came in, or import the messages.',
    },
    transferReach: {
      definition:
        'Of all times that the contact centre put a caller through: the share in which the department picked up.',
      source: 'the telephone system; on days without its data the registrations of the contact centre.',
      start: 'Note whether the department picked up, or import the calls of the telephone system.',
    },
    callbackOnTime: {
      definition:
        'Of all callback requests that are done or late: the share done in time. They count in the period in which the citizen asked.',
      source: 'the callback requests in Zeven.',
      start: 'No callback request is done or late yet.',
    },
    callDuration: {
      definition: 'The mean length of the calls that the contact centre answered.',
      source: 'the telephone system; on days without its data the registrations of the contact centre.',
      start: 'Import the calls of the telephone system, or note how long a call took.',
    },
    firstTimeRight: {
      definition: 'Of all questions to the contact centre: the share resolved in the first contact.',
      source: 'the registrations of the contact centre.',
      start: 'Register contacts: type "contact" in the chat with Zeven.',
    },
    casesOnTime: {
      definition:
        'Of all cases that are done or late: the share done within the lead time. A late case counts on the day on which it should have been done.',
      source: 'the case system.',
      start: 'Import the cases of the case system.',
    },
    rating: {
      definition: 'The mean of all ratings (1 to 10) that citizens gave.',
      source: 'the survey and our own feedback page.',
      start: 'Send citizens a link to our feedback page, or import the survey.',
    },
    lowRatings: {
      definition: 'Of all ratings of a closed case: the share below a 5.',
      source: 'the survey and our own feedback page.',
      start: 'Ask for a rating after a closed case, or import the survey.',
    },
  },
  from: (source) => `Source: ${source}`,
  lastMeasured: (day) => `Last measured: ${day}.`,
  notMeasured: (start) => `Not measured in this period. ${start}`,
  notMeasuredOfThis: 'For this choice there are no measurements in this period.',
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

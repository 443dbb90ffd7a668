import type { KpiId } from '../kpi/kpi.ts';

/** A whole number as a Dutch reader writes it. */
const whole = new Intl.NumberFormat('nl-NL').format;

/** How many norms there are in each state. `kept` is met, on the edge or not. */
export interface NormCounts {
  readonly kept: number;
  readonly atRisk: number;
  /** Kept or missed: enough was measured to say so. */
  readonly judged: number;
  readonly tooFew: number;
  readonly noData: number;
}

export interface KpiTexts {
  readonly name: string;
  /** Where its measurements come from; ends the sentence "Dit komt uit …". */
  readonly source: string;
  /** Follows the norm: "minstens 95% *binnen de beloofde tijd*". */
  readonly normAddition?: string;
  /** Numerator and denominator in words. */
  counts(numerator: number, denominator: number): string;
  /** How many may still miss this month; a share only. */
  budgetLeft?(count: number): string;
  /** How many of the misses should have gone well; a share only. */
  budgetLost?(count: number): string;
}

const kpis: Readonly<Record<KpiId, KpiTexts>> = {
  uptime: {
    name: 'Beschikbaarheid contactkanalen',
    source: 'de controle van de website',
    counts: (up, all) => `${whole(up)} van ${whole(all)} minuten bereikbaar`,
    budgetLeft: (minutes) => mayStill(minutes, 'onbereikbaar zijn', 'minuut', 'minuten'),
    budgetLost: (minutes) => wouldDo(minutes === 1 ? '1 minuut' : `${whole(minutes)} minuten`, 'meer bereikbaar'),
  },
  onlineShare: {
    name: 'Online afgehandeld',
    source: 'de telling van de website',
    counts: (online, all) => `${whole(online)} van ${whole(all)} aanvragen via de website`,
    budgetLeft: (count) => mayStill(count, 'buiten de website om'),
    budgetLost: (count) => wouldDo(whole(count), 'meer via de website'),
  },
  serviceLevel: {
    name: 'Service level telefoon',
    source: 'de telefooncentrale',
    normAddition: 'binnen 90 seconden',
    counts: (inTime, all) => `${whole(inTime)} van ${whole(all)} oproepen binnen 90 seconden opgenomen`,
    budgetLeft: (count) => mayStill(count, 'te laat worden opgenomen'),
    budgetLost: (count) => wouldDo(whole(count), 'meer op tijd opgenomen'),
  },
  firstResponse: {
    name: 'Eerste reactie e-mail en formulier',
    source: 'de registraties van het KCC',
    counts: (_days, answered) => (answered === 1 ? '1 bericht beantwoord' : `${whole(answered)} berichten beantwoord`),
  },
  transferReach: {
    name: 'Afdeling bereikbaar bij doorverbinden',
    source: 'de registraties van het KCC',
    counts: (pickedUp, tried) => `${whole(pickedUp)} van ${whole(tried)} keer opgenomen`,
    budgetLeft: (count) => mayStill(count, 'niet worden opgenomen', 'keer', 'keer'),
    budgetLost: (count) => wouldDo(`${whole(count)} keer`, 'meer opgenomen'),
  },
  callbackOnTime: {
    name: 'Terugbelverzoeken op tijd',
    source: 'de terugbelverzoeken',
    normAddition: 'binnen de beloofde tijd',
    counts: (onTime, all) => `${whole(onTime)} van ${whole(all)} terugbelverzoeken op tijd`,
    budgetLeft: (count) => mayStill(count, 'te laat'),
    budgetLost: (count) => wouldDo(whole(count), 'meer op tijd'),
  },
  callDuration: {
    name: 'Gespreksduur KCC',
    source: 'de telefooncentrale',
    counts: (_seconds, calls) => (calls === 1 ? '1 gesprek' : `${whole(calls)} gesprekken`),
  },
  firstTimeRight: {
    name: 'In één keer afgehandeld',
    source: 'de registraties van het KCC',
    counts: (resolved, all) => `${whole(resolved)} van ${whole(all)} vragen in één keer afgehandeld`,
    budgetLeft: (count) => mayStill(count, 'niet in één keer'),
    budgetLost: (count) => wouldDo(whole(count), 'meer in één keer'),
  },
  casesOnTime: {
    name: 'Zaken binnen doorlooptijd',
    source: 'het zaaksysteem',
    counts: (onTime, all) => `${whole(onTime)} van ${whole(all)} zaken op tijd`,
    budgetLeft: (count) => mayStill(count, 'te laat'),
    budgetLost: (count) => wouldDo(whole(count), 'meer op tijd'),
  },
  rating: {
    name: 'Waardering inwoner',
    source: 'de vragenlijst voor inwoners',
    counts: (_sum, ratings) => (ratings === 1 ? '1 waardering' : `${whole(ratings)} waarderingen`),
  },
  lowRatings: {
    name: 'Dossiers onder de 5',
    source: 'de vragenlijst voor inwoners',
    counts: (low, all) => `${whole(low)} van ${whole(all)} dossiers kregen een cijfer onder de 5`,
    budgetLeft: (count) => mayStill(count, 'onder de 5'),
    budgetLost: (count) => wouldDo(whole(count), 'minder onder de 5'),
  },
};

function mayStill(count: number, miss: string, one = '', more = ''): string {
  if (count === 0) return `Er mag deze maand geen ${one || 'enkele'} meer bij ${miss}`;
  return [`Nog ${whole(count)}`, count === 1 ? one : more, count === 1 ? 'mag' : 'mogen', 'deze maand', miss]
    .filter(Boolean)
    .join(' ');
}

function wouldDo(count: string, better: string): string {
  return `Met ${count} ${better} was de norm gehaald`;
}

import type { ScorecardTexts } from './scorecard.ts';

const whole = new Intl.NumberFormat('nl-NL').format;

/** "1 gesprek", "1.120 gesprekken" */
const amount = (count: number, one: string, more: string) => `${whole(count)} ${count === 1 ? one : more}`;
const may = (count: number) => (count === 1 ? 'mag' : 'mogen');
const have = (count: number) => amount(count, 'norm heeft', 'normen hebben');

/** The scorecard in Dutch. */
export const scorecardNl: ScorecardTexts = {
  title: (month) => `Scorebord ${month}`,
  tabName: 'Scorebord',
  attention: 'Vraagt aandacht',
  updatedAt: (time) => `Bijgewerkt om ${time}`,
  updatedOn: (day, time) => `Bijgewerkt op ${day} om ${time}`,
  refreshesItself: 'Ververst vanzelf',

  groups: { reachability: 'Bereikbaarheid', speed: 'Snelheid', quality: 'Kwaliteit' },
  groupKept: (kept, judged) => `${kept} van ${judged} gehaald`,
  statuses: {
    met: 'Gehaald',
    atRisk: 'Op het randje',
    missed: 'Niet gehaald',
    tooFew: 'Te weinig metingen',
    noData: 'Nog geen metingen',
  },

  overall: ({ kept, atRisk, judged, tooFew, noData }) => {
    if (judged + tooFew === 0) return 'Er zijn in deze periode nog geen metingen.';
    const parts = [
      judged > 0
        ? keptOf(kept, judged) + onTheEdge(kept, atRisk)
        : 'Over geen enkele norm is al iets te zeggen',
    ];
    if (tooFew > 0) parts.push(`${have(tooFew)} te weinig metingen`);
    if (noData > 0) parts.push(`${have(noData)} nog geen metingen`);
    return `${parts.join('; ')}.`;
  },

  norm: (words) => `Norm: ${words}`,
  changes: {
    better: (value, when) => `Beter: was ${value} ${when}`,
    worse: (value, when) => `Slechter: was ${value} ${when}`,
    same: (value, when) => `Gelijk: ook ${value} ${when}`,
  },
  comparisons: {
    atLeast: (target) => `minstens ${target}`,
    moreThan: (target) => `meer dan ${target}`,
    atMost: (target) => `hoogstens ${target}`,
    lessThan: (target) => `minder dan ${target}`,
  },
  mean: (norm) => `gemiddeld ${norm}`,
  minutes: (count) => amount(count, 'minuut', 'minuten'),
  minutesAndSeconds: (minutes, seconds) =>
    `${amount(minutes, 'minuut', 'minuten')} en ${amount(seconds, 'seconde', 'seconden')}`,
  shortMinutes: 'min',
  workingDays: (isOne) => (isOne ? 'werkdag' : 'werkdagen'),
  aRating: (rating) => `een ${rating}`,

  coverage: (measured, expected) =>
    measured === expected && expected > 1
      ? `Alle ${expected} werkdagen gemeten`
      : `${measured} van ${amount(expected, 'werkdag', 'werkdagen')} gemeten`,
  nothingMayMiss: 'Er mag deze maand niets meer misgaan',
  fromCount: (fewest) => `Vanaf ${fewest} metingen is te zeggen of de norm is gehaald`,
  comesFrom: (source) => `Komt uit ${source}`,

  kpis: {
    uptime: {
      name: 'Beschikbaarheid contactkanalen',
      source: 'de controle van de website',
      counts: (up, all) => `${whole(up)} van ${whole(all)} minuten bereikbaar`,
      mayStillMiss: (count) =>
        `Nog ${amount(count, 'minuut', 'minuten')} ${may(count)} deze maand onbereikbaar zijn`,
      missedTooMany: (count) =>
        `Met ${amount(count, 'minuut', 'minuten')} meer bereikbaar was de norm gehaald`,
    },
    onlineShare: {
      name: 'Online afgehandeld',
      source: 'de tellingen van de website',
      counts: (online, all) => `${whole(online)} van ${whole(all)} aanvragen via de website`,
      mayStillMiss: (count) => `Nog ${whole(count)} ${may(count)} deze maand buiten de website om`,
      missedTooMany: (count) => `Met ${whole(count)} meer via de website was de norm gehaald`,
    },
    serviceLevel: {
      name: 'Service level telefoon',
      source: 'de telefooncentrale',
      normAddition: 'binnen 90 seconden',
      counts: (inTime, all) => `${whole(inTime)} van ${whole(all)} oproepen binnen 90 seconden opgenomen`,
      mayStillMiss: (count) => `Nog ${whole(count)} ${may(count)} deze maand te laat worden opgenomen`,
      missedTooMany: (count) => `Met ${whole(count)} meer op tijd opgenomen was de norm gehaald`,
    },
    firstResponse: {
      name: 'Eerste reactie e-mail en formulier',
      source: 'de registraties van het KCC',
      counts: (_days, answered) => `${amount(answered, 'bericht', 'berichten')} beantwoord`,
    },
    transferReach: {
      name: 'Afdeling bereikbaar bij doorverbinden',
      source: 'de registraties van het KCC',
      counts: (pickedUp, tried) => `${whole(pickedUp)} van ${whole(tried)} keer opgenomen`,
      mayStillMiss: (count) => `Nog ${whole(count)} keer mag deze maand niet worden opgenomen`,
      missedTooMany: (count) => `Met ${whole(count)} keer meer opgenomen was de norm gehaald`,
    },
    callbackOnTime: {
      name: 'Terugbelverzoeken op tijd',
      source: 'de terugbelverzoeken',
      counts: (onTime, all) => `${whole(onTime)} van ${whole(all)} terugbelverzoeken op tijd`,
      mayStillMiss: (count) => `Nog ${whole(count)} ${may(count)} deze maand te laat`,
      missedTooMany: (count) => `Met ${whole(count)} meer op tijd was de norm gehaald`,
    },
    callDuration: {
      name: 'Gespreksduur KCC',
      source: 'de telefooncentrale',
      counts: (_seconds, calls) => amount(calls, 'gesprek', 'gesprekken'),
    },
    firstTimeRight: {
      name: 'In één keer afgehandeld',
      source: 'de registraties van het KCC',
      counts: (resolved, all) => `${whole(resolved)} van ${whole(all)} vragen in één keer afgehandeld`,
      mayStillMiss: (count) => `Nog ${whole(count)} ${may(count)} deze maand niet in één keer`,
      missedTooMany: (count) => `Met ${whole(count)} meer in één keer was de norm gehaald`,
    },
    casesOnTime: {
      name: 'Zaken binnen doorlooptijd',
      source: 'het zaaksysteem',
      counts: (onTime, all) => `${whole(onTime)} van ${whole(all)} zaken op tijd`,
      mayStillMiss: (count) => `Nog ${whole(count)} ${may(count)} deze maand te laat`,
      missedTooMany: (count) => `Met ${whole(count)} meer op tijd was de norm gehaald`,
    },
    rating: {
      name: 'Waardering inwoner',
      source: 'de vragenlijst voor inwoners',
      counts: (_sum, ratings) => amount(ratings, 'waardering', 'waarderingen'),
    },
    lowRatings: {
      name: 'Dossiers onder de 5',
      source: 'de vragenlijst voor inwoners',
      counts: (low, all) => `${whole(low)} van ${whole(all)} dossiers onder de 5`,
      mayStillMiss: (count) => `Nog ${whole(count)} ${may(count)} deze maand onder de 5`,
      missedTooMany: (count) => `Met ${whole(count)} minder onder de 5 was de norm gehaald`,
    },
  },

  problems: {
    unreachable: {
      title: 'Geen verbinding met Zeven.',
      advice: 'Controleer de internetverbinding. De pagina probeert het vanzelf opnieuw.',
    },
    unavailable: {
      title: 'Even geen nieuwe cijfers.',
      advice: 'De pagina probeert het vanzelf opnieuw.',
    },
    signIn: {
      title: 'Aanmelden bij Zeven is niet gelukt.',
      advice:
        'Probeer het opnieuw. Lukt het dan nog niet, vraag dan je beheerder om Zeven toestemming te geven.',
    },
    forbidden: {
      title: 'Geen toegang.',
      advice: 'Vraag je beheerder om toegang.',
    },
    notInTeams: {
      title: 'Open het scorebord in Microsoft Teams.',
      advice: 'Buiten Teams weet Zeven niet wie je bent. Zie je dit in Teams? Probeer het dan opnieuw.',
    },
    badAddress: {
      title: 'Dit adres klopt niet.',
      advice: 'Open de pagina opnieuw vanuit Zeven.',
    },
    refused: { title: 'Dit lukt niet.', advice: 'Probeer het over een minuut opnieuw.' },
    unexpected: {
      title: 'Deze pagina begrijpt het antwoord van Zeven niet.',
      advice: 'Waarschijnlijk is Zeven net vernieuwd. Laad de pagina opnieuw.',
    },
  },
  reason: (reason) => `Melding: ${reason}`,
  figuresOf: (time) => `Dit zijn de cijfers van ${time}.`,
  retry: 'Opnieuw proberen',

  configure: {
    title: 'Scorebord toevoegen',
    explanation:
      'Dit tabblad toont elf normen voor de dienstverlening: wat halen we deze maand, en wat niet?',
    nextStep: 'Kies Opslaan om het tabblad toe te voegen.',
    outsideTeams: 'Open deze pagina in Microsoft Teams: voeg Zeven toe als tabblad van een kanaal.',
  },
};

function keptOf(kept: number, judged: number): string {
  if (judged === 1) return `De enige gemeten norm is ${kept === 1 ? 'gehaald' : 'niet gehaald'}`;
  if (kept === judged) return `Alle ${judged} gemeten normen gehaald`;
  if (kept === 0) return `Geen van de ${judged} gemeten normen gehaald`;
  return `${kept} van de ${judged} gemeten normen gehaald`;
}

function onTheEdge(kept: number, atRisk: number): string {
  if (atRisk === 0) return '';
  return atRisk === kept ? ', maar op het randje' : `, waarvan ${atRisk} op het randje`;
}

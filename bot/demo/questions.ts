import { type DepartmentId, type ProcessId, processes } from './waterland.ts';

/** What citizens ask about a process. */
interface Question {
  /** How often, of all contacts. */
  readonly weight: number;
  /** The share that the KCC cannot answer at once, as long as it has not learned to (`learned`). */
  readonly hard: number;
  /** What the KCC notes; sometimes nothing. */
  readonly notes: readonly string[];
}

const ofProcess: Readonly<Record<ProcessId, Question>> = {
  paspoort: {
    weight: 14,
    hard: 0.07,
    notes: ['Afspraak gemaakt', 'Vraag over pasfoto', 'Vraag over spoedaanvraag', 'Kosten en wachttijd'],
  },
  rijbewijs: {
    weight: 8,
    hard: 0.08,
    notes: ['Afspraak gemaakt', 'Verlengen vanaf 75 jaar uitgelegd', 'Rijbewijs ligt klaar'],
  },
  verhuizing: {
    weight: 8,
    hard: 0.12,
    notes: ['Verhuizing binnen de gemeente', 'Vraag over inschrijven bij inwoning', 'Doorgeven via website'],
  },
  uittreksel: { weight: 4, hard: 0.08, notes: ['Uittreksel BRP', 'Akte voor huwelijk', 'Kosten uitgelegd'] },
  melding: {
    weight: 11,
    hard: 0.17,
    notes: ['Losse stoeptegel', 'Lantaarnpaal kapot', 'Boom over het fietspad', 'Status van eerdere melding'],
  },
  afval: {
    weight: 10,
    hard: 0.12,
    notes: ['Container niet geleegd', 'Pas voor milieustraat', 'Grofvuil aangemeld', 'Grotere container'],
  },
  bouwen: {
    weight: 6,
    hard: 0.52,
    notes: ['Dakkapel, vergunning nodig?', 'Stand van de aanvraag', 'Vraag over beschermd dorpsgezicht'],
  },
  kapvergunning: { weight: 3, hard: 0.42, notes: ['Boom in achtertuin', 'Herplant na kap', 'Zieke es'] },
  evenement: { weight: 2, hard: 0.45, notes: ['Buurtfeest', 'Straat afsluiten', 'Sloepentocht aanmelden'] },
  'strook-grond': {
    weight: 3.5,
    hard: 0.62,
    notes: ['Groenstrook naast de woning', 'Prijs per vierkante meter', 'Stand van het verzoek'],
  },
  'grond-huren': { weight: 2, hard: 0.6, notes: ['Oever huren voor steiger', 'Pacht opzeggen'] },
  wmo: {
    weight: 7,
    hard: 0.32,
    notes: ['Huishoudelijke hulp aanvragen', 'Scootmobiel stuk', 'Wachttijd keukentafelgesprek'],
  },
  bijstand: { weight: 4, hard: 0.34, notes: ['Inkomsten doorgeven', 'Aanvraag uitgelegd', 'Betaaldatum'] },
  leerlingenvervoer: { weight: 1.5, hard: 0.35, notes: ['Busje te laat', 'Aanvraag nieuw schooljaar'] },
  aanslag: {
    weight: 6,
    hard: 0.17,
    notes: ['Betalen in termijnen', 'Kwijtschelding aanvragen', 'Aanslag niet ontvangen'],
  },
  woz: { weight: 2.5, hard: 0.34, notes: ['Bezwaar uitgelegd', 'Taxatieverslag toegestuurd'] },
  overlast: {
    weight: 3,
    hard: 0.42,
    notes: ['Geluid van bouwwerk', 'Hondenpoep speelveld', 'Auto staat er al weken'],
  },
  parkeren: {
    weight: 3,
    hard: 0.2,
    notes: ['Bewonersvergunning', 'Ontheffing Marken', 'Gehandicaptenkaart'],
  },
  klacht: { weight: 1.2, hard: 0.66, notes: ['Niet teruggebeld', 'Ontevreden over brief'] },
  bestuur: { weight: 0.8, hard: 0.7, notes: ['Verzoek om gesprek', 'Uitnodiging dorpsfeest'] },
};

/** What belongs to no process. */
const other: Question = {
  weight: 11,
  hard: 0.13,
  notes: ['Openingstijden', 'Adres van het gemeentehuis', 'Verkeerd verbonden', 'Vraag over collega'],
};

export interface AskedQuestion extends Question {
  /** Id of the process, or ''. */
  readonly process: ProcessId | '';
  /** That of the process. */
  readonly department: DepartmentId | undefined;
}

export const askedQuestions: readonly AskedQuestion[] = [
  ...processes.map(({ id, department }) => ({ ...ofProcess[id], process: id, department })),
  { ...other, process: '', department: undefined },
];

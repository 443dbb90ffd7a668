import type { CallbackStep, StepOf } from '../callback/callback.ts';
import { settings } from '../settings.ts';
import type { Locale } from './locale.ts';

const reopenHours = settings.callback.reopenHours;

type Reasons = Readonly<Record<StepOf<'withdrawn'>['reason'], string>>;

const reasonsNl: Reasons = {
  alreadyHelped: 'de inwoner is al geholpen',
  noLongerWanted: 'de inwoner wil het niet meer',
  askedTwice: 'het was twee keer gevraagd',
  askedByMistake: 'het was een vergissing',
  corrected: 'het contact is gecorrigeerd',
};

const nl = {
  title: (department: string) => `Terugbelverzoek voor ${department}`,
  preview: (department: string, due: string) => `Terugbelverzoek voor ${department}, vóór ${due}`,
  open: 'Nog niet opgepakt',
  takenBy: (name: string) => `Opgepakt door ${name}`,
  late: 'Te laat',
  lateAndTaken: (name: string) => `Te laat, opgepakt door ${name}`,
  doneOnTime: 'Afgerond, op tijd',
  doneLate: 'Afgerond, te laat',
  notReachedOnTime: 'Afgerond, op tijd: niet bereikt, bericht achtergelaten',
  notReachedLate: 'Afgerond, te laat: niet bereikt, bericht achtergelaten',
  withdrawnBy: (name: string, reason: string) => `Ingetrokken door ${name}: ${reason}`,
  withdrawalReasons: reasonsNl,
  handedOverTo: (department: string) => `Overgedragen aan ${department}`,
  handedOverHint: (department: string) => `Het verzoek staat nu in het kanaal van ${department}.`,
  waitingHint: (department: string) =>
    `${department} heeft nog geen kanaal. Het verzoek verschijnt daar zodra dat er is. Bel zelf even als het haast heeft.`,
  citizen: 'Inwoner',
  before: 'Vóór',
  preferredMoment: 'Liefst',
  note: 'Notitie',
  asked: 'Gevraagd door',
  askedBy: (name: string, when: string) => `${name}, ${when}`,
  /** Who did what; the moment stands before it. */
  step(step: CallbackStep, departmentOf: (id: string) => string): string {
    const { name } = step.by;
    switch (step.kind) {
      case 'asked':
        return `${name} vroeg om terug te bellen`;
      case 'corrected':
        return `${name} corrigeerde het verzoek`;
      case 'taken':
        return `${name} pakte het op`;
      case 'attempted':
        return `${name} belde, geen gehoor${step.messageLeft ? ', bericht achtergelaten' : ''}`;
      case 'handedOver':
        return `${name} droeg het over aan ${departmentOf(step.department)}`;
      case 'done':
        return step.result === 'spoken' ? `${name} sprak de inwoner` : `${name} rondde het af zonder gesprek`;
      case 'reopened':
        return `${name} heropende het`;
      case 'withdrawn':
        return `${name} trok het in: ${reasonsNl[step.reason]}`;
    }
  },
  take: 'Oppakken',
  attempt: 'Poging gedaan',
  messageLeft: 'Bericht achtergelaten',
  saveAttempt: 'Poging vastleggen',
  finish: 'Afgerond',
  giveUp: 'Afronden zonder gesprek',
  handOver: 'Andere afdeling',
  toDepartment: 'Naar welke afdeling?',
  toDepartmentMissing: 'Kies een afdeling.',
  saveHandOver: 'Overdragen',
  finishedByMistake: 'Per ongeluk afgerond?',
  reopenHint: `Het verzoek staat dan weer open, met dezelfde deadline. Dit kan tot ${reopenHours} uur na het afronden.`,
  reopen: 'Heropenen',
  history: (count: number) => `Geschiedenis (${count})`,
  lessHistory: 'Minder tonen',
  earlierSteps: (count: number) => (count === 1 ? '1 eerdere stap' : `${count} eerdere stappen`),
};

const reasonsEn: Reasons = {
  alreadyHelped: 'the citizen is helped already',
  noLongerWanted: 'the citizen does not want it any more',
  askedTwice: 'it was asked twice',
  askedByMistake: 'it was a mistake',
  corrected: 'the contact was corrected',
};

const en: typeof nl = {
  title: (department) => `Callback request for ${department}`,
  preview: (department, due) => `Callback request for ${department}, before ${due}`,
  open: 'Not taken yet',
  takenBy: (name) => `Taken by ${name}`,
  late: 'Overdue',
  lateAndTaken: (name) => `Overdue, taken by ${name}`,
  doneOnTime: 'Done, on time',
  doneLate: 'Done, too late',
  notReachedOnTime: 'Done, on time: not reached, message left',
  notReachedLate: 'Done, too late: not reached, message left',
  withdrawnBy: (name, reason) => `Withdrawn by ${name}: ${reason}`,
  withdrawalReasons: reasonsEn,
  handedOverTo: (department) => `Handed over to ${department}`,
  handedOverHint: (department) => `The request is now in the channel of ${department}.`,
  waitingHint: (department) =>
    `${department} has no channel yet. The request appears there as soon as it has. Call them yourself if it is urgent.`,
  citizen: 'Citizen',
  before: 'Before',
  preferredMoment: 'Preferably',
  note: 'Note',
  asked: 'Asked by',
  askedBy: (name, when) => `${name}, ${when}`,
  step(step, departmentOf) {
    const { name } = step.by;
    switch (step.kind) {
      case 'asked':
        return `${name} asked for a call back`;
      case 'corrected':
        return `${name} corrected the request`;
      case 'taken':
        return `${name} took it`;
      case 'attempted':
        return `${name} called, no answer${step.messageLeft ? ', left a message' : ''}`;
      case 'handedOver':
        return `${name} handed it over to ${departmentOf(step.department)}`;
      case 'done':
        return step.result === 'spoken' ? `${name} spoke to the citizen` : `${name} closed it without a talk`;
      case 'reopened':
        return `${name} opened it again`;
      case 'withdrawn':
        return `${name} withdrew it: ${reasonsEn[step.reason]}`;
    }
  },
  take: 'Take',
  attempt: 'Tried to call',
  messageLeft: 'Left a message',
  saveAttempt: 'Save attempt',
  finish: 'Done',
  giveUp: 'Close without a talk',
  handOver: 'Other department',
  toDepartment: 'To which department?',
  toDepartmentMissing: 'Choose a department.',
  saveHandOver: 'Hand over',
  finishedByMistake: 'Finished by mistake?',
  reopenHint: `The request is open again then, with the same deadline. This is possible until ${reopenHours} hours after it was finished.`,
  reopen: 'Open again',
  history: (count) => `History (${count})`,
  lessHistory: 'Show less',
  earlierSteps: (count) => (count === 1 ? '1 earlier step' : `${count} earlier steps`),
};

/** The words of a callback's card. */
export const callbackTexts: Readonly<Record<Locale, typeof nl>> = { nl, en };

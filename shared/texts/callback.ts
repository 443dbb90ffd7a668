import type { CallbackStep } from '../callback/callback.ts';
import type { Locale } from './locale.ts';

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
  withdrawn: 'Ingetrokken door het KCC',
  handedOverTo: (department: string) => `Overgedragen aan ${department}`,
  handedOverHint: (department: string) => `Het verzoek staat nu in het kanaal van ${department}.`,
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
        return step.result === 'spoken' ? `${name} sprak de inwoner` : `${name} rondde af zonder gesprek`;
      case 'withdrawn':
        return `${name} trok het in`;
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
  withdrawn: 'Withdrawn by the contact centre',
  handedOverTo: (department) => `Handed over to ${department}`,
  handedOverHint: (department) => `The request is now in the channel of ${department}.`,
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
      case 'withdrawn':
        return `${name} withdrew it`;
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
};

/** The words of a callback's card. */
export const callbackTexts: Readonly<Record<Locale, typeof nl>> = { nl, en };

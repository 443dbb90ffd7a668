import type { Channel, Outcome } from '../contact/contact.ts';
import type { Mistake } from '../contact/registrationForm.ts';
import type { Locale } from './locale.ts';

const nl = {
  title: 'Contact registreren',
  correctingTitle: 'Contact corrigeren',
  mistakes: (count: number) =>
    count === 1 ? 'Eén antwoord klopt nog niet.' : `${count} antwoorden kloppen nog niet.`,
  channel: 'Kanaal',
  channels: {
    telephone: 'Telefoon',
    email: 'E-mail',
    contactForm: 'Contactformulier',
    counter: 'Balie',
    web: 'Website',
    post: 'Post',
    social: 'Sociale media',
  } satisfies Record<Channel, string>,
  process: 'Klantproces',
  processHint: 'Typ een paar letters',
  department: 'Afdeling',
  departmentHint: 'Volgt uit het klantproces',
  note: 'Notitie (hoogstens 1.000 tekens)',
  noteHint: 'Kort, zonder persoonsgegevens',
  noteTooLong: 'De notitie is langer dan 1.000 tekens. Maak haar korter.',
  more: 'Meer gegevens',
  durationMinutes: 'Gespreksduur in minuten (telefoon)',
  receivedOn: 'Ontvangen op (e-mail of formulier)',
  outcomeHeading: 'Hoe liep het af?',
  resolved: 'Direct opgelost',
  transfer: 'Doorverbonden',
  transferPickedUp: 'Opgenomen',
  transferNotPickedUp: 'Niet opgenomen',
  callback: 'Terugbelverzoek',
  saveCallback: 'Terugbelverzoek vastleggen',
  passedOn: 'Schriftelijk doorgezet',
  citizenName: 'Naam inwoner',
  citizenNameMissing: 'Vul de naam van de inwoner in.',
  citizenPhone: 'Telefoonnummer',
  citizenPhoneMissing: 'Vul het nummer in waarop de inwoner te bereiken is.',
  subject: 'Onderwerp',
  subjectHint: 'Leeg: het klantproces',
  preferredMoment: 'Liefst gebeld',
  preferredMomentHint: 'Bijvoorbeeld: na 15 uur',
  outcomes: {
    resolved: 'Direct opgelost',
    transferPickedUp: 'Doorverbonden, opgenomen',
    transferNotPickedUp: 'Doorverbonden, niet opgenomen',
    callback: 'Terugbelverzoek',
    passedOn: 'Schriftelijk doorgezet',
  } satisfies Record<Outcome, string>,
  mistake(mistake: Mistake): string {
    switch (mistake.kind) {
      case 'missing':
        return 'Vul dit in.';
      case 'unknownChoice':
        return 'Deze keuze bestaat niet meer. Kies een andere.';
      case 'tooLong':
        return `Dit zijn ${mistake.length.toLocaleString('nl-NL')} tekens, er passen er ${mistake.max.toLocaleString('nl-NL')}. Haal er ${(mistake.length - mistake.max).toLocaleString('nl-NL')} weg.`;
      case 'bsn':
        return 'Hier staat een burgerservicenummer (BSN). Dat mag Zeven niet bewaren. Haal het weg.';
      case 'phone':
        return 'Dit nummer bestaat niet. Controleer het, bijvoorbeeld 06 12345678 of +32 470 12 34 56.';
      case 'duration':
        return `Vul een aantal minuten in, meer dan 0 en hoogstens ${mistake.max}.`;
      case 'receivedOn':
        return 'Kies een dag van vandaag of eerder, hoogstens een jaar terug.';
    }
  },
  receiptTitle: 'Vastgelegd',
  correctedTitle: 'Gecorrigeerd',
  outcome: 'Uitkomst',
  noteLabel: 'Notitie',
  callBefore: 'Terugbellen vóór',
  waiting: (department: string) =>
    `${department} heeft nog geen kanaal. Het verzoek is bewaard en verschijnt zodra iemand daar "koppel ${department}" typt. Bel zelf even als het haast heeft.`,
  withdraw: 'Intrekken',
  withdrawWhy: 'Waarom trek je het in?',
  withdrawWhyMissing: 'Kies een reden.',
  saveWithdrawal: 'Terugbelverzoek intrekken',
  withdrawn: (reason: string) => `Het terugbelverzoek is ingetrokken: ${reason}.`,
  spoken: (name: string, when: string) => `Afgerond: ${name} sprak de inwoner (${when}).`,
  notReached: (name: string, when: string) =>
    `Afgerond: ${name} heeft de inwoner niet bereikt en een bericht achtergelaten (${when}).`,
  correct: 'Corrigeren',
  another: 'Nieuw contact',
};

const en: typeof nl = {
  title: 'Register a contact',
  correctingTitle: 'Correct a contact',
  mistakes: (count) => (count === 1 ? 'One answer is not right yet.' : `${count} answers are not right yet.`),
  channel: 'Channel',
  channels: {
    telephone: 'Telephone',
    email: 'E-mail',
    contactForm: 'Contact form',
    counter: 'Counter',
    web: 'Website',
    post: 'Post',
    social: 'Social media',
  },
  process: 'Customer process',
  processHint: 'Type a few letters',
  department: 'Department',
  departmentHint: 'Follows from the customer process',
  note: 'Note (1,000 characters at most)',
  noteHint: 'Short, without personal data',
  noteTooLong: 'The note is longer than 1,000 characters. Make it shorter.',
  more: 'More details',
  durationMinutes: 'Length of the call in minutes (telephone)',
  receivedOn: 'Received on (e-mail or form)',
  outcomeHeading: 'How did it end?',
  resolved: 'Resolved at once',
  transfer: 'Put through',
  transferPickedUp: 'Picked up',
  transferNotPickedUp: 'Not picked up',
  callback: 'Callback request',
  saveCallback: 'Save callback request',
  passedOn: 'Passed on in writing',
  citizenName: 'Name of the citizen',
  citizenNameMissing: 'Enter the name of the citizen.',
  citizenPhone: 'Telephone number',
  citizenPhoneMissing: 'Enter the number at which the citizen can be reached.',
  subject: 'Subject',
  subjectHint: 'Empty: the customer process',
  preferredMoment: 'Preferred moment',
  preferredMomentHint: 'For example: after 3 pm',
  outcomes: {
    resolved: 'Resolved at once',
    transferPickedUp: 'Put through, picked up',
    transferNotPickedUp: 'Put through, not picked up',
    callback: 'Callback request',
    passedOn: 'Passed on in writing',
  },
  mistake(mistake) {
    switch (mistake.kind) {
      case 'missing':
        return 'Fill this in.';
      case 'unknownChoice':
        return 'This choice does not exist any more. Choose another.';
      case 'tooLong':
        return `These are ${mistake.length.toLocaleString('en-GB')} characters, ${mistake.max.toLocaleString('en-GB')} fit. Remove ${(mistake.length - mistake.max).toLocaleString('en-GB')}.`;
      case 'bsn':
        return 'This contains a citizen service number (BSN). Zeven may not keep that. Remove it.';
      case 'phone':
        return 'This number does not exist. Check it, for example 06 12345678 or +32 470 12 34 56.';
      case 'duration':
        return `Enter a number of minutes, more than 0 and ${mistake.max} at most.`;
      case 'receivedOn':
        return 'Choose today or an earlier day, a year ago at most.';
    }
  },
  receiptTitle: 'Registered',
  correctedTitle: 'Corrected',
  outcome: 'Outcome',
  noteLabel: 'Note',
  callBefore: 'Call back before',
  waiting: (department) =>
    `${department} has no channel yet. The request is kept and appears as soon as somebody types "koppel ${department}" there. Call them yourself if it is urgent.`,
  withdraw: 'Withdraw',
  withdrawWhy: 'Why do you withdraw it?',
  withdrawWhyMissing: 'Choose a reason.',
  saveWithdrawal: 'Withdraw callback request',
  withdrawn: (reason) => `The callback request is withdrawn: ${reason}.`,
  spoken: (name, when) => `Done: ${name} spoke to the citizen (${when}).`,
  notReached: (name, when) => `Done: ${name} could not reach the citizen and left a message (${when}).`,
  correct: 'Correct',
  another: 'New contact',
};

/** The words of the registration card and its receipt. */
export const registrationTexts: Readonly<Record<Locale, typeof nl>> = { nl, en };

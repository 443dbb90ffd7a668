import type { Acted } from '../callback/act.ts';
import type { MissingEffort } from '../callback/attemptRule.ts';
import type { CallbackState } from '../callback/state.ts';
import { settings } from '../settings.ts';
import { callbackTexts } from './callback.ts';
import type { Locale } from './locale.ts';
import { momentText } from './moments.ts';

/** Why nothing can be done now with a callback of this status. */
type StatusTexts = Readonly<Record<CallbackState['status'], string>>;

const statusNl: StatusTexts = {
  open: 'Dit verzoek staat nog open. Dit is hoe het nu staat.',
  taken: 'Dit verzoek is opgepakt. Dit is hoe het nu staat.',
  done: 'Dit verzoek is al afgerond.',
  withdrawn: 'Dit verzoek is ingetrokken: er hoeft niemand meer te bellen.',
};

const statusEn: StatusTexts = {
  open: 'This request is still open. This is how it stands now.',
  taken: 'This request was taken. This is how it stands now.',
  done: 'This request is done already.',
  withdrawn: 'This request was withdrawn: nobody has to call any more.',
};

/** Names a department; its id where it is no longer known. */
type NameOf = (department: string) => string;

const nl = {
  helpTitle: 'Dit kan Zeven',
  welcome: 'Welkom bij Zeven',
  personalIntro: 'Leg elk contact met een inwoner vast, in een paar tellen, terwijl je nog belt.',
  personalHelp: [
    'Typ "contact": er komt een kaart om een contact te registreren.',
    'Moet iemand terugbellen? Het verzoek komt meteen in het kanaal van de afdeling.',
    'Je kunt een contact dezelfde dag nog corrigeren.',
    'Wat staat er nog open van jou? Typ "open".',
    'Wat vond de inwoner ervan? Typ "beoordeling": je krijgt een link om te sturen.',
  ],
  teamIntro: 'Terugbelverzoeken komen in het kanaal van de afdeling, met een deadline van twee werkdagen.',
  teamHelp: [
    'Typ in dit kanaal "@Zeven koppel" met de naam van je afdeling. Vanaf dan komen de verzoeken hier.',
    'Wat staat er nog open? Typ "@Zeven open".',
    'Wat vond de inwoner ervan? Typ "@Zeven beoordeling": je krijgt een link om te sturen.',
    'Zo haal je die koppeling weer weg: "@Zeven ontkoppel".',
    'Staat je afdeling er niet bij? Typ "@Zeven koppel nieuw" met haar naam.',
    'Wie moet weten wat te laat blijft? Typ "@Zeven teamleider" en vermeld die persoon.',
    'Cijfers voor het KCC of het managementteam? Typ "@Zeven koppel KCC" of "@Zeven koppel DMT".',
  ],
  departments: (names: string) => `Afdelingen: ${names}`,
  noDepartments: 'Er zijn nog geen afdelingen.',
  register: 'Contact registreren',
  unknownCommand:
    'Dat begrijp ik niet. Typ "contact" om een contact te registreren, of "help" om te zien wat ik nog meer kan.',
  linkInChannelOnly: 'Een afdeling koppel je in haar eigen kanaal, niet hier. Typ het daar, na @Zeven.',
  linked: (department: string, waiting: number) => {
    const arriving = ['', ' Het verzoek dat nog wachtte, komt er nu aan.'];
    const many = ` De ${waiting} verzoeken die nog wachtten, komen er nu aan.`;
    return `Dit kanaal hoort nu bij ${department}. Terugbelverzoeken komen hier.${arriving[waiting] ?? many}`;
  },
  linkedFigures: {
    kcc: 'Dit kanaal hoort nu bij het klantcontactcentrum. Elke werkdag komen hier de cijfers van het KCC.',
    dmt: 'Dit kanaal hoort nu bij het managementteam. Elke maandag komen hier de cijfers van alle normen.',
  },
  alreadyLinked: (department: string) => `Dit kanaal was al gekoppeld aan ${department}.`,
  linkNoName: (names: string) => `Welke afdeling? Typ bijvoorbeeld "koppel Grondzaken". ${names}`,
  linkUnknown: (name: string, names: string) =>
    `De afdeling "${name}" ken ik niet. ${names} Is het een nieuwe afdeling? Typ dan "koppel nieuw ${name}".`,
  unlinked: (department: string) =>
    `Dit kanaal hoort niet meer bij ${department}. Nieuwe terugbelverzoeken wachten tot er weer een kanaal gekoppeld is.`,
  notLinked: 'Dit kanaal was aan geen afdeling gekoppeld.',
  correctionRefused: {
    unknown: 'Dit contact is niet meer te vinden. Registreer het opnieuw met "contact".',
    notToday: 'Een contact kun je alleen corrigeren op de dag zelf.',
    notYours: 'Alleen wie het contact registreerde, kan het corrigeren.',
  },
  storageUnavailable: 'Het vastleggen lukt nu niet. Wat je typte staat er nog; probeer het zo opnieuw.',
  unknownCallback: 'Dit terugbelverzoek is niet meer te vinden.',
  notHere: (department: string) => `Dit verzoek staat nu in het kanaal van ${department}.`,
  chooseDepartment: 'Kies eerst een afdeling.',
  chooseReason: 'Kies eerst een reden.',
  notYoursToWithdraw: 'Alleen wie het terugbelverzoek vastlegde, kan het intrekken.',
  failed: (reference: string) =>
    `Dat ging mis, en dat ligt niet aan jou. Probeer het opnieuw. Blijft het misgaan, geef je beheerder dan dit nummer: ${reference}.`,
  /** What who clicked must know; undefined when the card says it all. */
  acted(acted: Acted, nameOf: NameOf): string | undefined {
    switch (acted.kind) {
      case 'applied':
      case 'repeated':
        return undefined;
      case 'overtaken': {
        const step = callbackTexts.nl.step(acted.step, nameOf);
        return `Iemand was je voor: ${step} (${momentText(acted.step.at, 'nl')}). Dit is hoe het nu staat.`;
      }
      case 'alreadyThere':
        return 'Het verzoek is al bij deze afdeling.';
      case 'tooLateToReopen':
        return `Heropenen kan tot ${settings.callback.reopenHours} uur na het afronden. Vraag het KCC om een nieuw verzoek.`;
      case 'notPossible':
        return statusNl[acted.status];
      case 'tooEarlyToGiveUp':
        return `Afronden zonder gesprek kan nog niet. Nodig: ${missingNl(acted.missing).join(', ')}.`;
    }
  },
};

function missingNl({ attempts, halfDays, message }: MissingEffort): string[] {
  return [
    ...(attempts > 0 ? [attempts === 1 ? 'nog 1 poging' : `nog ${attempts} pogingen`] : []),
    ...(halfDays > 0 ? ['een poging op een ander dagdeel'] : []),
    ...(message ? ['een achtergelaten bericht'] : []),
  ];
}

const en: typeof nl = {
  helpTitle: 'What Zeven can do',
  welcome: 'Welcome to Zeven',
  personalIntro: 'Register every contact with a citizen in seconds, while you are still on the phone.',
  personalHelp: [
    'Type "contact": a card comes to register a contact.',
    'Must somebody call back? The request comes in the channel of the department at once.',
    'You can correct a contact on the same day.',
    'What is still open of yours? Type "open".',
    'What did the citizen think of it? Type "feedback": you get a link to send.',
  ],
  teamIntro: 'Callback requests come in the channel of the department, with a deadline of two working days.',
  teamHelp: [
    'Type "@Zeven koppel" with the name of your department in this channel. From then on, requests come here.',
    'What is still open? Type "@Zeven open".',
    'What did the citizen think of it? Type "@Zeven feedback": you get a link to send.',
    'To undo that: "@Zeven ontkoppel".',
    'Is your department not there? Type "@Zeven koppel nieuw" with its name.',
    'Who must know what stays overdue? Type "@Zeven teamleider" and mention that person.',
    'Figures for the contact centre or the management team? Type "@Zeven koppel KCC" or "@Zeven koppel DMT".',
  ],
  departments: (names) => `Departments: ${names}`,
  noDepartments: 'There are no departments yet.',
  register: 'Register a contact',
  unknownCommand:
    'I do not understand that. Type "contact" to register a contact, or "help" to see what else I can do.',
  linkInChannelOnly: 'A department is linked in its own channel, not here. Type it there, after @Zeven.',
  linked: (department, waiting) => {
    const arriving = ['', ' The request that was waiting is on its way.'];
    const many = ` The ${waiting} requests that were waiting are on their way.`;
    return `This channel now belongs to ${department}. Callback requests come here.${arriving[waiting] ?? many}`;
  },
  linkedFigures: {
    kcc: 'This channel now belongs to the contact centre. Its figures come here every working day.',
    dmt: 'This channel now belongs to the management team. The figures of all norms come here every Monday.',
  },
  alreadyLinked: (department) => `This channel was linked to ${department} already.`,
  linkNoName: (names) => `Which department? Type for example "koppel Grondzaken". ${names}`,
  linkUnknown: (name, names) =>
    `I do not know the department "${name}". ${names} Is it a new department? Then type "koppel nieuw ${name}".`,
  unlinked: (department) =>
    `This channel no longer belongs to ${department}. New callback requests wait until a channel is linked again.`,
  notLinked: 'This channel was not linked to a department.',
  correctionRefused: {
    unknown: 'This contact cannot be found any more. Register it again with "contact".',
    notToday: 'A contact can only be corrected on the day itself.',
    notYours: 'Only who registered the contact can correct it.',
  },
  storageUnavailable: 'Saving does not work now. What you typed is still there; try again in a moment.',
  unknownCallback: 'This callback request cannot be found any more.',
  notHere: (department) => `This request is now in the channel of ${department}.`,
  chooseDepartment: 'Choose a department first.',
  chooseReason: 'Choose a reason first.',
  notYoursToWithdraw: 'Only who registered the callback request can withdraw it.',
  failed: (reference) =>
    `That went wrong, and it is not your fault. Try again. If it keeps going wrong, give this number to your administrator: ${reference}.`,
  acted(acted, nameOf) {
    switch (acted.kind) {
      case 'applied':
      case 'repeated':
        return undefined;
      case 'overtaken': {
        const step = callbackTexts.en.step(acted.step, nameOf);
        return `Somebody was first: ${step} (${momentText(acted.step.at, 'en')}). This is how it stands now.`;
      }
      case 'alreadyThere':
        return 'The request is with this department already.';
      case 'tooLateToReopen':
        return `It can be opened again until ${settings.callback.reopenHours} hours after it was finished. Ask the contact centre for a new request.`;
      case 'notPossible':
        return statusEn[acted.status];
      case 'tooEarlyToGiveUp':
        return `It cannot be closed without a talk yet. Needed: ${missingEn(acted.missing).join(', ')}.`;
    }
  },
};

function missingEn({ attempts, halfDays, message }: MissingEffort): string[] {
  return [
    ...(attempts > 0 ? [attempts === 1 ? '1 more attempt' : `${attempts} more attempts`] : []),
    ...(halfDays > 0 ? ['an attempt on another half-day'] : []),
    ...(message ? ['a message left'] : []),
  ];
}

/** What the bot says in words: answers to commands, refusals, help. */
export const chatTexts: Readonly<Record<Locale, typeof nl>> = { nl, en };

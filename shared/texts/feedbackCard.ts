import type { RatedWork } from '../feedback/invitation.ts';
import type { Locale } from './locale.ts';

const nl = {
  title: 'Beoordeling vragen',
  intro: 'Je krijgt een link om aan de inwoner te sturen. Daarmee geeft de inwoner één keer een cijfer.',
  process: 'Waar ging het over? (hoeft niet)',
  processHint: 'Kies een proces',
  department: 'Wie hielp de inwoner?',
  departmentMissing: 'Kies een afdeling.',
  aboutCase: 'Gaat over een afgeronde zaak',
  makeLink: 'Maak link',
  linkTitle: 'Link voor een beoordeling',
  message: 'Kopieer dit bericht en stuur het naar de inwoner',
  worksUntil: (day: string) =>
    `De link werkt één keer, tot en met ${day}. Stuur elke inwoner een eigen link.`,
  onlyYou: 'Deze kaart zie alleen jij.',
  another: 'Nog een link',
  askCitizen: 'Vraag een beoordeling',
  notLinked: 'Dit kanaal hoort nog bij geen afdeling. Typ "koppel" en de naam van je afdeling.',
  notDone: 'Een beoordeling vraag je als het verzoek is afgerond.',
};

const en: typeof nl = {
  title: 'Ask for a rating',
  intro: 'You get a link to send to the citizen. With it, the citizen gives a mark once.',
  process: 'What was it about? (optional)',
  processHint: 'Choose a process',
  department: 'Who helped the citizen?',
  departmentMissing: 'Choose a department.',
  aboutCase: 'Is about a closed case',
  makeLink: 'Make link',
  linkTitle: 'Link for a rating',
  message: 'Copy this message and send it to the citizen',
  worksUntil: (day) =>
    `The link works once, until the end of ${day}. Send every citizen a link of their own.`,
  onlyYou: 'Only you see this card.',
  another: 'Another link',
  askCitizen: 'Ask for a rating',
  notLinked:
    'This channel does not belong to a department yet. Type "koppel" and the name of your department.',
  notDone: 'You can ask for a rating when the request is done.',
};

/** The words of the cards with which a colleague asks a citizen for a rating. */
export const feedbackCardTexts: Readonly<Record<Locale, typeof nl>> = { nl, en };

export interface CitizenMessage {
  readonly about: RatedWork['about'];
  readonly link: string;
  /** The last day on which the link works, in Dutch. */
  readonly lastDay: string;
  /** The municipality's name. */
  readonly from: string;
}

/** What a colleague sends to the citizen: in Dutch, whatever language the colleague reads. */
export function citizenMessage({ about, link, lastDay, from }: CitizenMessage): string {
  const reason = about === 'case' ? 'Uw aanvraag is klaar.' : 'U had pas contact met ons.';
  return `Beste inwoner,

${reason} Wilt u ons een cijfer geven, van 1 tot en met 10? Dat kan op deze pagina:

${link}

De link werkt één keer, tot en met ${lastDay}. Wij bewaren niet wie u bent.

Met vriendelijke groet,
${from}`;
}

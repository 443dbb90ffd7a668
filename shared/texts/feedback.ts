import type { RatedWork } from '../feedback/invitation.ts';
import type { Locale } from './locale.ts';

const nl = {
  title: 'Wat vindt u van ons?',
  intro: {
    case: 'Uw aanvraag is klaar. Wij horen graag wat u daarvan vond.',
    contact: 'U had pas contact met ons. Wij horen graag wat u daarvan vond.',
  } satisfies Record<RatedWork['about'], string>,
  question: 'Welk cijfer geeft u ons?',
  scale: '1 is heel slecht, 10 is heel goed.',
  /** What a screen reader says beside the first and the last. */
  ends: { 1: 'heel slecht', 10: 'heel goed' },
  remark: 'Wilt u iets toevoegen? (hoeft niet)',
  remarkHint: 'Noem hier geen naam, adres, telefoonnummer of burgerservicenummer (BSN).',
  privacy: 'Wij bewaren niet wie u bent. Met uw antwoord maken wij ons werk beter.',
  send: 'Versturen',
  titleWithMistakes: (title: string) => `Fout: ${title}`,
  scoreMissing: 'Kies een cijfer van 1 tot en met 10.',
  remarkTooLong: (max: string) => `Uw tekst is te lang. Schrijf niet meer dan ${max} tekens.`,
  remarkBsn:
    'In uw tekst staat een burgerservicenummer (BSN). Dat mogen wij hier niet bewaren. Haal het nummer weg.',
  notKept: 'Versturen lukt nu niet. Wat u invulde, staat er nog. Probeer het over een minuut opnieuw.',
  thanks: {
    title: 'Dank u wel',
    text: 'Wij hebben uw cijfer ontvangen. U kunt deze pagina sluiten.',
  },
  already: {
    title: 'U gaf al een beoordeling. Dank u wel.',
    text: 'U kunt deze link één keer gebruiken. U kunt deze pagina sluiten.',
  },
  gone: {
    title: 'Deze link werkt niet (meer)',
    text: 'Misschien is de link te oud, of is hij niet helemaal overgenomen. Heeft u een vraag? Neem dan contact op met uw gemeente.',
  },
  busy: {
    title: 'Het is even te druk',
    text: 'Probeer het over een minuut opnieuw.',
  },
  unavailable: {
    title: 'Dit lukt nu niet',
    text: 'Er is iets misgegaan. Dat ligt niet aan u. Probeer het over een minuut opnieuw.',
  },
};

const en: typeof nl = {
  title: 'What do you think of us?',
  intro: {
    case: 'Your application is finished. We would like to know what you thought of that.',
    contact: 'You were in touch with us recently. We would like to know what you thought of that.',
  },
  question: 'Which mark do you give us?',
  scale: '1 is very bad, 10 is very good.',
  ends: { 1: 'very bad', 10: 'very good' },
  remark: 'Would you like to add something? (optional)',
  remarkHint: 'Please do not mention a name, address, telephone number or citizen service number (BSN) here.',
  privacy: 'We do not keep who you are. Your answer helps us do our work better.',
  send: 'Send',
  titleWithMistakes: (title) => `Error: ${title}`,
  scoreMissing: 'Choose a mark from 1 to 10.',
  remarkTooLong: (max) => `Your text is too long. Write no more than ${max} characters.`,
  remarkBsn:
    'Your text has a citizen service number (BSN) in it. We may not keep that here. Please take the number out.',
  notKept: 'Sending does not work now. What you filled in is still there. Try again in a minute.',
  thanks: {
    title: 'Thank you',
    text: 'We have received your mark. You can close this page.',
  },
  already: {
    title: 'You gave your rating already. Thank you.',
    text: 'This link can be used once. You can close this page.',
  },
  gone: {
    title: 'This link does not work (any more)',
    text: 'Perhaps the link is too old, or was not copied completely. Do you have a question? Please contact your municipality.',
  },
  busy: {
    title: 'It is too busy for a moment',
    text: 'Try again in a minute.',
  },
  unavailable: {
    title: 'This does not work now',
    text: 'Something went wrong. It is not your fault. Try again in a minute.',
  },
};

/** What a citizen reads on the page on which they rate us. */
export const feedbackTexts: Readonly<Record<Locale, typeof nl>> = { nl, en };

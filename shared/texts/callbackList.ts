import { type Urgency, type UrgencyCounts, urgencies } from '../callback/urgency.ts';
import type { Locale } from './locale.ts';

const nl = {
  titleOf: (departments: readonly string[]) => `Open terugbelverzoeken van ${departments.join(' en ')}`,
  titleOfAll: 'Open terugbelverzoeken van alle afdelingen',
  titleOfMine: 'Mijn open terugbelverzoeken',
  open: (count: number, counted: string) => `${count} open: ${counted}`,
  counted: {
    overdue: (count: number) => `${count} te laat`,
    today: (count: number) => `${count} vandaag`,
    nextWorkingDay: (count: number) => `${count} volgende werkdag`,
    later: (count: number) => `${count} later`,
  } satisfies Record<Urgency, (count: number) => string>,
  urgencies: {
    overdue: 'Te laat',
    today: 'Vandaag',
    nextWorkingDay: 'Volgende werkdag',
    later: 'Later',
  } satisfies Record<Urgency, string>,
  /** The list shows a moment: what was done since does not show. */
  asOf: (moment: string) => `Stand van ${moment}`,
  nobody: 'nog niemand',
  takenBy: (name: string) => `opgepakt door ${name}`,
  emptyOf: (departments: readonly string[]) =>
    `Alles is gedaan: er staat niets open voor ${departments.join(' en ')}.`,
  emptyOfAll: 'Alles is gedaan: er staat bij geen enkele afdeling iets open.',
  emptyOfMine: 'Er staat niets open van jou: alles wat je vroeg of oppakte, is gedaan.',
  shown: (first: number, last: number, total: number) => `${first} tot en met ${last} van ${total}`,
  previous: 'Vorige',
  next: 'Volgende',
  refresh: 'Vernieuwen',
  /** The list stands in the place of an alert, on one screen. */
  onlyYou: 'Deze lijst zie alleen jij. De melding zelf staat er weer als je het kanaal opnieuw opent.',
  notLinked:
    'Dit kanaal hoort nog bij geen afdeling, dus er is geen lijst. Typ "koppel" en de naam van je afdeling.',
  receiptBelow: 'De registratie staat hieronder.',
  notShown: {
    unknown: 'Deze registratie is niet meer te vinden.',
    notYours: 'Alleen wie het contact registreerde, kan het hier bekijken.',
  },
};

const en: typeof nl = {
  titleOf: (departments) => `Open callback requests of ${departments.join(' and ')}`,
  titleOfAll: 'Open callback requests of all departments',
  titleOfMine: 'My open callback requests',
  open: (count, counted) => `${count} open: ${counted}`,
  counted: {
    overdue: (count) => `${count} overdue`,
    today: (count) => `${count} today`,
    nextWorkingDay: (count) => `${count} next working day`,
    later: (count) => `${count} later`,
  },
  urgencies: { overdue: 'Overdue', today: 'Today', nextWorkingDay: 'Next working day', later: 'Later' },
  asOf: (moment) => `As of ${moment}`,
  nobody: 'nobody yet',
  takenBy: (name) => `taken by ${name}`,
  emptyOf: (departments) => `All done: nothing is open for ${departments.join(' and ')}.`,
  emptyOfAll: 'All done: nothing is open for any department.',
  emptyOfMine: 'Nothing of yours is open: all that you asked or took is done.',
  shown: (first, last, total) => `${first} to ${last} of ${total}`,
  previous: 'Previous',
  next: 'Next',
  refresh: 'Refresh',
  onlyYou: 'Only you see this list. The alert itself is back when you open the channel again.',
  notLinked:
    'This channel does not belong to a department yet, so there is no list. Type "koppel" and the name of your department.',
  receiptBelow: 'The registration is below.',
  notShown: {
    unknown: 'This registration cannot be found any more.',
    notYours: 'Only who registered the contact can look at it here.',
  },
};

/** The words of the list of open callbacks. */
export const callbackListTexts: Readonly<Record<Locale, typeof nl>> = { nl, en };

/** "3 te laat, 5 vandaag, 12 later"; what there is none of is left out. */
export function countedText(counts: UrgencyCounts, locale: Locale): string {
  const { counted } = callbackListTexts[locale];
  const parts = urgencies.flatMap((urgency) => {
    const count = counts[urgency];
    return count === 0 ? [] : [counted[urgency](count)];
  });
  return parts.join(', ');
}

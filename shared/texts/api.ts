import type { Locale } from './locale.ts';

const nl = {
  unauthorized: 'Je bent niet aangemeld. Open Zeven in Teams en probeer het opnieuw.',
  forbidden: 'Je mag het scorebord niet zien. Vraag je beheerder om de rol "management" in Zeven.',
  unavailable: 'De cijfers zijn nu niet op te halen. Probeer het over een minuut opnieuw.',
  badMonth: 'Deze maand bestaat niet. Schrijf een maand als 2026-04.',
};

const en: typeof nl = {
  unauthorized: 'You are not signed in. Open Zeven in Teams and try again.',
  forbidden: 'You may not see the scorecard. Ask your administrator for the role "management" in Zeven.',
  unavailable: 'The figures cannot be fetched now. Try again in a minute.',
  badMonth: 'This month does not exist. Write a month as 2026-04.',
};

/** What the tab's API says when it cannot answer. */
export const apiTexts: Readonly<Record<Locale, typeof nl>> = { nl, en };

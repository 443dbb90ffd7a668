import type { Locale } from './locale.ts';

const nl = {
  unauthorized: 'Je bent niet aangemeld. Open Zeven in Teams en probeer het opnieuw.',
  forbidden: 'Je mag het scorebord niet zien. Vraag je beheerder om de rol "management" in Zeven.',
  forbiddenList:
    'Je mag de verzoeken van alle afdelingen niet zien. Typ "open" in het kanaal van je afdeling of in de chat met Zeven: dan zie je wat er voor jullie open staat.',
  unavailable: 'De gegevens zijn nu niet op te halen. Probeer het over een minuut opnieuw.',
  badPeriod:
    'Deze periode bestaat niet. Schrijf een dag als 2026-04-24, een week als 2026-W17, een maand als 2026-04, een kwartaal als 2026-Q2, een jaar tot nu toe als 2026 en twaalf maanden als 12m-2026-04.',
  forbiddenImport: 'Je mag geen metingen importeren. Vraag je beheerder om de rol "management" in Zeven.',
  forbiddenMapping:
    'Je mag niet instellen hoe een bron wordt gelezen. Vraag je beheerder om de rol "admin" in Zeven.',
  unknownSource: 'Deze bron kent Zeven niet. Kies een andere bron.',
  busyImporting: 'Er wordt al een bestand geïmporteerd. Probeer het over een minuut opnieuw.',
  tooLarge: 'Het bestand is te groot. Knip het in stukken van hoogstens 200 MB.',
  badDepartment: 'Deze afdeling kent Zeven niet. Kies een andere afdeling.',
};

const en: typeof nl = {
  unauthorized: 'You are not signed in. Open Zeven in Teams and try again.',
  forbidden: 'You may not see the scorecard. Ask your administrator for the role "management" in Zeven.',
  forbiddenList:
    'You may not see the requests of all departments. Type "open" in the channel of your department or in the chat with Zeven, to see what is open for you.',
  unavailable: 'This cannot be fetched now. Try again in a minute.',
  badPeriod:
    'This period does not exist. Write a day as 2026-04-24, a week as 2026-W17, a month as 2026-04, a quarter as 2026-Q2, a year to date as 2026 and twelve months as 12m-2026-04.',
  forbiddenImport:
    'You may not import measurements. Ask your administrator for the role "management" in Zeven.',
  forbiddenMapping:
    'You may not set how a source is read. Ask your administrator for the role "admin" in Zeven.',
  unknownSource: 'Zeven does not know this source. Choose another one.',
  busyImporting: 'Another file is being imported. Try again in a minute.',
  tooLarge: 'The file is too large. Cut it in pieces of 200 MB at most.',
  badDepartment: 'Zeven does not know this department. Choose another one.',
};

/** What the tab's API says when it cannot answer. */
export const apiTexts: Readonly<Record<Locale, typeof nl>> = { nl, en };

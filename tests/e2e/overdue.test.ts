import { pino } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import { expect, it, onTestFinished } from 'vitest';
import { sendAlerts } from '../../bot/alert/sendAlerts.ts';
import { localTenant } from '../../bot/local/localMunicipality.ts';
import { startPlayground } from '../../bot/local/playground.ts';
import { rollUpDay } from '../../bot/scorecard/rollUpDay.ts';
import { startZeven, type Zeven } from '../../bot/server.ts';
import { testStorage } from '../rig/azurite.ts';
import { launchBrowser } from '../rig/chromium.ts';
import { openPlayground, type PlaygroundPage } from '../rig/playground.ts';
import { local } from '../shared/alert/openCallbacks.ts';

/** A Monday; what is asked now is due on Wednesday at five. */
let clock: Temporal.Instant = local('2026-11-23T10:00');

it('a callback, from its registration through reminders and alerts to done, is seen in the channel', async () => {
  const { zeven, teams } = await openTheHouse();

  await teams.openChannel('Grondzaken');
  await teams.post('koppel nieuw Grondzaken');
  await teams.page.getByText('Dit kanaal hoort nu bij Grondzaken').waitFor();
  await lookAt(zeven, '2026-11-23T10:00');

  await teams.openChat();
  await teams.say('contact');
  const form = teams.card('Hoe liep het af?');
  await teams.choose(form, 'Afdeling', 'Grondzaken');
  await teams.click(form, 'Terugbelverzoek');
  await teams.fill(form, 'Naam inwoner', 'Noor Voorbeeld');
  await teams.fill(form, 'Telefoonnummer', '06 12345678');
  await teams.fill(form, 'Onderwerp', 'Strook grond achter de tuin');
  await teams.click(form, 'Terugbelverzoek vastleggen');
  await teams.card('Vastgelegd').getByText('woensdag 25 november 17:00: 2 werkdagen').waitFor();

  await teams.openChannel('Grondzaken');
  const card = teams.page.locator('.ac-adaptiveCard').filter({ hasText: 'Noor Voorbeeld' });
  await card.getByText('Nog niet opgepakt').waitFor();

  await lookAt(zeven, '2026-11-24T08:30');
  await alert(teams, 'dinsdag 24 november', [
    'Voor de volgende werkdag (1)',
    'nog niemand',
    '1 van 1 verzoek',
  ]);
  await teams.click(card, 'Oppakken');
  await card.getByText('Opgepakt door Kaatje Contactlijn').waitFor();

  await lookAt(zeven, '2026-11-25T08:30');
  await alert(teams, 'woensdag 25 november', ['Voor vandaag (1)', 'Kaatje Contactlijn']);
  await lookAt(zeven, '2026-11-25T15:00');
  await teams.card('1 verzoek nog vóór sluitingstijd').getByText('Strook grond achter de tuin').waitFor();

  clock = local('2026-11-26T08:29');
  // By then the watch over passed deadlines has long counted it.
  await rollUpDay(localTenant, '2026-11-23', zeven.services);
  await lookAt(zeven, '2026-11-26T08:30');
  await alert(teams, 'donderdag 26 november', ['Te laat (1)', 'Strook grond achter de tuin', '0%']);

  clock = local('2026-11-26T09:15');
  await teams.click(card, 'Afgerond');
  await card.getByText('Afgerond, te laat').waitFor();
  const asked = card.getByText('Kaatje Contactlijn vroeg om terug te bellen');
  await teams.inside(card, 'Geschiedenis (3)', asked, () => asked.waitFor());

  await lookAt(zeven, '2026-11-27T08:30');
  await teams.page.getByText('Grondzaken: niets te laat, en voor vandaag').waitFor();
});

async function openTheHouse(): Promise<{ zeven: Zeven; teams: PlaygroundPage }> {
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const zeven = await startZeven(
    {
      host: '127.0.0.1',
      port: 0,
      logLevel: 'silent',
      storage: { kind: 'connectionString', ...testStorage() },
      bot: { kind: 'anonymous' },
      tab: { kind: 'local' },
      language: 'nl',
      importFolder: undefined,
      importKeys: new Map(),
      secret: () => undefined,
      municipalities: new Map([[localTenant, 'Gemeente Waterland']]),
    },
    { log: pino({ level: 'silent' }), now: () => clock },
  );
  onTestFinished(() => zeven.stop());
  const playground = await startPlayground({ botUrl: `${zeven.url}/api/messages` });
  onTestFinished(() => playground.stop());
  return { zeven, teams: await openPlayground(browser, playground.url) };
}

/** It is this local time, and Zeven looks whether there is anything to tell: it does so every quarter of a minute. */
async function lookAt({ services }: Zeven, time: string): Promise<void> {
  clock = local(time);
  while ((await sendAlerts(localTenant, services)).kind === 'later') clock = clock.add({ seconds: 5 });
}

/** The daily alert of this day stands in the channel, and says these words. */
async function alert({ card, page }: PlaygroundPage, day: string, words: readonly string[]): Promise<void> {
  await page.getByText(`Grondzaken, ${day}`).waitFor();
  const text = await card(`Grondzaken, ${day}`).innerText();
  for (const word of words) expect(text).toContain(word);
}

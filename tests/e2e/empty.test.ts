import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { startLocal } from '../../bot/local/startLocal.ts';
import { launchBrowser } from '../rig/chromium.ts';
import { openPlayground } from '../rig/playground.ts';

it('an empty Zeven says so, and can be brought into use from Teams alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zeven-empty-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const log = pino({ level: 'silent' });
  const local = await startLocal({ folder, port: 0, playgroundPort: 0, log });
  onTestFinished(() => local.stop());
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());

  const tab = await browser.newPage({ locale: 'nl-NL' });
  await tab.goto(local.scorecardUrl);
  const measured = tab.getByRole('listitem').filter({ hasText: 'Norm: ' });
  await measured.first().waitFor();
  expect(await measured.filter({ hasText: 'Nog geen metingen' }).count()).toBe(11);

  const teams = await openPlayground(browser, local.chatUrl);
  await teams.openChannel('Grondzaken');
  await teams.post('koppel Grondzaken');
  await teams.page.getByText('De afdeling "Grondzaken" ken ik niet').waitFor();
  await teams.post('koppel nieuw Grondzaken');
  await teams.page.getByText('Dit kanaal hoort nu bij Grondzaken').waitFor();

  await teams.openChat();
  await teams.say('contact');
  const form = teams.card('Hoe liep het af?');
  await teams.choose(form, 'Afdeling', 'Grondzaken');
  await teams.click(form, 'Direct opgelost');
  await teams.card('Vastgelegd').waitFor();
  await tab.getByText('1 van 1 vragen in één keer afgehandeld').waitFor({ timeout: 5_000 });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDemo } from '../../bot/demo/writeDemo.ts';
import { localTenant } from '../../bot/local/localMunicipality.ts';
import { type Local, startLocal } from '../../bot/local/startLocal.ts';
import { localDay } from '../../shared/calendar/zone.ts';
import { launchBrowser } from '../rig/chromium.ts';
import { openPlayground, type PlaygroundPage } from '../rig/playground.ts';
import { openInTeamsHost } from '../rig/teamsHost.ts';

/** The whole house as `npm start` builds it, used by a person in Chromium. */
let folder: string;
let local: Local;
let browser: Browser;
let teams: PlaygroundPage;
let tab: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zeven-house-'));
  [local, browser] = await Promise.all([start(), launchBrowser()]);
  const { services } = local.zeven;
  // Last month is there too: this one may have begun today.
  const firstDay = localDay(services.now()).subtract({ months: 1 }).with({ day: 1 });
  await writeDemo(localTenant, services, { firstDay });
  teams = await openPlayground(browser, local.chatUrl);
  tab = await browser.newPage({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
  await tab.goto(local.scorecardUrl);
});
afterAll(async () => {
  await browser?.close();
  await local?.stop();
  await rm(folder, { recursive: true });
});

function start(): Promise<Local> {
  return startLocal({ folder, port: 0, playgroundPort: 0, log: pino({ level: 'silent' }) });
}

describe('in personal chat', () => {
  it('the bot greets, helps, and answers anything else kindly', async () => {
    await teams.openChat();
    await teams.card('Welkom bij Zeven').waitFor();
    await teams.say('help');
    await teams.card('Dit kan Zeven').waitFor();
    await teams.say('Hoe is het weer?');
    await teams.page.locator('span').getByText('Dat begrijp ik niet. Typ "contact"').waitFor();
  });

  it('a contact is registered with a choice and a click, and the scorecard follows within 5 seconds', async () => {
    const before = await answered(tab);
    await teams.say('contact');
    const form = teams.card('Hoe liep het af?');
    await teams.choose(form, 'Klantproces', 'Paspoort of ID-kaart');
    await teams.click(form, 'Direct opgelost');
    const clicked = Date.now();
    const receipt = teams.card('Vastgelegd');
    await receipt.waitFor();
    expect(await receipt.innerText()).toContain('Burgerzaken');
    await expect.poll(() => answered(tab), { timeout: 5_000 }).toEqual(before.map((count) => count + 1));
    expect(Date.now() - clicked).toBeLessThan(5_000);
  });

  it('the receipt can be corrected, and leads to the next contact', async () => {
    await teams.click(teams.card('Vastgelegd'), 'Corrigeren');
    const form = teams.card('Contact corrigeren');
    await teams.fill(form, 'Notitie', 'Toch een rijbewijs');
    await teams.click(form, 'Direct opgelost');
    const receipt = teams.card('Gecorrigeerd');
    await receipt.waitFor();
    expect(await receipt.innerText()).toContain('Toch een rijbewijs');
    await teams.click(receipt, 'Nieuw contact');
    await teams.card('Contact registreren').waitFor();
  });

  it('the keyboard alone is enough', async () => {
    await teams.say('contact');
    const form = teams.card('Hoe liep het af?');
    const { keyboard } = teams.page;
    await form.getByRole('combobox', { name: 'Klantproces' }).focus();
    await keyboard.type('Rijb');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    for (let presses = 0; presses < 12 && !(await isFocused(form, 'Direct opgelost')); presses++) {
      await keyboard.press('Tab');
    }
    await keyboard.press('Enter');
    const receipt = teams.card('Vastgelegd');
    await receipt.waitFor();
    expect(await receipt.innerText()).toContain('Rijbewijs');
  });
});

describe('a callback', () => {
  it('with a mistake comes back in the same card, with what was typed still there', async () => {
    await teams.say('contact');
    const form = teams.card('Hoe liep het af?');
    await teams.choose(form, 'Afdeling', 'Grondzaken');
    await teams.click(form, 'Terugbelverzoek');
    await teams.fill(form, 'Naam inwoner', 'Noor Voorbeeld');
    await teams.fill(form, 'Telefoonnummer', '06 12');
    await teams.fill(form, 'Onderwerp', 'Strook grond achter de tuin');
    await teams.click(form, 'Terugbelverzoek vastleggen');
    await teams.page.getByText('Dit nummer bestaat niet').waitFor();
    const again = teams.card('Eén antwoord klopt nog niet');
    const name = again.getByRole('textbox', { name: 'Naam inwoner' });
    expect(await name.inputValue()).toBe('Noor Voorbeeld');

    await teams.fill(again, 'Telefoonnummer', '06 12345678');
    await teams.click(again, 'Terugbelverzoek vastleggen');
    const receipt = teams.card('Vastgelegd');
    await receipt.getByText('Grondzaken heeft nog geen kanaal').waitFor();
  });

  it('is on the list of who asked it, which leads to the registration', async () => {
    const receipts = teams.page.locator('.ac-adaptiveCard').filter({ hasText: 'Noor Voorbeeld' });
    expect(await receipts.count()).toBe(1);
    await teams.say('open');
    const list = teams.card('Mijn open terugbelverzoeken');
    await list.getByRole('button', { name: /^Strook grond achter de tuin, .*nog niemand/ }).click();
    await expect.poll(() => receipts.count()).toBe(2);
    expect(await list.isVisible()).toBe(true);
  });

  it('is on the page of all that is open, one click from the scorecard', async () => {
    const page = await browser.newPage({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
    await page.goto(local.scorecardUrl);
    await page.getByRole('link', { name: 'Open terugbelverzoeken' }).click();
    const row = page.getByRole('row', { name: /^Strook grond achter de tuin/ });
    await row.waitFor();
    expect(await row.innerText()).toContain('nog niemand');
    await page.close();
  });

  it('comes in the channel of its department as soon as that is linked', async () => {
    await teams.openChannel('Grondzaken');
    await teams.card('Welkom bij Zeven').waitFor();
    await teams.post('koppel Grondzaken');
    await teams.page.getByText('Dit kanaal hoort nu bij Grondzaken').waitFor();
    const card = teams.card('Strook grond achter de tuin');
    await card.waitFor();
    const text = await card.innerText();
    for (const words of ['Nog niet opgepakt', 'Noor Voorbeeld', '06 12345678', '2 werkdagen', 'Kaatje']) {
      expect(text).toContain(words);
    }
  });

  it('is taken, tried and handed over, and the card keeps up in place', async () => {
    const card = teams.card('Strook grond achter de tuin');
    await teams.click(card, 'Oppakken');
    await card.getByText('Opgepakt door Kaatje Contactlijn').waitFor();
    const messageLeft = card.getByRole('checkbox', { name: 'Bericht achtergelaten' });
    await teams.inside(card, 'Poging gedaan', messageLeft, async () => {
      await messageLeft.check();
      await teams.click(card, 'Poging vastleggen');
    });
    await card.getByText('geen gehoor, bericht achtergelaten').waitFor();

    await teams.openChannel('General');
    await teams.post('koppel Vergunningen');
    await teams.page.getByText('Dit kanaal hoort nu bij Vergunningen').waitFor();
    await teams.openChannel('Grondzaken');
    const whereTo = card.getByRole('combobox', { name: 'Naar welke afdeling?' });
    await teams.inside(card, 'Andere afdeling', whereTo, async () => {
      await teams.choose(card, 'Naar welke afdeling?', 'Vergunningen');
      await teams.click(card, 'Overdragen');
    });
    await card.getByText('staat nu in het kanaal van Vergunningen').waitFor();
    expect(await card.innerText()).not.toContain('Noor Voorbeeld');
  });

  it('is finished where it went, and counts on the scorecard as on time', async () => {
    const before = await onTime(tab);
    await teams.openChannel('General');
    const card = teams.card('Strook grond achter de tuin');
    expect(await card.innerText()).toContain('Noor Voorbeeld');
    await teams.click(card, 'Afgerond');
    await card.getByText('Afgerond, op tijd').waitFor();
    await expect.poll(() => onTime(tab), { timeout: 5_000 }).toEqual(before.map((count) => count + 1));
  });
});

describe('the message extension', () => {
  it('opens the same registration from the compose box', async () => {
    await teams.openChat();
    const dialog = await teams.compose('registerContact');
    await teams.choose(dialog, 'Klantproces', 'Kapvergunning');
    await teams.click(dialog, 'Direct opgelost');
    await dialog.getByText('Vastgelegd').waitFor();
    await teams.page.keyboard.press('Escape');
  });

  it('takes a message over as the note', async () => {
    await teams.page.reload();
    await teams.openChat();
    await teams.say('De boom op de hoek staat scheef');
    const dialog = await teams.composeFromMessage('registerContact');
    const note = dialog.getByRole('textbox', { name: 'Notitie' });
    await note.waitFor();
    expect(await note.inputValue()).not.toBe('');
  });
});

it('the scorecard opens in Teams, with its theme, language and token', async () => {
  const answer = await fetch(new URL('/api/local/token', local.zeven.url), { method: 'POST' });
  const { token } = (await answer.json()) as { token: string };
  const page = await browser.newPage();
  const host = await openInTeamsHost(page, local.scorecardUrl, { theme: 'dark', locale: 'en-us', token });
  await host.tab.getByRole('heading', { level: 1, name: /^Scorecard/ }).waitFor();
  expect(await host.tab.getByRole('listitem').filter({ hasText: 'Norm: ' }).count()).toBe(11);
  await page.close();
});

it('after a restart everything is where it was', async () => {
  const before = await answered(tab);
  await local.stop();
  local = await start();
  await tab.goto(local.scorecardUrl);
  expect(await answered(tab)).toEqual(before);
  teams = await openPlayground(browser, local.chatUrl);
  await teams.openChannel('Grondzaken');
  await teams.post('koppel Grondzaken');
  await teams.page.getByText('Dit kanaal was al gekoppeld aan Grondzaken').waitFor();
});

/** Numerator and denominator of "In één keer afgehandeld" as they stand on the page. */
function answered(where: Page | FrameLocator): Promise<number[]> {
  return counts(where, 'In één keer afgehandeld');
}

function onTime(where: Page | FrameLocator): Promise<number[]> {
  return counts(where, 'Terugbelverzoeken op tijd');
}

async function counts(where: Page | FrameLocator, kpi: string): Promise<number[]> {
  const card = where.getByRole('listitem').filter({ has: where.getByRole('heading', { name: kpi }) });
  await card.waitFor();
  // Without measurements, on the first morning of a month, nothing is counted.
  const [text = '0 van 0'] = await card.getByText(/^[\d.]+ van [\d.]+ /).allInnerTexts();
  return [...text.matchAll(/[\d.]+/g)].map(([digits]) => Number(digits.replaceAll('.', '')));
}

function isFocused(form: ReturnType<PlaygroundPage['card']>, button: string): Promise<boolean> {
  const target = form.getByRole('button', { name: button, exact: true });
  return target.evaluate((element) => element === document.activeElement);
}

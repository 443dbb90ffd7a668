import type { Browser, BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../rig/chromium.ts';
import { openInTeamsHost } from '../../rig/teamsHost.ts';
import { listOf, typicalList } from '../callbackLists.ts';
import { typical } from '../scorecards.ts';
import { builtTab } from './builtTab.ts';
import { leastContrast } from './leastContrast.ts';
import { startTabServer, type TabServer } from './tabServer.ts';

let browser: Browser;
let server: TabServer;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  server = await startTabServer(builtTab, { kind: 'callbacks', list: typicalList });
});
afterEach(async () => {
  await page?.context().close();
  await server.stop();
});

async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'nl-NL', colorScheme: 'light', ...options });
  page = await context.newPage();
  page.setDefaultTimeout(12_000);
  return page;
}

const pageUrl = (query = '') => `${server.url}/tab/callbacks.html${query}`;

async function open(options?: BrowserContextOptions, query?: string): Promise<Page> {
  await newPage(options);
  await page.goto(pageUrl(query));
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** The rows below the heads of the columns, as they read. */
const rows = () => rowsIn(page);

async function rowsIn(where: Page | FrameLocator): Promise<string[]> {
  const [, ...found] = await where.getByRole('row').allInnerTexts();
  return found.map((text) => text.split(/\s+/).join(' '));
}

const filter = () => page.getByRole('combobox', { name: 'Afdeling' });
const messages = (where: Page | FrameLocator = page) => where.getByRole('status');
const background = (element: Locator) => element.evaluate((e) => getComputedStyle(e).backgroundColor);
const light = 'rgb(245, 245, 245)';
const dark = 'rgb(31, 31, 31)';

describe('who keeps an eye on all promises reads', () => {
  it('how many there are of each urgency, in words', async () => {
    await open();
    expect(await page.title()).toBe('Open terugbelverzoeken – Gemeente Waterland');
    expect(await page.getByRole('main').getByRole('listitem').allInnerTexts()).toEqual([
      '2 te laat',
      '2 vandaag',
      '1 volgende werkdag',
      '1 later',
    ]);
  });

  it('a table, by deadline: what, before when, which department, who took it, since when', async () => {
    await open();
    const table = page.getByRole('table', { name: /het meest dringende eerst/ });
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
      'Onderwerp',
      'Bellen vóór',
      'Afdeling',
      'Opgepakt door',
      'Open sinds',
    ]);
    const sorted = table.locator('[aria-sort]');
    expect([await sorted.innerText(), await sorted.getAttribute('aria-sort')]).toEqual([
      'Bellen vóór',
      'ascending',
    ]);
    expect(await rows()).toEqual([
      'Strook grond achter de tuin Te laat do 19 nov 17:00 Grondzaken nog niemand di 17 nov 09:05',
      'Bezwaar tegen de parkeervergunning Te laat vr 20 nov 17:00 Vergunningen Vera van Dijk di 17 nov 09:05',
      'Rijbewijs kwijt Vandaag ma 23 nov 17:00 Burgerzaken Bram de Wit di 17 nov 09:05',
      'Kap van een eik op de erfgrens Vandaag ma 23 nov 17:00 Vergunningen nog niemand di 17 nov 09:05',
      'Erfpacht omzetten Volgende werkdag di 24 nov 17:00 Grondzaken Gijs Grondvast di 17 nov 09:05',
      'Dakkapel aan de voorkant Later wo 25 nov 17:00 Vergunningen nog niemand di 17 nov 09:05',
    ]);
  });

  it('urgency by word and shape, not by colour alone', async () => {
    await open();
    const shapes = await page
      .getByRole('main')
      .getByRole('listitem')
      .locator('svg')
      .evaluateAll((all) => all.map((e) => e.innerHTML));
    expect(new Set(shapes).size).toBe(4);
  });

  it('that nothing is open, when nothing is', async () => {
    server.answer = { kind: 'callbacks', list: () => listOf([]) };
    await open();
    await page.getByText('Er staat niets open.').waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
  });

  it('that there are more than the page shows', async () => {
    const list = { ...typicalList(null), counts: { overdue: 2, today: 2, nextWorkingDay: 1, later: 1_000 } };
    server.answer = { kind: 'callbacks', list: () => list };
    await open();
    await page.getByText('Dit zijn de 6 meest dringende van 1005.').waitFor();
  });

  it('a subject as it was typed, and never as markup', async () => {
    const subject = '<b>Berm</b> & [link](https://kwaad.example)';
    server.answer = {
      kind: 'callbacks',
      list: () => listOf([['today', '2026-11-23', subject, 'Grondzaken', null]]),
    };
    await open();
    expect(await page.getByRole('rowheader').innerText()).toBe(subject);
  });

  it('everything in English, when that is the language of the reader', async () => {
    await open({ locale: 'en-GB' });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Open callback requests');
    expect((await rows())[0]).toBe(
      'Strook grond achter de tuin Overdue Thu 19 Nov 17:00 Grondzaken nobody yet Tue 17 Nov 09:05',
    );
    expect(server.requests[0]?.['accept-language']).toBe('en');
  });
});

describe('one department', () => {
  it('is chosen from a list, and then stands in the address, to be shared', async () => {
    await open();
    expect(await filter().getByRole('option').allInnerTexts()).toEqual([
      'Alle afdelingen',
      'Burgerzaken',
      'Grondzaken',
      'Vergunningen',
    ]);
    await filter().selectOption('Grondzaken');
    await expect
      .poll(rows)
      .toEqual([
        'Strook grond achter de tuin Te laat do 19 nov 17:00 nog niemand di 17 nov 09:05',
        'Erfpacht omzetten Volgende werkdag di 24 nov 17:00 Gijs Grondvast di 17 nov 09:05',
      ]);
    expect(new URL(page.url()).search).toBe('?department=grondzaken');
    await page.reload();
    await expect.poll(rows).toHaveLength(2);
    expect(await filter().inputValue()).toBe('grondzaken');

    await filter().selectOption('Alle afdelingen');
    await expect.poll(rows).toHaveLength(6);
    expect(new URL(page.url()).search).toBe('');
  });

  it('is chosen with the keyboard, which stays where it is', async () => {
    await open();
    await filter().focus();
    await page.keyboard.press('V');
    await expect.poll(rows).toHaveLength(3);
    expect(await filter().evaluate((e) => e === document.activeElement)).toBe(true);
  });

  it('that Zeven does not know is said to be so, and another can be chosen', async () => {
    const list = server.answer;
    const message = 'Deze afdeling kent Zeven niet. Kies een andere afdeling.';
    server.answer = { kind: 'error', status: 400, message };
    await open({}, '?department=riool');
    await messages().getByText(message).waitFor();
    server.answer = list;
    await filter().selectOption('Alle afdelingen');
    await expect.poll(rows).toHaveLength(6);
    await expect.poll(() => messages().textContent()).toBe('');
  });
});

describe('the list is live', () => {
  it('follows what happens, without a reload', async () => {
    await open();
    server.answer = { kind: 'callbacks', list: () => typicalList('burgerzaken') };
    await expect.poll(rows, { timeout: 10_000 }).toHaveLength(1);
  });

  it('stays on the page when the connection is lost, and says from when it is', async () => {
    await open();
    server.answer = { kind: 'away' };
    await messages().getByText('Geen verbinding met Zeven').waitFor();
    expect(await messages().textContent()).toMatch(/Dit is de lijst van \d\d:\d\d\./);
    expect(await rows()).toHaveLength(6);
    server.answer = { kind: 'callbacks', list: () => typicalList('burgerzaken') };
    await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
    await expect.poll(rows).toHaveLength(1);
    await expect.poll(() => messages().textContent()).toBe('');
  });

  it('is preceded by a skeleton', async () => {
    await newPage();
    await page.route('**/api/**', () => undefined);
    await page.goto(pageUrl());
    expect(await page.locator('.skeleton').isVisible()).toBe(true);
    expect(await page.getByRole('main').getAttribute('aria-busy')).toBe('true');
  });

  it('is not shown to who may not see it: the server’s advice is', async () => {
    const message = 'Typ "open" in het kanaal van je afdeling.';
    server.answer = { kind: 'error', status: 403, message };
    await open();
    await messages().getByText(message).waitFor();
    expect(await filter().count()).toBe(0);
  });

  it('is not shown from an answer that is none', async () => {
    server.answer = { kind: 'other', body: '{"callbacks":[]}' };
    await open();
    await messages().getByText('begrijpt het antwoord van Zeven niet').waitFor();
  });
});

describe('the pages', () => {
  it('lead to each other, and say which one this is', async () => {
    await open();
    const nav = page.getByRole('navigation', { name: 'Pagina’s van Zeven' });
    const current = () => nav.locator('[aria-current=page]').innerText();
    expect(await current()).toBe('Open terugbelverzoeken');
    server.answer = { kind: 'scorecard', scorecard: typical };
    await nav.getByRole('link', { name: 'Scorebord' }).click();
    await page.getByRole('heading', { level: 1, name: 'Scorebord november 2026' }).waitFor();
    expect(await current()).toBe('Scorebord');
    server.answer = { kind: 'callbacks', list: typicalList };
    await nav.getByRole('link', { name: 'Open terugbelverzoeken' }).click();
    await expect.poll(rows).toHaveLength(6);
  });

  it('keep language, theme and sign-on of Teams', async () => {
    server.validToken = 'token-of-teams';
    const host = await openInTeamsHost(await newPage(), pageUrl(), { theme: 'dark', locale: 'en-us' });
    await host.tab.getByRole('heading', { level: 1, name: 'Open callback requests' }).waitFor();
    expect(await background(host.tab.locator('.page'))).toBe(dark);
    server.answer = { kind: 'scorecard', scorecard: typical };
    await host.tab.getByRole('link', { name: 'Scorecard' }).click();
    await host.tab.getByRole('heading', { level: 1, name: 'Scorecard November 2026' }).waitFor();
    expect(await background(host.tab.locator('.page'))).toBe(dark);
    server.answer = { kind: 'callbacks', list: typicalList };
    await host.tab.getByRole('link', { name: 'Open callback requests' }).click();
    await expect.poll(() => rowsIn(host.tab)).toHaveLength(6);
    await host.setTheme('default');
    await expect.poll(() => background(host.tab.locator('.page'))).toBe(light);
    await host.setTheme('contrast');
    await expect.poll(() => background(host.tab.locator('.page'))).toBe('rgb(0, 0, 0)');
  });
});

describe('for everyone', () => {
  it.each([320, 390, 900, 901, 1280])('nothing is cut off at a width of %d', async (width) => {
    const long = 'Grondwaterbeschermingsgebiedsontheffingsprocedure';
    server.answer = {
      kind: 'callbacks',
      list: () => listOf([['nextWorkingDay', '2026-11-24', long.repeat(3), 'Vergunningen', long]]),
    };
    await open({ viewport: { width, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const cells = await page
      .getByRole('cell')
      .evaluateAll((all) => all.map((e) => e.scrollWidth - e.clientWidth));
    expect(cells).toEqual([0, 0, 0, 0]);
  });

  it('rows are cards on a phone, and still a table for who hears them', async () => {
    await open({ viewport: { width: 320, height: 800 } });
    const [first, second] = await page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader') })
      .all();
    const [one, other] = [await first?.boundingBox(), await second?.boundingBox()];
    expect(one?.width).toBeGreaterThan(280);
    expect(other?.y).toBeGreaterThan((one?.y ?? 0) + (one?.height ?? 0));
    expect(await first?.innerText()).toContain('Opgepakt door: nog niemand');
    expect(await page.getByRole('table').ariaSnapshot()).toContain(
      '- row "Strook grond achter de tuin Te laat do 19 nov 17:00 Grondzaken nog niemand di 17 nov 09:05"',
    );
    expect(await page.getByRole('columnheader').count()).toBe(5);
  });

  it('the keyboard reaches pages, filter and retry, in that order, visibly', async () => {
    await open();
    const focused: (string | null)[] = [];
    for (let presses = 0; presses < 4; presses++) {
      await page.keyboard.press('Tab');
      focused.push(await page.evaluate(() => document.activeElement?.textContent ?? null));
    }
    expect(focused.slice(0, 3)).toEqual(['Scorebord', 'Open terugbelverzoeken', 'Metingen']);
    expect(focused[3]).toContain('Alle afdelingen');
    await page.keyboard.press('Shift+Tab');
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return { outlineStyle, outlineWidth };
    });
    expect(outline).toEqual({ outlineStyle: 'solid', outlineWidth: '2px' });
  });

  it.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['contrast', { contrast: 'more' }],
  ] as const)('every word has contrast enough in the %s theme', async (theme, options) => {
    await open(options);
    expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
    expect(await page.getByRole('main').evaluate(leastContrast)).toBeGreaterThan(4.5);
  });
});

import type { Browser, BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scorecardTexts } from '../../../shared/texts/scorecard.ts';
import { launchBrowser } from '../../rig/chromium.ts';
import { openInTeamsHost } from '../../rig/teamsHost.ts';
import { empty, full, scorecardOf, typical, weekOfPermits } from '../scorecards.ts';
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
  server = await startTabServer(builtTab, { kind: 'scorecard', scorecard: typical });
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

/** A page whose clock only the test moves on. */
async function newPageInTestTime(): Promise<Page> {
  await newPage();
  await page.clock.install();
  return page;
}

async function openPlain(options?: BrowserContextOptions): Promise<Page> {
  await newPage(options);
  await page.goto(`${server.url}/tab/index.html`);
  return page;
}

const tabUrl = () => `${server.url}/tab/index.html`;
const card = (where: Page | FrameLocator, name: string) =>
  where.getByRole('listitem').filter({ has: where.getByRole('heading', { name, exact: true }) });
const background = (element: Locator) => element.evaluate((e) => getComputedStyle(e).backgroundColor);
const light = 'rgb(245, 245, 245)';
const dark = 'rgb(31, 31, 31)';
const messages = (where: Page | FrameLocator) => where.getByRole('status');

describe('what a management team reads', () => {
  it('is the month, one sentence, and what needs attention first', async () => {
    await openPlain();
    await page.getByRole('heading', { level: 1, name: 'Scorebord november 2026' }).waitFor();
    expect(await page.title()).toBe('Scorebord november 2026 – Gemeente Waterland');
    const text = await page.getByRole('main').textContent();
    expect(text).toContain('3 van de 5 gemeten normen gehaald, waarvan 1 op het randje');
    expect(text).toContain('10:32');
    expect(
      await page.getByRole('navigation', { name: 'Vraagt aandacht' }).getByRole('link').allInnerTexts(),
    ).toEqual([
      'Terugbelverzoeken op tijd',
      'In één keer afgehandeld',
      'Afdeling bereikbaar bij doorverbinden',
    ]);
  });

  it('is eleven norms, always in the same order, in three groups', async () => {
    await openPlain();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const groups = ['Bereikbaarheid', 'Snelheid', 'Kwaliteit'];
    const names = await Promise.all(
      groups.map((name) =>
        page.getByRole('region', { name }).getByRole('heading', { level: 3 }).allInnerTexts(),
      ),
    );
    const { kpis } = scorecardTexts.nl;
    expect(names).toEqual(
      [
        [
          kpis.uptime,
          kpis.onlineShare,
          kpis.serviceLevel,
          kpis.firstResponse,
          kpis.transferReach,
          kpis.callbackOnTime,
        ],
        [kpis.callDuration, kpis.firstTimeRight, kpis.casesOnTime],
        [kpis.rating, kpis.lowRatings],
      ].map((group) => group.map(({ name }) => name)),
    );
  });

  it('says of a norm its value, verdict, norm, counts, coverage and error budget', async () => {
    await openPlain();
    const text = await card(page, 'Terugbelverzoeken op tijd').textContent();
    for (const words of [
      '73,2%',
      'Niet gehaald',
      'Norm: minstens 95%',
      '30 van 41 terugbelverzoeken op tijd',
      '15 van 16 werkdagen gemeten',
      'Met 9 meer op tijd was de norm gehaald',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('says quietly what was not measured, and never 0%', async () => {
    server.answer = { kind: 'scorecard', scorecard: empty };
    await openPlain();
    await page.getByText('Er zijn in deze periode nog geen metingen.').waitFor();
    expect(await page.getByText('Nog geen metingen', { exact: true }).count()).toBe(11);
    expect(await card(page, 'Service level telefoon').textContent()).toContain(
      'Komt uit de telefooncentrale',
    );
    expect(await page.getByRole('main').textContent()).not.toMatch(/(^|\D)0%/);
    expect(await page.getByRole('navigation', { name: 'Vraagt aandacht' }).count()).toBe(0);
  });

  it('tells the statuses apart by word and shape, not by colour alone', async () => {
    server.answer = { kind: 'scorecard', scorecard: full };
    await openPlain();
    const marks = (name: string) =>
      card(page, name)
        .locator('svg.status-mark')
        .evaluate((e) => e.innerHTML);
    const shapes = await Promise.all([
      marks('Gespreksduur KCC'),
      marks('Terugbelverzoeken op tijd'),
      marks('In één keer afgehandeld'),
      marks('Zaken binnen doorlooptijd'),
    ]);
    expect(new Set(shapes).size).toBe(4);
    expect(await card(page, 'Zaken binnen doorlooptijd').textContent()).toContain('Te weinig metingen');
  });
});

describe('a period, department or process that the address names', () => {
  it('is asked of the API, and stands in the title', async () => {
    server.answer = { kind: 'scorecard', scorecard: weekOfPermits };
    await newPage();
    const asked = page.waitForRequest(/scorecard\?/);
    await page.goto(`${tabUrl()}?period=2026-W48&department=vergunningen&theme=dark`);
    const title = 'Scorebord week 48 van 2026 · Vergunningen';
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await page.title()).toBe(`${title} – Gemeente Waterland`);
    expect(new URL((await asked).url()).search).toBe('?period=2026-W48&department=vergunningen');
  });

  it('that Zeven does not know is said to be so', async () => {
    const message = 'Deze periode kent Zeven niet.';
    server.answer = { kind: 'error', status: 400, message };
    await newPage();
    await page.goto(`${tabUrl()}?period=2026-W99`);
    await messages(page).getByText(message).waitFor();
  });
});

describe('a norm explains itself', () => {
  const explanation = (name: string) => card(page, name).getByRole('group');
  const title = (name: string) => explanation(name).getByText('Hoe wordt dit gemeten?');
  const lines = (name: string) => explanation(name).getByRole('paragraph').allInnerTexts();

  beforeEach(async () => {
    server.answer = { kind: 'scorecard', scorecard: weekOfPermits };
    await openPlain();
  });

  it('by keyboard: what it counts, from where, how fresh it is, and what it was a year ago', async () => {
    const name = 'Gespreksduur KCC';
    expect(await lines(name)).toEqual([]);
    await title(name).focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => lines(name))
      .toEqual([
        'De gemiddelde duur van de gesprekken die het KCC opnam.',
        'Bron: de telefooncentrale; op dagen zonder gegevens daarvan de registraties van het KCC.',
        'Laatst gemeten: vrijdag 20 november.',
        'Een jaar geleden: 5 minuten en 16 seconden',
      ]);
    await page.keyboard.press('Enter');
    await expect.poll(() => lines(name)).toEqual([]);
  });

  it('and names the last working days without data, of how many', async () => {
    await title('Zaken binnen doorlooptijd').click();
    expect(await lines('Zaken binnen doorlooptijd')).toContain(
      'Geen gegevens op 14 werkdagen, waaronder 30 oktober, 2 en 3 november.',
    );
  });

  it('the rating by a table of how often each score was given, against the strategy’s guide', async () => {
    await title('Waardering inwoner').click();
    const table = page.getByRole('table', { name: 'Hoe vaak elk cijfer is gegeven' });
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
    ]);
    expect(await table.getByRole('cell').allInnerTexts()).toEqual([
      '3',
      '0',
      '0',
      '0',
      '1',
      '9',
      '17',
      '21',
      '6',
      '5',
    ]);
    expect((await lines('Waardering inwoner')).at(-1)).toBe(
      '79% gaf een 7 of hoger (streven: meer dan 80%) en 4,8% lager dan een 4 (streven: minder dan 10%).',
    );
    expect(await page.getByRole('table').count()).toBe(1);
  });

  it('that was not measured by what is to be done, where the page is of all', async () => {
    const name = 'Service level telefoon';
    server.answer = { kind: 'scorecard', scorecard: empty };
    await page.reload();
    await title(name).click();
    expect((await lines(name)).at(-1)).toBe(
      'In deze periode niet gemeten. Importeer de oproepen van de telefooncentrale.',
    );
    const { department } = weekOfPermits;
    server.answer = { kind: 'scorecard', scorecard: { ...empty, department } };
    await page.getByRole('heading', { level: 1, name: /Vergunningen/ }).waitFor();
    expect((await lines(name)).at(-1)).toBe('Voor deze keuze zijn er in deze periode geen metingen.');
  });

  it('by a year ago once, where the period before is that as well', async () => {
    const name = 'Gespreksduur KCC';
    const period = { kind: 'yearToDate', name: '2026', first: '2026-01-01', last: '2026-11-25' } as const;
    server.answer = { kind: 'scorecard', scorecard: { ...weekOfPermits, period } };
    await page.reload();
    await card(page, name).getByText('Beter: was 5:01 min in dezelfde periode van 2025').waitFor();
    await title(name).click();
    expect((await lines(name)).at(-1)).toBe('Laatst gemeten: vrijdag 20 november.');
  });

  it('beside what it was in the period before, where anything was measured then', async () => {
    await card(page, 'Gespreksduur KCC').getByText('Beter: was 5:01 min in week 47').waitFor();
    expect(await card(page, 'Gespreksduur KCC').ariaSnapshot()).toContain(
      'Beter: was 5 minuten en 1 seconde in week 47',
    );
    expect(await page.getByText(/: was /).count()).toBe(2);
  });
});

describe('live', () => {
  it('a registration shows within 5 seconds', async () => {
    await openPlain();
    await page.getByText('73,2%').first().waitFor();
    server.answer = { kind: 'scorecard', scorecard: scorecardOf({ callbackOnTime: [31, 42] }) };
    await page.getByText('73,8%').first().waitFor({ timeout: 5_000 });
  });

  it('the last figures stay, with their time and a way to retry, when the server is away', async () => {
    await openPlain();
    await page.getByText('73,2%').first().waitFor();
    server.answer = { kind: 'away' };
    await messages(page).getByText('Geen verbinding met Zeven').waitFor();
    expect(await messages(page).textContent()).toMatch(/Dit zijn de cijfers van \d\d:\d\d\./);
    expect(await page.getByText('73,2%').first().isVisible()).toBe(true);

    server.answer = { kind: 'scorecard', scorecard: scorecardOf({ callbackOnTime: [31, 42] }) };
    await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
    await page.getByText('73,8%').first().waitFor();
    await expect.poll(() => messages(page).textContent()).toBe('');
  });

  it('comes back by itself', async () => {
    server.answer = { kind: 'away' };
    await newPageInTestTime();
    await page.goto(tabUrl());
    await messages(page).getByText('Geen verbinding met Zeven').waitFor();
    server.answer = { kind: 'scorecard', scorecard: typical };
    await page.clock.runFor(5_000);
    await page.getByText('73,2%').first().waitFor();
  });

  it('stands still while nobody sees it', async () => {
    await newPageInTestTime();
    await page.goto(tabUrl());
    await page.getByText('73,2%').first().waitFor();
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.clock.runFor(60_000);
    expect(server.requests).toHaveLength(1);
  });
});

describe('what goes wrong is said with what to do next', () => {
  it('a server that refuses says why, in the reader’s language', async () => {
    const message = 'Je mag het scorebord niet zien. Vraag je beheerder.';
    server.answer = { kind: 'error', status: 403, message };
    await openPlain();
    await messages(page).getByText(message).waitFor();
    expect(server.requests[0]?.['accept-language']).toBe('nl');
  });

  it('a server in trouble is asked again', async () => {
    server.answer = { kind: 'error', status: 503, message: 'De cijfers zijn nu niet op te halen.' };
    await openPlain();
    await messages(page).getByText('De cijfers zijn nu niet op te halen.').waitFor();
    expect(await page.getByRole('button', { name: 'Opnieuw proberen' }).isVisible()).toBe(true);
  });

  it('an answer that is no scorecard is not shown', async () => {
    server.answer = { kind: 'other', body: '<html>' };
    await openPlain();
    await messages(page).getByText('begrijpt het antwoord van Zeven niet').waitFor();
  });

  it('a browser gets no figures of a bot in production', async () => {
    server.localToken = undefined;
    await openPlain();
    await messages(page).getByText('Open het scorebord in Microsoft Teams').waitFor();
    expect(server.requests).toEqual([]);
  });
});

describe('in a plain browser', () => {
  it('the token is that of local mode, and is kept', async () => {
    server.validToken = 'local-token';
    await openPlain();
    await page.getByText('73,2%').first().waitFor();
    expect(server.requests[0]?.authorization).toBe('Bearer local-token');
  });

  it('language and theme are those of the browser', async () => {
    await openPlain({ locale: 'en-GB', colorScheme: 'dark' });
    await page.getByRole('heading', { name: 'Scorecard November 2026' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await background(page.locator('.page'))).toBe(dark);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => background(page.locator('.page'))).toBe(light);
    await page.emulateMedia({ forcedColors: 'active' });
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('contrast');
  });

  it('teams-js is not even loaded', async () => {
    await newPage();
    const scripts: string[] = [];
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
    await page.goto(tabUrl());
    await page.getByText('73,2%').first().waitFor();
    expect(scripts.filter((url) => /teams/i.test(url))).toEqual([]);
  });

  it('a skeleton stands there before the figures', async () => {
    await newPage();
    await page.route('**/api/**', () => undefined);
    await page.goto(tabUrl());
    expect(await page.locator('.skeleton').isVisible()).toBe(true);
    expect(await page.getByRole('main').getAttribute('aria-busy')).toBe('true');
  });
});

describe('in Teams', () => {
  it('the token is that of single sign-on', async () => {
    server.validToken = 'token-of-teams';
    const host = await openInTeamsHost(await newPage(), tabUrl());
    await host.tab.getByText('73,2%').first().waitFor();
    expect(server.requests[0]?.authorization).toBe('Bearer token-of-teams');
    expect(await host.callsOf('appInitialization.success')).toHaveLength(1);
  });

  it('another token is asked for when the server refuses an old one', async () => {
    server.validToken = 'token-of-teams';
    const host = await openInTeamsHost(await newPage(), tabUrl());
    await host.tab.getByText('73,2%').first().waitFor();
    server.answer = { kind: 'scorecard', scorecard: scorecardOf({ callbackOnTime: [31, 42] }) };
    server.validToken = 'newer-token';
    await host.setToken('newer-token');
    await host.tab.getByText('73,8%').first().waitFor();
    expect(await messages(host.tab).textContent()).toBe('');
  });

  it('a lost connection costs nobody their token', async () => {
    const host = await openInTeamsHost(await newPageInTestTime(), tabUrl());
    await host.tab.getByText('73,2%').first().waitFor();
    await host.setToken(new Error('offline'));
    server.answer = { kind: 'away' };
    await page.clock.runFor(2_500);
    await expect
      .poll(async () => {
        await page.clock.runFor(500);
        return messages(host.tab).textContent();
      })
      .toContain('Geen verbinding met Zeven');
    server.answer = { kind: 'scorecard', scorecard: scorecardOf({ callbackOnTime: [31, 42] }) };
    await page.clock.runFor(5_000);
    await host.tab.getByText('73,8%').first().waitFor();
  });

  it('a reader whom Teams cannot sign in hears the reason', async () => {
    const host = await openInTeamsHost(await newPage(), tabUrl(), {
      token: new Error('resourceRequiresConsent'),
    });
    await messages(host.tab).getByText('Aanmelden bij Zeven is niet gelukt').waitFor();
    expect(await messages(host.tab).textContent()).toContain('Melding: resourceRequiresConsent');
    await host.setToken('token-of-teams');
    await host.tab.getByRole('button', { name: 'Opnieuw proberen' }).click();
    await host.tab.getByText('73,2%').first().waitFor();
  });

  it('a token that stays refused is told once, and not asked for again and again', async () => {
    server.validToken = 'another';
    const host = await openInTeamsHost(await newPageInTestTime(), tabUrl());
    await messages(host.tab).getByText('Je bent niet aangemeld.').waitFor();
    await page.clock.runFor(60_000);
    expect(server.requests).toHaveLength(2);
  });

  it('the theme follows Teams live', async () => {
    const host = await openInTeamsHost(await newPage(), tabUrl(), { theme: 'dark' });
    const body = host.tab.locator('.page');
    await host.tab.getByRole('heading', { level: 1 }).waitFor();
    expect(await background(body)).toBe(dark);
    await host.setTheme('contrast');
    await expect.poll(() => background(body)).toBe('rgb(0, 0, 0)');
    await host.setTheme('default');
    await expect.poll(() => background(body)).toBe(light);
    await host.setTheme('dark');
    await expect.poll(() => background(body)).toBe(dark);
    await host.setTheme('glass');
    await expect.poll(() => background(body)).toBe(light);
  });

  it('the language is that of Teams, not of the browser', async () => {
    const host = await openInTeamsHost(await newPage({ locale: 'nl-NL' }), tabUrl(), { locale: 'en-us' });
    await host.tab.getByRole('heading', { name: 'Scorecard November 2026' }).waitFor();
    expect(await host.tab.locator('html').getAttribute('lang')).toBe('en');
  });

  it('a frame whose parent says nothing is treated as a browser', async () => {
    const host = await openInTeamsHost(await newPageInTestTime(), tabUrl(), { silent: true });
    await expect.poll(() => host.callsOf('initialize')).toHaveLength(1);
    await page.clock.runFor(5_000);
    await host.tab.getByText('73,2%').first().waitFor();
    expect(server.requests[0]?.authorization).toBe('Bearer local-token');
  });

  it('Save adds the scorecard to a channel', async () => {
    const host = await openInTeamsHost(await newPage(), `${server.url}/tab/config.html`, {
      frameContext: 'settings',
    });
    await host.tab.getByText('Kies Opslaan').waitFor();
    expect(await host.callsOf('settings.setValidityState')).toEqual([[true]]);
    await host.save();
    await expect.poll(() => host.callsOf('settings.save.success')).toHaveLength(1);
    expect(await host.callsOf('settings.setSettings')).toEqual([
      [
        {
          entityId: 'scorecard',
          contentUrl: tabUrl(),
          websiteUrl: tabUrl(),
          suggestedDisplayName: 'Scorebord',
        },
      ],
    ]);
  });
});

describe('for everyone', () => {
  it.each([320, 390, 1280])('nothing is cut off at a width of %d', async (width) => {
    server.answer = { kind: 'scorecard', scorecard: weekOfPermits };
    await openPlain({ viewport: { width, height: 800 } });
    await page.getByRole('heading', { level: 1 }).waitFor();
    for (const closed of await page.locator('summary').all()) await closed.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  it('the keyboard reaches what needs attention and the retry, visibly', async () => {
    await openPlain();
    await page.getByText('73,2%').first().waitFor();
    // First the three pages, then what needs attention.
    for (let presses = 0; presses < 4; presses++) await page.keyboard.press('Tab');
    const link = page.getByRole('link', { name: 'Terugbelverzoeken op tijd' });
    expect(await link.evaluate((e) => e === document.activeElement)).toBe(true);
    expect(await link.evaluate((e) => getComputedStyle(e).textDecorationLine)).toContain('underline');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#callbackOnTime');

    server.answer = { kind: 'away' };
    await messages(page).getByText('Geen verbinding met Zeven').waitFor();
    server.answer = { kind: 'scorecard', scorecard: full };
    await page.getByRole('button', { name: 'Opnieuw proberen' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('98,3%').first().waitFor();
  });

  it('every word has contrast enough in each theme', async () => {
    server.answer = { kind: 'scorecard', scorecard: weekOfPermits };
    await openPlain();
    await page.getByRole('heading', { level: 1 }).waitFor();
    for (const closed of await page.locator('summary').all()) await closed.click();
    const media = { light: {}, dark: { colorScheme: 'dark' }, contrast: { contrast: 'more' } } as const;
    for (const [theme, chosen] of Object.entries(media)) {
      await page.emulateMedia(chosen);
      await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe(theme);
      // A button takes a moment to change its colours.
      await expect.poll(() => page.getByRole('main').evaluate(leastContrast)).toBeGreaterThan(4.5);
    }
  });

  it('a screen reader hears a time as a time', async () => {
    await openPlain();
    const heard = await card(page, 'Gespreksduur KCC').ariaSnapshot();
    expect(heard).toContain('4 minuten en 5 seconden');
    expect(heard).not.toContain('4:05');
  });

  it('nothing moves for who wants no motion', async () => {
    await openPlain({ reducedMotion: 'reduce' });
    const bar = card(page, 'Gespreksduur KCC').locator('.kpi-bar-value');
    expect(await bar.evaluate((e) => getComputedStyle(e).transitionDuration)).toBe('0s');
  });
});

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiTexts } from '../../../shared/texts/api.ts';
import { launchBrowser } from '../../rig/chromium.ts';
import { openInTeamsHost } from '../../rig/teamsHost.ts';
import {
  failed,
  imported,
  mostlyGood,
  noImports,
  someRefusals,
  summaryOf,
  typicalImports,
} from '../importLists.ts';
import { builtTab } from './builtTab.ts';
import { leastContrast } from './leastContrast.ts';
import { type FileAnswer, type SentFile, startTabServer, type TabServer } from './tabServer.ts';

let browser: Browser;
let server: TabServer;
let page: Page;
/** What the page sent. */
let sent: SentFile[];
/** What comes of the next file. */
let answer: (file: SentFile) => FileAnswer | Promise<FileAnswer>;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  sent = [];
  answer = ({ isDryRun }) => imported(mostlyGood, isDryRun);
  server = await startTabServer(builtTab, {
    kind: 'imports',
    imports: typicalImports,
    take(file) {
      sent.push(file);
      return answer(file);
    },
  });
});
afterEach(async () => {
  await page?.context().close();
  await server.stop();
});

const pageUrl = () => `${server.url}/tab/imports.html`;

async function newPage(options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({ locale: 'nl-NL', colorScheme: 'light', ...options });
  page = await context.newPage();
  page.setDefaultTimeout(12_000);
}

async function open(options?: BrowserContextOptions): Promise<void> {
  await newPage(options);
  await page.goto(pageUrl());
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const form = () => page.getByRole('region', { name: 'Bestand importeren' });
const outcome = () => form().getByRole('status');
const source = () => form().getByRole('combobox', { name: 'Bron' });
const input = () => form().getByLabel('Bestand', { exact: true });
const button = (name: string) => form().getByRole('button', { name });

const calls = { name: 'gesprekken.csv', mimeType: 'text/csv', buffer: Buffer.from('id;begin\nC1;nooit\n') };

async function choose(file = calls): Promise<void> {
  await source().selectOption('Telefoongesprekken (CSV)');
  await input().setInputFiles(file);
}

/** As it reads, on one line. */
const words = (text: string | null) => (text ?? '').split(/\s+/).join(' ').trim();

describe('who keeps the measurements reads', () => {
  const group = (name: string) => page.getByRole('region', { name, exact: true });

  it('of each kind for which norms it is, when it last came in and how that went', async () => {
    await open();
    expect(await page.title()).toBe('Metingen – Gemeente Waterland');
    const groups = page.getByRole('region', { name: 'Wat er binnenkomt' });
    expect(await groups.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      'gesprekken',
      'e-mails en formulieren',
      'zaken',
      'waarderingen',
      'online afgehandeld',
      'beschikbaarheid',
    ]);
    expect(words(await group('gesprekken').innerText())).toBe(
      'Gesprekken Voor Service level telefoon, Gespreksduur KCC en Afdeling bereikbaar bij doorverbinden Telefoongesprekken (CSV) 24 nov 2026, 09:05 Deels overgenomen gesprekken-week-47.csv 1.204 gelezen: 1.190 nieuw, 0 gewijzigd, 0 ongewijzigd, 14 geweigerd. Welke 14 regels zijn geweigerd? Nog niet gebruikt: 3CX: gespreksgegevens (CDR) en 3CX: export van het gespreksrapport',
    );
    expect(words(await group('waarderingen').innerText())).toContain('2 nov 2026, 14:30 Overgenomen');
    expect(words(await group('zaken').innerText())).toContain(
      'Niet overgenomen Het andere systeem geeft geen antwoord. https://openzaak.example',
    );
    expect(words(await group('beschikbaarheid').innerText())).toContain(
      'Afgebroken kuma.csv Dit is niet afgemaakt. Nog een keer importeren vult het aan.',
    );
  });

  it('which lines were refused, and the imports before, when asked for', async () => {
    await open();
    await group('gesprekken').getByText('Welke 14 regels').click();
    expect(await group('gesprekken').getByRole('list').last().getByRole('listitem').allInnerTexts()).toEqual([
      'regel 17, begin: is geen tijdstip; schrijf 2026-11-25 09:30:00',
      'regel 204, wachtrij: hoort bij geen afdeling; zet de afdeling in de mapping',
      'en nog 12',
    ]);
    await page.getByText('De laatste 5 imports').click();
    expect(await page.getByText('enquete-oktober.csv').count()).toBe(2);
  });

  it('that one is under way', async () => {
    const [last, ...others] = typicalImports.runs;
    if (last === undefined) return expect.fail('an import');
    const running = { ...last, state: 'running' as const, finishedAt: null, failure: null };
    const imports = { ...typicalImports, runs: [running, ...others] };
    server.answer = { kind: 'imports', imports, take: (file) => answer(file) };
    await open();
    await page.getByText('De laatste 5 imports').click();
    expect(words(await page.getByText('Bezig').locator('xpath=ancestor::li').innerText())).toBe(
      'Zaken uit het zaaksysteem (ZGW) 25 nov 2026, 04:04 Bezig',
    );
  });

  it('which sources there are, when none was used', async () => {
    server.answer = { kind: 'imports', imports: noImports, take: (file) => answer(file) };
    await open();
    await group('zaken').getByText('Nog niet gebruikt: Zaken (CSV) en Zaken uit het zaaksysteem').waitFor();
    expect(await page.getByText('imports').count()).toBe(0);
  });

  it('in English, when that is the language of the reader', async () => {
    await open({ locale: 'en-GB' });
    const region = page.getByRole('region', { name: 'Import a file' });
    await region.getByRole('combobox', { name: 'Source' }).selectOption('Telephone calls (CSV)');
    await region.getByLabel('File', { exact: true }).setInputFiles(calls);
    await region.getByText('line 17, begin: is no moment').waitFor();
    await region.getByText('1,204').waitFor();
  });
});

describe('a file that is chosen', () => {
  it('is looked at at once, and imported when its reader has seen what would come of it', async () => {
    await open();
    await choose();
    await button('Importeren').waitFor();
    expect(words(await outcome().innerText())).toBe(
      'Dit gebeurt er als je importeert gelezen 1.204 nieuw 1.190 geweigerd 14 Deze regels doen niet mee: regel 17, begin: is geen tijdstip; schrijf 2026-11-25 09:30:00 regel 204, wachtrij: hoort bij geen afdeling; zet de afdeling in de mapping en nog 12',
    );
    await button('Importeren').click();
    await outcome().getByText('Het bestand is geïmporteerd').waitFor();
    const file = { source: 'calls', name: 'gesprekken.csv', text: 'id;begin\nC1;nooit\n' };
    expect(sent).toEqual([
      { ...file, isDryRun: true },
      { ...file, isDryRun: false },
    ]);
  });

  it('before its source is known waits for that, and says what the source needs', async () => {
    await open();
    await input().setInputFiles(calls);
    await source().selectOption('Zaken (CSV)');
    await button('Importeren').waitFor();
    expect(sent.map((file) => file.source)).toEqual(['cases']);
    expect(await source().getAttribute('aria-describedby')).toBe(
      await form().getByText('Een regel per zaak, met zaaknummer').getAttribute('id'),
    );
  });

  it('that is bad is told why, with the lines that do not fit, and cannot be imported', async () => {
    answer = () => failed({ details: ['wachtrij', 'wachttijd'] });
    await open();
    await choose();
    await outcome().getByText('Dit bestand kunnen we niet importeren').waitFor();
    expect(words(await outcome().innerText())).toContain(
      'Er ontbreken kolommen. Exporteer ze mee, of zet in de mapping hoe ze heten. wachtrij wachttijd Er is niets overgenomen.',
    );
    expect(await button('Importeren').count()).toBe(0);
    // The next one is of another source.
    answer = () => failed({ reason: 'mostlyRefused', refusals: [...someRefusals] });
    await input().setInputFiles(calls);
    await outcome().getByText('Bijna geen regel past.').waitFor();
    expect(await outcome().getByRole('listitem').allInnerTexts()).toEqual([
      'regel 17, begin: is geen tijdstip; schrijf 2026-11-25 09:30:00',
      'regel 204, wachtrij: hoort bij geen afdeling; zet de afdeling in de mapping',
    ]);
  });

  it('in which nothing is new needs no import', async () => {
    answer = () => imported(summaryOf({ records: 86, unchanged: 86 }), true);
    await open();
    await choose();
    await outcome().getByText('Alles uit dit bestand staat er al.').waitFor();
    expect(await button('Importeren').count()).toBe(0);
  });

  it('that the server cannot take now can be tried again', async () => {
    answer = () => ({ kind: 'error', status: 503, message: 'Zeven start nog op.' });
    await open();
    await choose();
    await outcome().getByText('Zeven start nog op.').waitFor();
    answer = () => ({ kind: 'error', status: 409, message: apiTexts.nl.busyImporting });
    await button('Opnieuw proberen').click();
    await outcome().getByText(apiTexts.nl.busyImporting).waitFor();
    answer = ({ isDryRun }) => imported(mostlyGood, isDryRun);
    await button('Opnieuw proberen').click();
    await button('Importeren').waitFor();
  });

  it('that does not arrive is said to be so, and the import is not lost', async () => {
    await open();
    await choose();
    await button('Importeren').waitFor();
    const take = server.answer;
    server.answer = { kind: 'away' };
    await button('Importeren').click();
    await outcome().getByText('Controleer de internetverbinding en probeer het opnieuw.').waitFor();
    server.answer = take;
    await button('Importeren').click();
    await outcome().getByText('Het bestand is geïmporteerd').waitFor();
  });

  it('after another one is the one whose outcome is shown, however late that of the first comes', async () => {
    let tellFirst = (_answer: FileAnswer) => {};
    answer = () => new Promise((resolve) => (tellFirst = resolve));
    await open();
    await choose();
    await expect.poll(() => sent.length).toBe(1);
    answer = ({ isDryRun }) => imported(summaryOf({ records: 7, added: 7 }), isDryRun);
    await input().setInputFiles({ ...calls, name: 'later.csv' });
    await button('Importeren').waitFor();
    tellFirst(imported(mostlyGood, true));
    await page.waitForTimeout(100);
    expect(words(await outcome().innerText())).toContain('gelezen 7 nieuw 7');
  });

  it('that is taken away again leaves nothing behind', async () => {
    await open();
    await choose();
    await button('Importeren').waitFor();
    await input().setInputFiles([]);
    await expect.poll(() => outcome().innerText()).toBe('');
    expect(await button('Importeren').count()).toBe(0);
  });
});

describe('for everyone', () => {
  it('the keyboard goes from source to file to import, and stays with what it pressed', async () => {
    await open();
    await choose();
    await button('Importeren').waitFor();
    await source().focus();
    const focused = async () => words(await page.evaluate(() => document.activeElement?.textContent ?? ''));
    await page.keyboard.press('Tab');
    expect(await input().evaluate((e) => e === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Importeren');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Nog een bestand importeren');
    await page.keyboard.press('Enter');
    expect(await input().evaluate((e) => e === document.activeElement)).toBe(true);
    expect(await input().inputValue()).toBe('');
  });

  it('a file is imported in Teams, in each of its themes', async () => {
    server.validToken = 'token-of-teams';
    await newPage();
    const host = await openInTeamsHost(page, pageUrl(), { theme: 'dark' });
    await host.tab.getByLabel('Bron').selectOption('Telefoongesprekken (CSV)');
    const file = host.tab.getByLabel('Bestand', { exact: true });
    await file.setInputFiles(calls);
    await host.tab.getByRole('button', { name: 'Importeren' }).click();
    await host.tab.getByText('Het bestand is geïmporteerd').waitFor();
    const fileColour = () => file.evaluate((e) => getComputedStyle(e).backgroundColor);
    expect(await fileColour()).toBe('rgb(41, 41, 41)');
    await host.setTheme('contrast');
    await expect.poll(fileColour).toBe('rgb(0, 0, 0)');
    await host.setTheme('default');
    await expect.poll(fileColour).toBe('rgb(255, 255, 255)');
  });

  it('nothing is cut off on a narrow phone', async () => {
    const width = 320;
    const long = 'Grondwaterbeschermingsgebiedsontheffingsprocedure'.repeat(3);
    answer = () => failed({ details: [long], refusals: [{ line: 2, column: long, reason: 'missing' }] });
    await open({ viewport: { width, height: 800 } });
    await choose({ ...calls, name: `${long}.csv` });
    await outcome().getByText('Dit bestand kunnen we niet importeren').waitFor();
    for (const closed of await page.locator('summary').all()) await closed.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const beyond = await form().evaluate((panel) => {
      const { right } = panel.getBoundingClientRect();
      return [...panel.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > right).length;
    });
    expect(beyond).toBe(0);
  });

  it('every word has contrast enough in each theme', async () => {
    await open();
    await choose();
    await button('Importeren').waitFor();
    for (const closed of await page.locator('summary').all()) await closed.click();
    const media = { light: {}, dark: { colorScheme: 'dark' }, contrast: { contrast: 'more' } } as const;
    for (const [theme, chosen] of Object.entries(media)) {
      await page.emulateMedia(chosen);
      await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe(theme);
      // A button takes a moment to change its colours.
      await expect.poll(() => page.getByRole('main').evaluate(leastContrast)).toBeGreaterThan(4.5);
    }
  });
});

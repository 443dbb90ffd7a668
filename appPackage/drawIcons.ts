import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../tests/rig/chromium.ts';

/**
 * Draws the icons of the package from their sources. To be run by hand after a source has changed
 * (`node appPackage/drawIcons.ts`); the drawings are kept, so that packaging needs no browser.
 */
const browser = await launchBrowser();
try {
  await draw(browser, { source: 'icon.svg', icon: 'color.png', size: 192 });
  await draw(browser, { source: 'outline.svg', icon: 'outline.png', size: 32 });
} finally {
  await browser.close();
}

interface Drawing {
  readonly source: string;
  readonly icon: string;
  /** Width and height in pixels. */
  readonly size: number;
}

async function draw(browser: Browser, { source, icon, size }: Drawing): Promise<void> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = await readFile(inThisFolder(source), 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: inThisFolder(icon), omitBackground: true });
  await page.close();
}

function inThisFolder(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}

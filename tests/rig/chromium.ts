import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

/** Where systems put a Chromium, Chrome or Edge. */
const INSTALLED: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** The browser named by ZEVEN_CHROMIUM, or an installed one, or the one that npm brought (Linux, x64). */
export async function launchBrowser(): Promise<Browser> {
  const installed = [process.env['ZEVEN_CHROMIUM'], ...(INSTALLED[process.platform] ?? [])].find(
    (path) => path !== undefined && existsSync(path),
  );
  const folder = installed === undefined ? await unpackedChromium() : undefined;
  return chromium.launch({
    executablePath: installed ?? join(folder ?? '', 'chromium'),
    // Root has no sandbox, nor has a container. The tests open nothing but our own pages.
    chromiumSandbox: false,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      '--disable-gpu',
      '--disable-dev-shm-usage', // a container's /dev/shm is 64 MB
      '--font-render-hinting=none', // screenshots alike on every machine
    ],
    ...(folder !== undefined && { env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') } }),
  });
}

/**
 * The package unpacks 180 MB into the temporary folder and takes any file there for a whole one. So each
 * process unpacks into a folder of its own, in a child that believes it is the temporary one, and puts it
 * in place at once: the first wins. One folder a user, because a file of another user cannot be trusted.
 */
async function unpackedChromium(): Promise<string> {
  const require = createRequire(import.meta.url);
  const entry = pathToFileURL(require.resolve('@sparticuz/chromium')).href;
  const { version } = JSON.parse(await readFile(new URL('../package.json', entry), 'utf8'));
  const folder = join(tmpdir(), `zeven-chromium-${version}-${process.getuid?.()}`);
  if (existsSync(folder)) return ours(folder);

  const own = await mkdtemp(`${folder}-`);
  const script = `import chromium from ${JSON.stringify(entry)};
    await chromium.executablePath();`;
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, TMPDIR: own },
    });
    await writeFile(join(own, 'fonts.conf'), fontsIn(join(folder, 'fonts')));
    await rename(own, folder).catch(() => rm(own, { recursive: true }));
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    throw new Error('No Chromium: install one, or name one in ZEVEN_CHROMIUM.', { cause: error });
  }
  return ours(folder);
}

async function ours(folder: string): Promise<string> {
  const { uid } = await stat(folder);
  if (uid !== process.getuid?.()) throw new Error(`${folder} belongs to another user: remove it.`);
  return folder;
}

/** A machine without any font still gets legible screenshots, in the Open Sans that the package brings. */
function fontsIn(folder: string): string {
  const asOpenSans = (family: string) =>
    `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`;
  return `<?xml version="1.0"?>
    <fontconfig>
      <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
      <dir>${folder}</dir>
      <cachedir>${folder}-cache</cachedir>
      ${asOpenSans('Segoe UI')}
      ${asOpenSans('sans-serif')}
    </fontconfig>`;
}

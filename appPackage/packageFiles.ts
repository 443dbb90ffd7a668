import { readFile } from 'node:fs/promises';
import type { Installation } from './installation.ts';
import { fillPlaceholders } from './placeholders.ts';

/** What a Teams app package holds, all of it at its root. */
export interface PackageFiles {
  readonly 'manifest.json': string;
  readonly 'en.json': string;
  readonly 'color.png': Uint8Array;
  readonly 'outline.png': Uint8Array;
}

/** The files as they stand in this folder, the manifest filled in for one installation. */
export async function readPackageFiles(installation: Installation): Promise<PackageFiles> {
  const { version } = JSON.parse(await readText('../package.json'));
  const manifest = await readText('manifest.json');
  return {
    'manifest.json': fillPlaceholders(manifest, { ...installation, APP_VERSION: version }),
    'en.json': await readText('en.json'),
    'color.png': await readFile(inThisFolder('color.png')),
    'outline.png': await readFile(inThisFolder('outline.png')),
  };
}

function readText(file: string): Promise<string> {
  return readFile(inThisFolder(file), 'utf8');
}

function inThisFolder(file: string): URL {
  return new URL(file, import.meta.url);
}

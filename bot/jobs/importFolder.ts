import { type FileHandle, mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { ImportResult } from '../../shared/imports/importRun.ts';
import { settings } from '../../shared/settings.ts';
import { importTexts, resultLines } from '../../shared/texts/imports.ts';
import { importFile } from '../imports/importFile.ts';
import { mappedSources, setMapping } from '../imports/setMapping.ts';
import { sourceCalled } from '../imports/sources.ts';
import type { FactServices } from '../services.ts';
import { moveAway } from './moveAway.ts';

export interface ImportFolder {
  /** Finishes the file at hand. */
  stop(): Promise<void>;
}

/** What a source must know of the municipality, beside its files. */
const mappingFile = 'mapping.json';

/** So many refused lines are told in a report. */
const shownRefusals = settings.imports.shownRefusals;

/**
 * Imports every file that is put in `<folder>/<source>`, or in `<folder>/<tenant>/<source>` where several
 * municipalities are served. It is moved to `done` or `refused` in there, with a report beside it where a
 * person must know something. It looks again and again, since a share does not tell of a change; and every
 * instance may: importing a file twice changes nothing.
 */
export function startImportFolder(
  folder: string,
  tenants: readonly string[],
  services: FactServices,
  log: Logger,
): ImportFolder {
  const [only] = tenants;
  const rootOf = (tenant: string) =>
    tenants.length === 1 && tenant === only ? folder : join(folder, tenant);
  /** How each file was at the last look: one that still grows is left alone. */
  const seen = new Map<string, string>();
  let isStopping = false;
  let looking: Promise<void> | undefined = makeFolders();
  const timer = setInterval(() => {
    looking ??= lookAtAll().finally(() => {
      looking = undefined;
    });
  }, settings.imports.folderSeconds * 1000);
  void looking.finally(() => {
    looking = undefined;
  });

  return {
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await looking;
    },
  };

  /** So that people see where to put what. */
  async function makeFolders(): Promise<void> {
    for (const tenant of tenants) {
      for (const source of mappedSources) {
        await mkdir(join(rootOf(tenant), source), { recursive: true }).catch((error) =>
          log.error({ err: error, source }, 'An import folder could not be made'),
        );
      }
    }
  }

  async function lookAtAll(): Promise<void> {
    for (const tenant of tenants) {
      for (const source of mappedSources) {
        if (isStopping) return;
        await lookAt(tenant, source).catch((error) =>
          log.error({ err: error, tenant, source }, 'An import folder could not be read'),
        );
      }
    }
  }

  async function lookAt(tenant: string, source: string): Promise<void> {
    const inFolder = join(rootOf(tenant), source);
    const entries = await readdir(inFolder, { withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
    // What is known of a municipality before what is to be read with it.
    files.sort((one, other) => Number(other.name === mappingFile) - Number(one.name === mappingFile));
    for (const { name } of files) {
      if (!isStopping && (await isAtRest(join(inFolder, name)))) await take(tenant, source, inFolder, name);
    }
  }

  /** Whether nothing changed since the last look. */
  async function isAtRest(path: string): Promise<boolean> {
    const file = await unlessGone(stat(path));
    if (file === undefined) return false;
    const now = `${file.size} ${file.mtimeMs}`;
    const isSame = seen.get(path) === now;
    seen.set(path, now);
    return isSame;
  }

  async function take(tenant: string, source: string, inFolder: string, name: string): Promise<void> {
    const path = join(inFolder, name);
    if (name === mappingFile) return takeMapping(tenant, source, inFolder);
    const fileSource = sourceCalled(source);
    if (fileSource === undefined) return;
    try {
      const file = await unlessGone(open(path));
      if (file === undefined) return;
      const options = { name, open: () => fromStart(file), isDryRun: false };
      const result = await importFile(tenant, fileSource, options, services).finally(() => file.close());
      log.info({ tenant, source, result: result.kind }, 'A file was imported from the folder');
      const where = result.kind === 'imported' ? 'done' : 'refused';
      await moveAway({ folder: inFolder, name, where, report: reportOf(result) });
      seen.delete(path);
    } catch (error) {
      // It stays where it is and is tried again: what failed is storage or the share, not the file.
      log.error({ err: error, tenant, source }, 'A file could not be imported yet');
    }
  }

  /** Set once, and again whenever it changes; it stays where it is. */
  async function takeMapping(tenant: string, source: string, inFolder: string): Promise<void> {
    const path = join(inFolder, mappingFile);
    const text = await readFile(path, 'utf8');
    if (seen.get(`${path} set`) === text) return;
    const set = await setMapping(tenant, source, jsonOf(text), services);
    seen.set(`${path} set`, text);
    const report = join(inFolder, 'refused', `${mappingFile}.txt`);
    if (set.kind === 'wrong') {
      await mkdir(join(inFolder, 'refused'), { recursive: true });
      await writeFile(report, `${[importTexts.nl.failures.badMapping, ...set.problems].join('\n')}\n`);
    } else await rm(report, { force: true });
    log.info({ tenant, source, result: set.kind }, 'A mapping was read from the folder');
  }
}

/** Undefined where another instance, or a person, took the file away. */
function unlessGone<Found>(found: Promise<Found>): Promise<Found | undefined> {
  return found.catch((error) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });
}

/** It stays open: read again, it is the same file, also when another instance has moved it meanwhile. */
function fromStart(file: FileHandle) {
  return file.createReadStream({ start: 0, autoClose: false, highWaterMark: 1024 * 1024 });
}

/** What is no JSON fits no mapping. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a person must know of it; undefined when all went in. */
function reportOf(result: ImportResult): string | undefined {
  if (result.kind === 'imported' && result.summary.refused === 0) return undefined;
  return `${resultLines(result, 'nl', shownRefusals).join('\n')}\n`;
}

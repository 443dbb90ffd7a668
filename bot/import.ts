import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportResult } from '../shared/imports/importRun.ts';
import { settings } from '../shared/settings.ts';
import { importTexts, resultLines } from '../shared/texts/imports.ts';
import { openServices } from './command/openServices.ts';
import { progressBar } from './command/progressBar.ts';
import { runCommand, tenantOf, UsageError } from './command/runCommand.ts';
import { importFile } from './imports/importFile.ts';
import { secretsIn } from './imports/pull/secrets.ts';
import { pullFacts } from './imports/pullFacts.ts';
import { pullSourceCalled } from './imports/pullSources.ts';
import { mappedSources, setMapping } from './imports/setMapping.ts';
import { sourceCalled } from './imports/sources.ts';
import type { FactServices } from './services.ts';

/** `npm run import -- <source> <file>`: imports measurements, or asks another system for them. */
await runCommand(async () => {
  const { source, file, mapping, isDryRun, tenant: named } = readArguments();
  const { services, municipalities, close } = await openServices(process.env);
  try {
    const tenant = tenantOf(municipalities, named);
    if (mapping !== undefined) await storeMapping(tenant, source, mapping, services);
    if (file === undefined && mapping !== undefined) return 0;
    const result = await run(tenant, { source, file, isDryRun }, services);
    for (const line of resultLines(result, 'nl', settings.imports.listedRefusals)) say(line);
    return result.kind === 'imported' ? 0 : 1;
  } finally {
    await close();
  }
});

interface Arguments {
  readonly source: string;
  readonly file: string | undefined;
  readonly mapping: string | undefined;
  readonly isDryRun: boolean;
  readonly tenant: string | undefined;
}

function readArguments(): Arguments {
  const { values, positionals } = parseArguments();
  const [source = '', file, ...rest] = positionals;
  const isFile = sourceCalled(source) !== undefined;
  const isWhole =
    file !== undefined || values.mapping !== undefined || pullSourceCalled(source) !== undefined;
  if (!mappedSources.includes(source) || rest.length > 0 || !isWhole) throw new UsageError(usage());
  if (file !== undefined && !isFile) throw new UsageError(usage());
  return { source, file, mapping: values.mapping, isDryRun: values['dry-run'], tenant: values.tenant };
}

function parseArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        mapping: { type: 'string' },
        tenant: { type: 'string' },
      },
    });
  } catch {
    throw new UsageError(usage());
  }
}

function usage(): string {
  const { sources } = importTexts.nl;
  return [
    'npm run import -- <bron> <bestand> [--dry-run] [--mapping mapping.json] [--tenant <id>]',
    'npm run import -- <bron> --mapping mapping.json',
    'npm run import -- zgw | matomo',
    '',
    ...mappedSources.map((id) => `  ${id.padEnd(16)}${sources[id] ?? ''}`),
  ].join('\n');
}

async function storeMapping(tenant: string, source: string, path: string, services: FactServices) {
  const mapping = await readJson(path);
  const set = await setMapping(tenant, source, mapping, services);
  if (set.kind === 'set') return;
  const problems = set.kind === 'wrong' ? set.problems.map((problem) => `  ${problem}`) : [];
  throw new Error([importTexts.nl.failures.badMapping, ...problems].join('\n'));
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${path} is geen JSON.`);
  }
}

async function run(
  tenant: string,
  { source: id, file, isDryRun }: Pick<Arguments, 'source' | 'file' | 'isDryRun'>,
  services: FactServices,
): Promise<ImportResult> {
  const source = sourceCalled(id);
  if (source !== undefined && file !== undefined) {
    const { size } = await stat(file);
    // It is read twice: to look whether it is good, and to take what is in it.
    const bar = progressBar(2 * size);
    const open = () => createReadStream(file, { highWaterMark: 1024 * 1024 });
    const options = { name: basename(file), open, isDryRun, onRead: bar.add };
    return importFile(tenant, source, options, services).finally(bar.end);
  }
  const pull = pullSourceCalled(id);
  const asking = {
    secret: secretsIn(process.env),
    isLocal: process.env['ZEVEN_STORAGE_ACCOUNT'] === undefined,
    signal: new AbortController().signal,
  };
  const result = pull && (await pullFacts(tenant, pull, asking, services));
  if (result === undefined) throw new UsageError(`Zet eerst de mapping van ${id}:\n${usage()}`);
  return result;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

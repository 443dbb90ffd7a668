import type { FactKind } from '../../shared/fact/factKind.ts';
import type { ImportFailure, ImportResult } from '../../shared/imports/importRun.ts';
import type { FactServices } from '../services.ts';
import { checkFile } from './checkFile.ts';
import { keepFacts } from './keepFacts.ts';
import { mappingOf } from './mappingOf.ts';
import type { FileSource, ReadContext, ReadPart } from './source.ts';

export interface ImportOptions {
  /** What people know the file by. */
  readonly name: string;
  /** Opens the file from its start: it is read twice. */
  open(): AsyncIterable<Uint8Array>;
  /** Looks what would come of it, and keeps nothing. */
  readonly isDryRun: boolean;
  /** Called with the bytes that were read since; the file is read twice. */
  readonly onRead?: (bytes: number) => void;
}

/**
 * Imports a file of measurements. The file is read to its end before anything is kept, so that a bad one
 * changes nothing; then what fits is kept and the rest refused by line. Importing it again changes nothing.
 */
export async function importFile<Kind extends FactKind, Mapping>(
  tenant: string,
  source: FileSource<Kind, Mapping>,
  options: ImportOptions,
  services: FactServices,
): Promise<ImportResult> {
  const { store, now } = services;
  const mapped = await mappingOf(tenant, source, services);
  if ('reason' in mapped) return failed(mapped);
  const municipality = await store.municipalities.read(tenant);
  const context = { mapping: mapped.mapping, municipality, now: now() };
  const run = options.isDryRun ? undefined : await store.imports.begin(tenant, source.id, options.name);
  const result = await readTwice(tenant, source, context, options, services, () => run?.alive());
  await run?.finish(result);
  return result;
}

async function readTwice<Kind extends FactKind, Mapping>(
  tenant: string,
  source: FileSource<Kind, Mapping>,
  context: ReadContext<Mapping>,
  { open, isDryRun, onRead = () => undefined }: ImportOptions,
  services: FactServices,
  onKept: () => Promise<void> | undefined,
): Promise<ImportResult> {
  const read = () => source.read(counted(open(), onRead), context);
  const checked = await checkFile(source.kind, read());
  if ('reason' in checked) return failed(checked);
  const counts = await keepFacts(tenant, source.kind, source.id, factsIn(read()), services, {
    isDryRun,
    onKept: async () => onKept(),
  });
  const { records, refused, refusals } = checked;
  return { kind: 'imported', isDryRun, summary: { records, ...counts, refused, refusals: [...refusals] } };
}

async function* counted(
  file: AsyncIterable<Uint8Array>,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of file) {
    onRead(chunk.length);
    yield chunk;
  }
}

async function* factsIn<Kind extends FactKind>(parts: AsyncIterable<ReadPart<Kind>>) {
  for await (const { facts } of parts) yield facts;
}

function failed(failure: ImportFailure): ImportResult {
  return { kind: 'failed', failure };
}

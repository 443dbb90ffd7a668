import { localDay } from '../../shared/calendar/zone.ts';
import type { FactKind, FactOf } from '../../shared/fact/factKind.ts';
import type { Refusal } from '../../shared/fact/refusal.ts';
import type { ImportFailure, ImportResult } from '../../shared/imports/importRun.ts';
import { settings } from '../../shared/settings.ts';
import type { FactServices } from '../services.ts';
import { keepFacts } from './keepFacts.ts';
import { mappingOf } from './mappingOf.ts';
import { PullFailed } from './pullFailed.ts';
import type { PullContext, PullSource } from './pullSource.ts';

/** What asking needs besides what was set for the source. */
export type Asking = Pick<PullContext<unknown>, 'secret' | 'isLocal' | 'signal'>;

/**
 * Asks another system for what changed lately, and keeps it. Everything is asked for before anything is kept,
 * so that a system that fails halfway changes nothing. Undefined where the municipality set nothing for it.
 */
export async function pullFacts<Kind extends FactKind, Mapping>(
  tenant: string,
  source: PullSource<Kind, Mapping>,
  asking: Asking,
  services: FactServices,
): Promise<ImportResult | undefined> {
  const { store, now } = services;
  if ((await store.imports.readMapping(tenant, source.id)) === undefined) return undefined;
  const run = await store.imports.begin(tenant, source.id, source.id);
  const mapped = await mappingOf(tenant, source, services);
  const asked =
    'reason' in mapped
      ? mapped
      : await askAll(source, {
          ...asking,
          mapping: mapped.mapping,
          municipality: await store.municipalities.read(tenant),
          now: now(),
          since: localDay(now()).subtract({ days: settings.imports.pullDays }).toString(),
        });
  const result: ImportResult =
    'reason' in asked
      ? { kind: 'failed', failure: asked }
      : { kind: 'imported', isDryRun: false, summary: await keep(tenant, source, asked, services) };
  await run.finish(result);
  return result;
}

interface Asked<Kind extends FactKind> {
  readonly facts: readonly FactOf[Kind][];
  readonly records: number;
  readonly refused: readonly Refusal[];
}

async function askAll<Kind extends FactKind, Mapping>(
  source: PullSource<Kind, Mapping>,
  context: PullContext<Mapping>,
): Promise<Asked<Kind> | ImportFailure> {
  const facts: FactOf[Kind][] = [];
  const refused: Refusal[] = [];
  let records = 0;
  try {
    for await (const part of source.pull(context)) {
      for (const fact of part.facts) facts.push(fact);
      for (const refusal of part.refused) refused.push(refusal);
      records += part.records;
    }
  } catch (error) {
    if (!(error instanceof PullFailed)) throw error;
    return { reason: error.reason, details: [...error.details], refusals: shown(refused) };
  }
  // A mapping that is wrong refuses nearly everything; what fits by chance is no measurement.
  if (2 * refused.length > records) return { reason: 'mostlyRefused', details: [], refusals: shown(refused) };
  return { facts, records, refused };
}

async function keep<Kind extends FactKind, Mapping>(
  tenant: string,
  { id, kind }: PullSource<Kind, Mapping>,
  { facts, records, refused }: Asked<Kind>,
  services: FactServices,
) {
  const counts = await keepFacts(tenant, kind, id, inOne(facts), services, { isDryRun: false });
  return { records, ...counts, refused: refused.length, refusals: shown(refused) };
}

function shown(refused: readonly Refusal[]): Refusal[] {
  return refused.slice(0, settings.imports.shownRefusals);
}

async function* inOne<Fact>(facts: readonly Fact[]) {
  yield facts;
}

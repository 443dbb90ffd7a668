import type { ImportRun, Imports } from '../../shared/imports/importRun.ts';
import { settings } from '../../shared/settings.ts';
import type { FactServices } from '../services.ts';
import { pullSources } from './pullSources.ts';
import { fileSources } from './sources.ts';

/** What came in lately, and what can be imported. */
export async function readImports(tenant: string, { store }: FactServices): Promise<Imports> {
  const [runs, last, { name }] = await Promise.all([
    store.imports.listRuns(tenant),
    store.imports.readLast(tenant),
    store.municipalities.read(tenant),
  ]);
  const sourcesOf = (sources: readonly Pick<Imports['sources'][number], 'id' | 'kind'>[], isFile: boolean) =>
    sources.map(({ id, kind }) => ({ id, kind, isFile, last: listed(last.get(id)) }));
  return {
    municipality: name,
    sources: [...sourcesOf(fileSources, true), ...sourcesOf(pullSources, false)],
    runs: runs.map(shortened),
  };
}

function listed(run: ImportRun | undefined): ImportRun | null {
  return run === undefined ? null : shortened(run);
}

/** With the first refusals alone: there may be many imports on one page. */
function shortened({ summary, failure, ...run }: ImportRun): ImportRun {
  return {
    ...run,
    summary: summary && { ...summary, refusals: summary.refusals.slice(0, settings.imports.listedRefusals) },
    failure: failure && { ...failure, refusals: failure.refusals.slice(0, settings.imports.listedRefusals) },
  };
}

import type { Imports } from '../../shared/imports/importRun.ts';
import type { FactServices } from '../services.ts';
import { fileSources } from './sources.ts';

/** What came in lately, and what can be imported. */
export async function readImports(tenant: string, { store }: FactServices): Promise<Imports> {
  const [runs, { name }] = await Promise.all([
    store.imports.listRuns(tenant),
    store.municipalities.read(tenant),
  ]);
  return { municipality: name, sources: fileSources.map(({ id, kind }) => ({ id, kind })), runs };
}

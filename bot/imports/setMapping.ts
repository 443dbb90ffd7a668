import * as v from 'valibot';
import { WebsitesSchema } from '../probe/readWebsites.ts';
import type { FactServices } from '../services.ts';
import { mappingProblems } from './mappingOf.ts';
import { pullSources } from './pullSources.ts';
import { fileSources } from './sources.ts';

/** Everything that a municipality can set a mapping for. */
const mappings: ReadonlyMap<string, v.GenericSchema> = new Map([
  ...[...fileSources, ...pullSources].map(({ id, mapping }) => [id, mapping] as const),
  ['probe', WebsitesSchema],
]);

export const mappedSources: readonly string[] = [...mappings.keys()];

export type MappingSet =
  | { readonly kind: 'set' }
  | { readonly kind: 'unknownSource' }
  /** Each says where, and what is wrong there. */
  | { readonly kind: 'wrong'; readonly problems: readonly string[] };

/** Sets what a source must know of a municipality, in place of what was set before. */
export async function setMapping(
  tenant: string,
  source: string,
  mapping: unknown,
  { store }: FactServices,
): Promise<MappingSet> {
  const schema = mappings.get(source);
  if (schema === undefined) return { kind: 'unknownSource' };
  const parsed = v.safeParse(schema, mapping);
  if (!parsed.success) return { kind: 'wrong', problems: mappingProblems(parsed.issues) };
  await store.imports.putMapping(tenant, source, mapping);
  return { kind: 'set' };
}

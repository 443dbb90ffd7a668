import * as v from 'valibot';
import type { ImportFailure } from '../../shared/imports/importRun.ts';
import type { FactServices } from '../services.ts';

interface Mapped<Mapping> {
  readonly id: string;
  readonly mapping: v.GenericSchema<unknown, Mapping>;
}

/** What a municipality set for a source, or what is wrong with it. Where nothing was set, an empty mapping. */
export async function mappingOf<Mapping>(
  tenant: string,
  { id, mapping }: Mapped<Mapping>,
  { store }: FactServices,
): Promise<{ readonly mapping: Mapping } | ImportFailure> {
  const parsed = v.safeParse(mapping, (await store.imports.readMapping(tenant, id)) ?? {});
  if (parsed.success) return { mapping: parsed.output };
  return { reason: 'badMapping', details: mappingProblems(parsed.issues), refusals: [] };
}

/** Where in a mapping, and what is wrong there. */
export function mappingProblems(issues: readonly v.BaseIssue<unknown>[]): string[] {
  return issues.map((issue) => {
    const path = v.getDotPath(issue);
    return path === null ? issue.message : `${path}: ${issue.message}`;
  });
}

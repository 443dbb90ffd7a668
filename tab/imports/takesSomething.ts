import type { ImportResult } from '../../shared/imports/importRun.ts';

/** Whether importing a file that was looked at would change anything. */
export function takesSomething(result: ImportResult): boolean {
  return result.kind === 'imported' && result.isDryRun && result.summary.added + result.summary.changed > 0;
}

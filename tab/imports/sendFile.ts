import { type ImportResult, ImportResultSchema } from '../../shared/imports/importRun.ts';
import { settings } from '../../shared/settings.ts';
import { Problem } from '../api/problem.ts';
import type { ZevenApi } from '../api/zevenApi.ts';

export interface Sending {
  readonly source: string;
  readonly file: File;
  /** To look what would come of it, and keep nothing. */
  readonly isDryRun: boolean;
}

/** Why a file is not sent at all, in the reader's language. */
export interface SendAdvice {
  readonly tooLarge: string;
  readonly changed: string;
}

/** Sends a file to be looked at, or imported. Rejects with a Problem. */
export async function sendFile(
  api: ZevenApi,
  { source, file, isDryRun }: Sending,
  { tooLarge, changed }: SendAdvice,
  signal: AbortSignal,
): Promise<ImportResult> {
  if (file.size > settings.imports.uploadBytes) throw new Problem('refused', { advice: tooLarge });
  // A browser reads nothing of a file that changed after it was chosen; sending it would look like a lost connection.
  await file
    .slice(0, 1)
    .arrayBuffer()
    .catch(() => {
      throw new Problem('refused', { advice: changed });
    });
  const query = new URLSearchParams({ name: file.name.slice(-200), ...(isDryRun && { dryRun: '1' }) });
  return api.post(`/api/import/${source}?${query}`, file, ImportResultSchema, signal);
}

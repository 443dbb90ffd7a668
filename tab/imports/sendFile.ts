import { type ImportResult, ImportResultSchema } from '../../shared/imports/importRun.ts';
import type { ZevenApi } from '../api/zevenApi.ts';

interface Sending {
  readonly source: string;
  readonly file: File;
  readonly isDryRun: boolean;
}

/** Sends a file to be looked at, or imported. Rejects with a Problem. */
export function sendFile(api: ZevenApi, { source, file, isDryRun }: Sending): Promise<ImportResult> {
  const query = new URLSearchParams({ name: file.name.slice(-200), ...(isDryRun && { dryRun: '1' }) });
  return api.post(`/api/import/${source}?${query}`, file, ImportResultSchema);
}

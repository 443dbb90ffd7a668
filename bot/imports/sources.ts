import { calls } from './calls.ts';
import { cases } from './cases.ts';
import { ratings } from './ratings.ts';
import { responses } from './responses.ts';
import type { FileSource } from './source.ts';
import { uptimeKuma } from './uptimeKuma.ts';
import { webCounts } from './webCounts.ts';

/** Every kind of file that can be imported, one file of this folder each. */
export const fileSources: readonly FileSource[] = [calls, cases, ratings, responses, webCounts, uptimeKuma];

export function sourceCalled(id: string): FileSource | undefined {
  return fileSources.find((source) => source.id === id);
}

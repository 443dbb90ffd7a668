import type { FileSource } from './source.ts';

/** Every kind of file that can be imported, one file of this folder each. */
export const fileSources: readonly FileSource[] = [];

export function sourceCalled(id: string): FileSource | undefined {
  return fileSources.find((source) => source.id === id);
}

import { matomo } from './matomo.ts';
import type { PullSource } from './pullSource.ts';
import { zgwCases } from './zgwCases.ts';

/** Every system that can be asked for measurements. */
export const pullSources: readonly PullSource[] = [zgwCases, matomo];

export function pullSourceCalled(id: string): PullSource | undefined {
  return pullSources.find((source) => source.id === id);
}

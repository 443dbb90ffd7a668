import type { TestProject } from 'vitest/node';
import { startAzurite } from '../../bot/local/azurite.ts';

declare module 'vitest' {
  interface ProvidedContext {
    azurite: string;
  }
}

/** vitest's global setup: one Azurite in memory for the whole run. What it returns is the teardown. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const azurite = await startAzurite();
  project.provide('azurite', azurite.connectionString);
  return azurite.stop;
}

import { fileURLToPath } from 'node:url';

/** The tab as it is now, which the run built before its first test (tests/rig/tabForRun.ts). */
export const builtTab = fileURLToPath(new URL('../../../tab/dist', import.meta.url));

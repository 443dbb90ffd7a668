import { buildTab } from '../../bot/local/buildTab.ts';

/** vitest's global setup of the tests in a browser: one build for all of them, and never an old one. */
export default buildTab;

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'tests/rig/azuriteForRun.ts',
    // On two cores: the tests wait for timers, browsers and storage more than they compute.
    maxWorkers: 3,
    // Real storage, sockets, browsers and clocks on a busy machine: what fails twice is broken.
    retry: 1,
    // Amsterdam's time must come out right wherever the server stands: no test may pass by luck.
    env: { TZ: 'Asia/Tokyo' },
    projects: [
      {
        extends: true,
        test: {
          name: 'code',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/**/e2e/**'],
          testTimeout: 15_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/**/e2e/**/*.test.ts'],
          globalSetup: 'tests/rig/tabForRun.ts',
          // A browser, the playground and the bot, on a machine that runs other tests as well.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLocal } from '../../../bot/local/startLocal.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zeven-local-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** What `npm start` says when it refuses. */
async function refusal(settings: Record<string, string>): Promise<string> {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const starting = startLocal({ folder, port: 0, playgroundPort: 0, log: pino({ level: 'silent' }) });
  return starting.then(
    async (local) => {
      await local.stop();
      return expect.fail('It started');
    },
    (error: Error) => error.message,
  );
}

describe('local mode, which asks nobody who they are, refuses to start beside', () => {
  it.each(['MicrosoftAppId', 'MicrosoftAppPassword', 'ZEVEN_STORAGE_ACCOUNT'])(
    '%s, and says what to do',
    async (name) => {
      const said = await refusal({ [name]: 'a~secret' });
      expect(said).toContain(`${name} is set`);
      expect(said).toContain('Take it away, or start production with: node bot/main.ts');
      expect(said).not.toContain('a~secret');
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it('all of production, and names every setting', async () => {
    const said = await refusal({
      MicrosoftAppId: 'a',
      MicrosoftAppPassword: 'b',
      ZEVEN_STORAGE_ACCOUNT: 'c',
    });
    expect(said).toContain('MicrosoftAppId and MicrosoftAppPassword and ZEVEN_STORAGE_ACCOUNT');
  });

  it('a setting that is there but empty', async () => {
    expect(await refusal({ MicrosoftAppId: '' })).toContain('MicrosoftAppId is set');
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { testStorage } from '../rig/azurite.ts';

const root = join(import.meta.dirname, '..', '..');
const tenant = '7e000000-0000-4000-8000-000000000001';

const complete = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: '7e000000-0000-4000-8000-0000000000b0',
  MicrosoftAppTenantId: tenant,
  MicrosoftAppPassword: 'a~secret',
  ZEVEN_STORAGE_ACCOUNT: 'zeventest',
  ZEVEN_DOMAIN: 'zeven.example.nl',
  TEAMS_APP_ID: '7e000000-0000-4000-8000-0000000000a0',
  ZEVEN_MUNICIPALITIES: `${tenant}=Gemeente Testdam`,
};

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** `node bot/main.ts` in this environment and no other. */
function run(environment: Record<string, string>, ...options: readonly string[]) {
  const args = [...options, join(root, 'bot', 'main.ts')];
  const child = spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({ code, ...said }));
  return {
    child,
    ended,
    /** The line of the log that holds these words, as soon as it is there. */
    line: (words: string) =>
      vi.waitFor(
        () => {
          const line = said.out.split('\n').find((one) => one.includes(words));
          return JSON.parse(line ?? expect.fail(`It did not say "${words}": ${said.out}${said.err}`));
        },
        { timeout: 10_000 },
      ),
  };
}

describe('the program of production', () => {
  it('does not start without settings, and says which it needs', async () => {
    const { code, out, err } = await run({}).ended;
    expect([code, out]).toEqual([1, '']);
    const { MicrosoftAppPassword: _, ...named } = complete;
    for (const name of Object.keys(named)) expect(err).toContain(`  ${name} `);
    expect(err).not.toContain('    at ');
  });

  it('does not start half-configured, and says what is wrong without saying a secret', async () => {
    const { MicrosoftAppId: _, ...half } = { ...complete, ZEVEN_DOMAIN: 'a~secret', PORT: '70000' };
    const { code, out, err } = await run(half).ended;
    expect([code, out]).toEqual([1, '']);
    expect(err.split('\n').slice(1, -1).toSorted()).toEqual([
      '  MicrosoftAppId is missing',
      '  PORT is too high',
      '  ZEVEN_DOMAIN must be a domain, such as zeven.waterland.nl',
    ]);
    expect(err).not.toContain('a~secret');
  });

  // Windows has no signals: there nothing asks a program to end.
  it.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT'] as const)(
    'answers what it was asked when %s comes, then ends in order',
    async (signal) => {
      const { connectionString, prefix } = testStorage();
      const { child, ended, line } = run(
        { ...complete, PORT: '0', ZEVEN_TEST_AZURITE: connectionString, ZEVEN_TEST_PREFIX: prefix },
        ...['--import', join(root, 'tests', 'rig', 'onAzurite.ts')],
      );
      const { url } = await line('Zeven is up');
      const body = '{"type":"message"}';
      const asking = request({
        port: new URL(url).port,
        method: 'POST',
        path: '/api/messages',
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': body.length,
          Expect: '100-continue',
        },
      });
      const answered = once(asking, 'response');
      asking.flushHeaders();
      await once(asking, 'continue');
      child.kill(signal);
      await line('stops');
      asking.end(body);
      const [answer] = await answered;
      expect([answer.statusCode, answer.headers.connection]).toEqual([400, 'close']);

      const { code, out, err } = await ended;
      expect([code, err]).toEqual([0, '']);
      expect(out).not.toContain('a~secret');
    },
  );
});

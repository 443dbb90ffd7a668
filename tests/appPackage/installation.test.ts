import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { InstallationError, readInstallation } from '../../appPackage/installation.ts';
import { waterlandEnvironment } from './waterland.ts';

test.each(['BOT_ID', 'TAB_DOMAIN', 'TEAMS_APP_ID'] as const)(
  'without %s there is no package, and the error names it and nothing else',
  (missing) => {
    const { [missing]: _, ...environment } = waterlandEnvironment;
    const lines = messageOf(environment).split('\n').slice(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^ {2}${missing} is missing: .{20,}`));
  },
);

describe('what is filled in is checked', () => {
  test.each(['', 'zeven', '7e000000-0000-4000-8000-0000000000'])('"%s" is no GUID', (BOT_ID) => {
    expect(messageOf({ ...waterlandEnvironment, BOT_ID })).toContain('BOT_ID must be a GUID');
  });

  test.each([
    '',
    'localhost',
    'https://zeven.waterland.nl',
    'zeven.waterland.nl/tab',
    'zeven.waterland.nl:443',
    '*.waterland.nl',
    'zeven..nl',
    '10.0.0.1',
    'zeven.waterland.nl" ',
  ])('"%s" is no domain', (TAB_DOMAIN) => {
    expect(messageOf({ ...waterlandEnvironment, TAB_DOMAIN })).toContain('TAB_DOMAIN must be a domain');
  });

  test('capitals and spaces around do no harm: Entra ID and the bot compare lower case', () => {
    const copied = {
      ...waterlandEnvironment,
      BOT_ID: ' 7E000000-0000-4000-8000-0000000000B0\n',
      TAB_DOMAIN: 'Zeven.Waterland.example',
    };
    expect(readInstallation(copied)).toEqual(waterlandEnvironment);
  });
});

test('`npm run package` without an environment ends with the reason and without a stack', async () => {
  const script = fileURLToPath(new URL('../../appPackage/package.ts', import.meta.url));
  const run = promisify(execFile)(process.execPath, [script], { env: { PATH: process.env['PATH'] } });
  const failed = await run.then(() => undefined).catch((error) => error);
  expect(failed).toMatchObject({ code: 1, stdout: '' });
  for (const variable of Object.keys(waterlandEnvironment)) expect(failed.stderr).toContain(variable);
  expect(failed.stderr).not.toContain('    at ');
});

function messageOf(environment: NodeJS.ProcessEnv): string {
  try {
    readInstallation(environment);
  } catch (error) {
    if (error instanceof InstallationError) return error.message;
    throw error;
  }
  throw new Error('This environment was taken.');
}

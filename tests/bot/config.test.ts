import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../bot/config.ts';

const appId = '7e000000-0000-4000-8000-0000000000b0';
const tenantId = '7e000000-0000-4000-8000-000000000001';

/** Everything that an installation with a secret needs. */
const complete = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: appId,
  MicrosoftAppTenantId: tenantId,
  MicrosoftAppPassword: 'a~secret',
  ZEVEN_STORAGE_ACCOUNT: 'zevenwaterland',
  ZEVEN_DOMAIN: 'zeven.waterland.nl',
  TEAMS_APP_ID: '7e000000-0000-4000-8000-0000000000a0',
  ZEVEN_MUNICIPALITIES: `${tenantId}=Gemeente Waterland`,
};

/** What readConfig refuses with, a line each. */
function complaints(environment: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n').slice(1);
  }
  return [];
}

describe('a complete environment', () => {
  it('with a secret gives the whole configuration', () => {
    expect(readConfig(complete)).toEqual({
      host: '0.0.0.0',
      port: 3978,
      logLevel: 'info',
      storage: { kind: 'managedIdentity', account: 'zevenwaterland', prefix: '' },
      bot: { kind: 'secret', appId, tenantId, secret: 'a~secret' },
      tab: {
        kind: 'entra',
        audience: `api://zeven.waterland.nl/${appId}`,
        teamsAppId: '7e000000-0000-4000-8000-0000000000a0',
      },
      language: undefined,
      importFolder: undefined,
      importKeys: new Map(),
      secret: expect.any(Function),
      municipalities: new Map([[tenantId, 'Gemeente Waterland']]),
    });
  });

  it('with a managed identity needs no secret, and keeps none', () => {
    const { MicrosoftAppPassword: _, ...withoutSecret } = complete;
    const managed = { kind: 'managedIdentity', appId, tenantId };
    expect(readConfig({ ...withoutSecret, MicrosoftAppType: 'UserAssignedMsi' }).bot).toEqual(managed);
    expect(readConfig({ ...complete, MicrosoftAppType: 'UserAssignedMsi' }).bot).toEqual(managed);
  });

  it('can say the port and how much is logged', () => {
    const config = readConfig({ ...complete, PORT: '8080', ZEVEN_LOG_LEVEL: 'warn' });
    expect(config).toMatchObject({ port: 8080, logLevel: 'warn' });
  });

  it('may write ids in capitals, as Azure sometimes shows them: tokens have them in small letters', () => {
    const config = readConfig({
      ...complete,
      MicrosoftAppId: appId.toUpperCase(),
      ZEVEN_MUNICIPALITIES: `${tenantId.toUpperCase()}=Gemeente Waterland`,
    });
    expect(config.bot).toMatchObject({ appId });
    expect([...config.municipalities.keys()]).toEqual([tenantId]);
  });
});

it('serves as many municipalities as are named, spaces or not', () => {
  const other = '7e000000-0000-4000-8000-000000000002';
  const { municipalities } = readConfig({
    ...complete,
    ZEVEN_MUNICIPALITIES: `${tenantId}=Gemeente Waterland; ${other} = Gemeente Súdwest-Fryslân `,
  });
  expect([...municipalities]).toEqual([
    [tenantId, 'Gemeente Waterland'],
    [other, 'Gemeente Súdwest-Fryslân'],
  ]);
});

describe('an environment that is not complete', () => {
  it.each(Object.keys(complete))('is refused without %s', (name) => {
    const { [name as keyof typeof complete]: _, ...rest } = complete;
    expect(complaints(rest)).toEqual([`  ${name} is missing`]);
  });

  it.each<[name: string, value: string, complaint: string]>([
    ['PORT', 'eighty', 'must be a number'],
    ['PORT', '', 'must be a number'],
    ['PORT', '-1', 'must be a number'],
    ['PORT', '65536', 'is too high'],
    ['ZEVEN_LOG_LEVEL', 'loud', 'must be debug, info, warn or error'],
    [
      'ZEVEN_STORAGE_ACCOUNT',
      'https://x.table.core.windows.net',
      'must be the name of an Azure storage account',
    ],
    ['ZEVEN_DOMAIN', 'https://zeven.waterland.nl', 'must be a domain, such as zeven.waterland.nl'],
    ['ZEVEN_MUNICIPALITIES', 'waterland=Gemeente Waterland', 'must be a GUID'],
    ['ZEVEN_MUNICIPALITIES', tenantId, 'lacks a name'],
    ['ZEVEN_MUNICIPALITIES', `${tenantId}= `, 'lacks a name'],
    ['MicrosoftAppId', 'zeven', 'must be a GUID'],
    ['MicrosoftAppTenantId', 'waterland.onmicrosoft.com', 'must be a GUID'],
    ['MicrosoftAppPassword', '', 'is missing'],
    ['MicrosoftAppType', 'MultiTenant', 'must be SingleTenant or UserAssignedMsi'],
  ])('says what is wrong with %s=%s', (name, value, complaint) => {
    expect(complaints({ ...complete, [name]: value })).toEqual([`  ${name} ${complaint}`]);
  });

  it('names everything that is missing at once', () => {
    const named = complaints({}).map((line) => line.trim().split(' ')[0]);
    const { MicrosoftAppPassword: _, ...withoutSecret } = complete;
    // Whether a secret is needed depends on the type, which nobody said.
    expect(named.toSorted()).toEqual(Object.keys(withoutSecret).toSorted());
  });

  it('names everything that is wrong at once, and never a value: it could be a secret in the wrong place', () => {
    const secret = 'Zx8~hunter2';
    const names = [...Object.keys(complete), 'PORT', 'ZEVEN_LOG_LEVEL'];
    const wrong = Object.fromEntries(names.map((name) => [name, secret]));
    const said = complaints({ ...wrong, MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: '' });
    const saidOfType = complaints(wrong);
    const named = [...said, ...saidOfType].map((line) => line.trim().split(' ')[0]);
    expect([...new Set(named)].toSorted()).toEqual(names.toSorted());
    expect([...said, ...saidOfType].join().toLowerCase()).not.toContain(secret.toLowerCase());
  });
});

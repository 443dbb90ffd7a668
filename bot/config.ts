import * as v from 'valibot';
import type { Locale } from '../shared/texts/locale.ts';
import type { StorageConfig } from './store/storage.ts';

/** Who the bot is to Teams. `anonymous` is for local mode alone. */
export type BotIdentity =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'secret';
      readonly appId: string;
      readonly tenantId: string;
      readonly secret: string;
    }
  | { readonly kind: 'managedIdentity'; readonly appId: string; readonly tenantId: string };

/** Whose tokens open the tab's API. `local` makes and checks its own; for local mode alone. */
export type TabIdentity =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'entra';
      readonly audience: string;
      /** The id in the app's manifest, by which links find the tab. */
      readonly teamsAppId: string;
    };

export interface Config {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly logLevel: string;
  readonly storage: StorageConfig;
  readonly bot: BotIdentity;
  readonly tab: TabIdentity;
  /** The one language to speak; undefined speaks that of each reader. */
  readonly language: Locale | undefined;
  /** The municipalities that Zeven serves: their names by tenant id. Others are not answered. */
  readonly municipalities: ReadonlyMap<string, string>;
}

const guid = v.pipe(v.string(), v.toLowerCase(), v.uuid('must be a GUID'));

const MunicipalitiesSchema = v.pipe(
  v.string(),
  v.transform((text) => text.split(';').map((entry) => entry.split('=').map((part) => part.trim()))),
  v.array(v.tuple([guid, v.pipe(v.string('lacks a name'), v.nonEmpty('lacks a name'))])),
  v.minLength(1),
  v.transform((entries) => new Map(entries)),
);

const EnvironmentObject = v.object(
  {
    PORT: v.optional(
      v.pipe(
        v.string(),
        v.digits('must be a number'),
        v.transform(Number),
        v.maxValue(65_535, 'is too high'),
      ),
      '3978',
    ),
    ZEVEN_LOG_LEVEL: v.optional(
      v.picklist(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error'),
      'info',
    ),
    ZEVEN_STORAGE_ACCOUNT: v.pipe(
      v.string(),
      v.regex(/^[a-z0-9]{3,24}$/, 'must be the name of an Azure storage account'),
    ),
    ZEVEN_MUNICIPALITIES: MunicipalitiesSchema,
    ZEVEN_DOMAIN: v.pipe(
      v.string(),
      v.regex(/^[a-z0-9.-]+$/, 'must be a domain, such as zeven.waterland.nl'),
    ),
    TEAMS_APP_ID: guid,
    MicrosoftAppId: guid,
    MicrosoftAppTenantId: guid,
    MicrosoftAppType: v.picklist(
      ['SingleTenant', 'UserAssignedMsi'],
      'must be SingleTenant or UserAssignedMsi',
    ),
    MicrosoftAppPassword: v.optional(v.string(), ''),
  },
  'is missing',
);

/** No variant on the type of the app: that would name a wrong type and hide every other mistake. */
const EnvironmentSchema = v.pipe(
  EnvironmentObject,
  v.forward(
    v.partialCheck(
      [['MicrosoftAppType'], ['MicrosoftAppPassword']],
      ({ MicrosoftAppType, MicrosoftAppPassword }) =>
        MicrosoftAppType !== 'SingleTenant' || MicrosoftAppPassword !== '',
      'is missing',
    ),
    ['MicrosoftAppPassword'],
  ),
);

/** The environment lacks something, or contradicts itself; `message` says what, a line each. */
export class ConfigError extends Error {}

/**
 * Reads the configuration of production.
 * @throws ConfigError, naming every variable that is wrong, and never a value.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = v.safeParse(EnvironmentSchema, environment);
  if (!parsed.success) {
    const lines = parsed.issues.map((issue) => `  ${v.getDotPath(issue)?.split('.')[0]} ${issue.message}`);
    const unique = [...new Set(lines)].join('\n');
    throw new ConfigError(`Zeven cannot start: the environment is not complete.\n${unique}`);
  }
  const env = parsed.output;
  const identity = { appId: env.MicrosoftAppId, tenantId: env.MicrosoftAppTenantId };
  return {
    host: '0.0.0.0',
    port: env.PORT,
    logLevel: env.ZEVEN_LOG_LEVEL,
    storage: { kind: 'managedIdentity', account: env.ZEVEN_STORAGE_ACCOUNT, prefix: '' },
    bot:
      env.MicrosoftAppType === 'SingleTenant'
        ? { ...identity, kind: 'secret', secret: env.MicrosoftAppPassword }
        : { ...identity, kind: 'managedIdentity' },
    tab: {
      kind: 'entra',
      audience: `api://${env.ZEVEN_DOMAIN}/${env.MicrosoftAppId}`,
      teamsAppId: env.TEAMS_APP_ID,
    },
    language: undefined,
    municipalities: env.ZEVEN_MUNICIPALITIES,
  };
}

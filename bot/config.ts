import * as v from 'valibot';
import type { Locale } from '../shared/texts/locale.ts';
import { secretsIn } from './imports/pull/secrets.ts';
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
  /** Files that are put here are imported; undefined where there is no such folder. */
  readonly importFolder: string | undefined;
  /** The keys by which other systems may bring files, by tenant id. */
  readonly importKeys: ReadonlyMap<string, string>;
  /** A secret of another system, by its name in a mapping; undefined where nobody set it. */
  readonly secret: (name: string) => string | undefined;
}

const guid = v.pipe(v.string(), v.toLowerCase(), v.uuid('must be a GUID'));

const MunicipalitiesSchema = v.pipe(
  v.string(),
  v.transform((text) => text.split(';').map((entry) => entry.split('=').map((part) => part.trim()))),
  v.array(v.tuple([guid, v.pipe(v.string('lacks a name'), v.nonEmpty('lacks a name'))])),
  v.minLength(1),
  v.transform((entries) => new Map(entries)),
);

/** Long enough that nobody guesses one. */
const importKey = v.pipe(
  v.string('lacks a key'),
  v.regex(/^[\w.~+/=-]{32,}$/, 'needs keys of at least 32 letters and digits'),
);

const ImportKeysSchema = v.pipe(
  v.string(),
  v.transform((text) => text.split(';').filter((entry) => entry.trim() !== '')),
  v.transform((entries) => entries.map((entry) => splitOnce(entry.trim()))),
  v.array(v.tuple([guid, importKey])),
  v.transform((entries): ReadonlyMap<string, string> => new Map(entries)),
);

/** A key may hold a `=` itself. */
function splitOnce(entry: string): string[] {
  const at = entry.indexOf('=');
  return at < 0 ? [entry] : [entry.slice(0, at), entry.slice(at + 1)];
}

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
    ZEVEN_IMPORT_FOLDER: v.optional(v.pipe(v.string(), v.nonEmpty('is empty'))),
    ZEVEN_IMPORT_KEYS: v.optional(ImportKeysSchema, ''),
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

/** What a command needs that works on storage alone. */
const StorageEnvironment = v.pick(EnvironmentObject, ['ZEVEN_STORAGE_ACCOUNT', 'ZEVEN_MUNICIPALITIES']);

/** The environment lacks something, or contradicts itself; `message` says what, a line each. */
export class ConfigError extends Error {}

/**
 * Reads the configuration of production.
 * @throws ConfigError, naming every variable that is wrong, and never a value.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const env = parseEnvironment(EnvironmentSchema, environment);
  const identity = { appId: env.MicrosoftAppId, tenantId: env.MicrosoftAppTenantId };
  return {
    host: '0.0.0.0',
    port: env.PORT,
    logLevel: env.ZEVEN_LOG_LEVEL,
    ...storageOf(env),
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
    importFolder: env.ZEVEN_IMPORT_FOLDER,
    importKeys: env.ZEVEN_IMPORT_KEYS,
    secret: secretsIn(environment),
  };
}

/**
 * The part of it that a command needs which works on storage alone.
 * @throws ConfigError, as `readConfig`.
 */
export function readStorageConfig(
  environment: NodeJS.ProcessEnv,
): Pick<Config, 'storage' | 'municipalities'> {
  return storageOf(parseEnvironment(StorageEnvironment, environment));
}

function storageOf(
  env: v.InferOutput<typeof StorageEnvironment>,
): Pick<Config, 'storage' | 'municipalities'> {
  return {
    storage: { kind: 'managedIdentity', account: env.ZEVEN_STORAGE_ACCOUNT, prefix: '' },
    municipalities: env.ZEVEN_MUNICIPALITIES,
  };
}

function parseEnvironment<Schema extends v.GenericSchema>(
  schema: Schema,
  environment: NodeJS.ProcessEnv,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, environment);
  if (parsed.success) return parsed.output;
  const lines = parsed.issues.map((issue) => `  ${v.getDotPath(issue)?.split('.')[0]} ${issue.message}`);
  const unique = [...new Set(lines)].join('\n');
  throw new ConfigError(`Zeven cannot start: the environment is not complete.\n${unique}`);
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { createCalendar } from '../../shared/calendar/calendar.ts';
import { defaultRules } from '../../shared/calendar/rules.ts';
import { readStorageConfig } from '../config.ts';
import { startAzurite } from '../local/azurite.ts';
import { localMunicipalities } from '../local/localMunicipality.ts';
import { findRunning } from '../local/runningStorage.ts';
import type { FactServices } from '../services.ts';
import type { StorageConfig } from '../store/storage.ts';
import { openStore } from '../store/store.ts';

/** What a command works with that runs beside the bot, or without it. */
export interface Opened {
  readonly services: FactServices;
  /** Names by tenant id. */
  readonly municipalities: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/** Where `npm start` keeps everything. */
const localFolder = join(import.meta.dirname, '..', '..', '.zeven');

/**
 * Opens the storage that the environment names, or else that of `npm start` on this machine, whether it runs
 * or not. `ZEVEN_LOCAL_FOLDER` says that it is kept elsewhere, as tests have it.
 * @throws ConfigError
 */
export async function openServices(
  environment: NodeJS.ProcessEnv,
  folder = environment['ZEVEN_LOCAL_FOLDER'] ?? localFolder,
): Promise<Opened> {
  if (environment['ZEVEN_STORAGE_ACCOUNT'] !== undefined) {
    const { storage, municipalities } = readStorageConfig(environment);
    return opened(storage, municipalities, async () => undefined);
  }
  const running = await findRunning(folder);
  if (running !== undefined) return opened(localStorage(running), localMunicipalities, async () => undefined);
  mkdirSync(folder, { recursive: true });
  const azurite = await startAzurite({ location: join(folder, 'storage') });
  return opened(localStorage(azurite.connectionString), localMunicipalities, azurite.stop);
}

function localStorage(connectionString: string): StorageConfig {
  return { kind: 'connectionString', connectionString, prefix: '' };
}

async function opened(
  storage: StorageConfig,
  municipalities: ReadonlyMap<string, string>,
  close: () => Promise<void>,
): Promise<Opened> {
  const store = await openStore(storage, (tenant) => municipalities.get(tenant) ?? '');
  return {
    services: { store, calendar: createCalendar(defaultRules), now: Temporal.Now.instant },
    municipalities,
    close,
  };
}

import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { secretsIn } from '../imports/pull/secrets.ts';
import { startZeven, type Zeven } from '../server.ts';
import { startAzurite } from './azurite.ts';
import { buildTab } from './buildTab.ts';
import { importKeyIn } from './importKey.ts';
import { localMunicipalities, localTenant } from './localMunicipality.ts';
import { startPlayground } from './playground.ts';
import { isTaken } from './ports.ts';
import { noteRunning } from './runningStorage.ts';

export interface LocalOptions {
  /** Keeps the storage and the log. */
  readonly folder: string;
  /** The bot's port; 0 takes a free one. */
  readonly port: number;
  /** The chat client's port; another is taken when it is not free. */
  readonly playgroundPort: number;
  readonly log: Logger;
}

export interface Local {
  readonly chatUrl: string;
  readonly scorecardUrl: string;
  readonly zeven: Zeven;
  stop(): Promise<void>;
}

/** Settings of production; beside them local mode, which asks nobody who they are, does not start. */
const productionSettings = ['MicrosoftAppId', 'MicrosoftAppPassword', 'ZEVEN_STORAGE_ACCOUNT'];

/**
 * The whole product on this machine: embedded storage, bot, tab and chat client, all on loopback.
 * @throws Error beside settings of production, and when the port is taken.
 */
export async function startLocal({ folder, port, playgroundPort, log }: LocalOptions): Promise<Local> {
  const found = productionSettings.filter((name) => process.env[name] !== undefined);
  if (found.length > 0) {
    throw new Error(
      `npm start is for trying Zeven out and checks nobody's identity, but ${found.join(' and ')} is set. Take it away, or start production with: node bot/main.ts`,
    );
  }
  // Before the storage is opened: two that write the same files would lose data.
  if (await isTaken(port)) {
    throw new Error(`Port ${port} is taken. Does Zeven run already? Then use that one, or stop it first.`);
  }
  const [azurite] = await Promise.all([startAzurite({ location: join(folder, 'storage') }), buildTab()]);
  const running = await noteRunning(folder, azurite.connectionString);
  const config: Config = {
    host: '127.0.0.1',
    port,
    logLevel: log.level,
    storage: { kind: 'connectionString', connectionString: azurite.connectionString, prefix: '' },
    bot: { kind: 'anonymous' },
    tab: { kind: 'local' },
    // The chat client says en-US whatever its user's language.
    language: 'nl',
    municipalities: localMunicipalities,
    importFolder: join(folder, 'import'),
    importKeys: new Map([[localTenant, await importKeyIn(folder)]]),
    secret: secretsIn(process.env),
  };
  const zeven = await startZeven(config, { log });
  const playground = await startPlayground({ botUrl: `${zeven.url}/api/messages`, port: playgroundPort });
  return {
    chatUrl: playground.url,
    scorecardUrl: `${zeven.url}/tab/index.html`,
    zeven,
    async stop() {
      await playground.stop();
      await zeven.stop();
      await running.forget();
      await azurite.stop();
    },
  };
}

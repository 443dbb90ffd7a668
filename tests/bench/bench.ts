import { pino } from 'pino';
import { startAzurite } from '../../bot/local/azurite.ts';
import { startZeven, type Zeven } from '../../bot/server.ts';
import { TENANT } from '../rig/activities.ts';
import { type FakeConnector, startConnector } from '../rig/fakeConnector.ts';
import { testMunicipality } from '../shared/municipality.ts';
import { type CountingProxy, countTableRequests } from './countingProxy.ts';

/** The whole bot on storage in memory, with a counter between the two. */
export interface Bench {
  readonly zeven: Zeven;
  readonly connector: FakeConnector;
  readonly tables: CountingProxy;
  stop(): Promise<void>;
}

const prefix = 'bench';

export async function startBench(): Promise<Bench> {
  const azurite = await startAzurite();
  const tables = await countTableRequests(azurite.connectionString, prefix);
  const connector = await startConnector();
  const zeven = await startZeven(
    {
      host: '127.0.0.1',
      port: 0,
      logLevel: 'silent',
      storage: { kind: 'connectionString', connectionString: tables.connectionString, prefix },
      bot: { kind: 'anonymous' },
      tab: { kind: 'local' },
      language: undefined,
      importFolder: undefined,
      importKeys: new Map(),
      secret: () => undefined,
      municipalities: new Map([[TENANT, testMunicipality.name]]),
    },
    { log: pino({ level: 'silent' }) },
  );
  const { municipalities } = zeven.services.store;
  for (const department of testMunicipality.departments)
    await municipalities.putDepartment(TENANT, department);
  for (const process of testMunicipality.processes) await municipalities.putProcess(TENANT, process);
  return {
    zeven,
    connector,
    tables,
    async stop() {
      await zeven.stop();
      await connector.stop();
      await tables.stop();
      await azurite.stop();
    },
  };
}

/** Runs something several times, one after another; the median in milliseconds, without the first few. */
export async function median(times: number, run: () => Promise<unknown>): Promise<number> {
  const warmUp = Math.ceil(times / 10);
  const taken: number[] = [];
  for (let turn = 0; turn < warmUp + times; turn++) {
    const start = performance.now();
    await run();
    if (turn >= warmUp) taken.push(performance.now() - start);
  }
  taken.sort((one, other) => one - other);
  return taken[Math.floor(taken.length / 2)] ?? Number.NaN;
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ChildProgram, startChildProgram } from './childProgram.ts';
import { freePort } from './ports.ts';

/** Azure Tables and Queues on this machine: Azurite, from npm, reachable over loopback only. */
export interface Azurite {
  readonly connectionString: string;
  /** Ends both servers in order: everything accepted so far is on disk when this resolves. */
  stop(): Promise<void>;
}

export interface AzuriteOptions {
  /** Folder that keeps the data, made when it is not there. Default: in memory, gone at `stop`. */
  readonly location?: string;
  /** Default: a free port. */
  readonly tablePort?: number;
  /** Default: a free port. */
  readonly queuePort?: number;
}

type Service = 'table' | 'queue';

interface Server {
  readonly port: number;
  readonly program: ChildProgram;
}

/** The account and key that every Azurite has, published by Microsoft: they protect nothing. */
const ACCOUNT = 'devstoreaccount1';
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** Between looking for a free port and Azurite opening it, somebody else may take it. */
const ATTEMPTS_ON_FREE_PORTS = 5;

/** Azurite saves when told to shut down (SIGTERM would lose data), but 3.37 then stays. */
const EXIT_WHEN_CLOSED = `
  const log = console.log;
  console.log = (line) => {
    log(line);
    if (line.endsWith('successfully closed')) process.exit();
  };`;

export async function startAzurite(options: AzuriteOptions = {}): Promise<Azurite> {
  if (options.location !== undefined) await mkdir(options.location, { recursive: true });
  const started = await Promise.allSettled([
    startServer('table', options.location, options.tablePort),
    startServer('queue', options.location, options.queuePort),
  ]);
  const servers = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const stop = async () => {
    await Promise.all(servers.map((server) => server.program.end()));
  };
  const [table, queue] = servers;
  if (table === undefined || queue === undefined) {
    await stop();
    throw started.find((result) => result.status === 'rejected')?.reason;
  }
  return { connectionString: connectionString(table.port, queue.port), stop };
}

async function startServer(service: Service, location?: string, port?: number): Promise<Server> {
  if (port !== undefined) return run(service, port, location);
  for (let attempt = 1; ; attempt++) {
    try {
      return await run(service, await freePort(), location);
    } catch (error) {
      if (attempt === ATTEMPTS_ON_FREE_PORTS || !(error instanceof PortTaken)) throw error;
    }
  }
}

class PortTaken extends Error {}

async function run(service: Service, port: number, location: string | undefined): Promise<Server> {
  const persistence = location === undefined ? ['--inMemoryPersistence'] : ['--location', location];
  try {
    const program = await startChildProgram({
      main: azuriteMain(service),
      args: [
        ...[`--${service}Host`, '127.0.0.1', `--${service}Port`, String(port), ...persistence],
        ...['--silent', '--skipApiVersionCheck', '--disableTelemetry'],
      ],
      ready: /successfully (started|listens)/,
      preload: EXIT_WHEN_CLOSED,
      ...(location === undefined && { cwd: tmpdir() }),
    });
    return { port, program };
  } catch (error) {
    if (String(error).includes('EADDRINUSE')) {
      throw new PortTaken(`Port ${port} is taken; Azurite's ${service} service needs it.`);
    }
    throw new Error(`Azurite's ${service} service did not start on port ${port}.`, { cause: error });
  }
}

/** Wherever npm put it: in this project's node_modules, or in that of a folder above. */
function azuriteMain(service: Service): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('azurite/package.json')), 'dist', 'src', service, 'main.js');
}

function connectionString(tablePort: number, queuePort: number): string {
  return [
    'DefaultEndpointsProtocol=http',
    `AccountName=${ACCOUNT}`,
    `AccountKey=${KEY}`,
    `TableEndpoint=http://127.0.0.1:${tablePort}/${ACCOUNT}`,
    `QueueEndpoint=http://127.0.0.1:${queuePort}/${ACCOUNT}`,
  ].join(';');
}

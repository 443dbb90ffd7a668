import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mappedSources } from '../../../bot/imports/setMapping.ts';
import { type ImportFolder, startImportFolder } from '../../../bot/jobs/importFolder.ts';
import { settings } from '../../../shared/settings.ts';
import { type TestServices, testServices } from '../../rig/services.ts';

const tenant = '7e000000-0000-4000-8000-000000000001';
let root: string;
let services: TestServices;
let running: ImportFolder[];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  root = await mkdtemp(join(tmpdir(), 'zeven-import-'));
  services = await testServices();
  running = [];
});
afterEach(async () => {
  await stop();
  vi.useRealTimers();
  await rm(root, { recursive: true });
});

async function stop() {
  await Promise.all(running.splice(0).map((folder) => folder.stop()));
}

async function start(tenants = [tenant]) {
  running.push(startImportFolder(root, tenants, services, pino({ level: 'silent' })));
  // The last of its folders.
  const last = join(root, ...(tenants.length > 1 ? tenants.slice(-1) : []), mappedSources.at(-1) ?? '');
  await vi.waitFor(() => readdir(last));
}

/** It looks: once to see a file, once more to see that it is at rest. */
async function looks(times = 2) {
  for (let look = 0; look < times; look++) {
    vi.advanceTimersByTime(settings.imports.folderSeconds * 1000);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

const cases = (...parts: string[]) => join(root, 'cases', ...parts);
const file =
  'zaaknummer;startdatum;uiterste datum;einddatum;afdeling;proces\nZ1;2026-09-01;2026-10-27;2026-10-20;KCC;\n';

async function caseIds(of = tenant): Promise<string[]> {
  const ids: string[] = [];
  for await (const facts of services.store.facts.readAll(of, 'cases')) ids.push(...facts.map(({ id }) => id));
  return ids;
}

const listed = async (folder: string) => (await readdir(cases(folder)).catch(() => [])).sort();

describe('a file in the folder of its source', () => {
  it('is imported when it is at rest, and moved away', async () => {
    await start();
    await writeFile(cases('zaken.csv'), file);
    await looks(1);
    expect(await caseIds()).toEqual([]);
    await looks(1);
    await vi.waitFor(async () => expect(await listed('done')).toEqual(['zaken.csv']));
    expect(await caseIds()).toEqual(['Z1']);
    expect((await readdir(cases())).sort()).toEqual(['done']);
  });

  it('of the same name as an earlier one is kept beside it', async () => {
    await start();
    for (const name of ['zaken.csv', '2 zaken.csv']) {
      await writeFile(cases('zaken.csv'), file);
      await looks();
      await vi.waitFor(async () => expect(await listed('done')).toContain(name));
    }
  });

  it('with lines that are refused has a report beside it, and a bad one is set apart with why', async () => {
    await start();
    await writeFile(
      cases('deels.csv'),
      `${file}Z2;2026-09-41;2026-10-27;;KCC;\nZ3;2026-09-01;2026-10-27;;KCC;\n`,
    );
    await writeFile(cases('fout.csv'), 'iets anders\n1\n');
    await looks();
    await vi.waitFor(async () => expect(await listed('refused')).toEqual(['fout.csv', 'fout.csv.txt']));
    await vi.waitFor(async () => expect(await listed('done')).toEqual(['deels.csv', 'deels.csv.txt']));
    expect(await readFile(cases('done', 'deels.csv.txt'), 'utf8')).toContain(
      'regel 3, startdatum: is geen datum',
    );
    expect(await readFile(cases('refused', 'fout.csv.txt'), 'utf8')).toContain('Er ontbreken kolommen');
  });

  it('is read with the mapping that lies beside it', async () => {
    await start();
    await writeFile(cases('mapping.json'), JSON.stringify({ columns: { id: 'nummer' } }));
    await writeFile(cases('zaken.csv'), file.replace('zaaknummer', 'nummer'));
    await looks();
    await vi.waitFor(async () => expect(await caseIds()).toEqual(['Z1']));
    expect(await readdir(cases())).toContain('mapping.json');
  });

  it('whose mapping does not fit is told so, until it does', async () => {
    await start();
    await writeFile(cases('mapping.json'), '{"columns":{"id":7}}');
    await looks();
    await vi.waitFor(async () => expect(await listed('refused')).toEqual(['mapping.json.txt']));
    expect(await readFile(cases('refused', 'mapping.json.txt'), 'utf8')).toMatch(
      /^De mapping van deze bron klopt niet\.\ncolumns\.id: /,
    );
    await writeFile(cases('mapping.json'), '{"columns":{"id":"nummer"}}');
    await looks();
    await vi.waitFor(async () => expect(await listed('refused')).toEqual([]));
  });

  it('that is a link, hidden or a folder is left alone', async () => {
    await start();
    await writeFile(join(root, 'elsewhere.csv'), file);
    await symlink(join(root, 'elsewhere.csv'), cases('link.csv'));
    await writeFile(cases('.zaken.csv'), file);
    await mkdir(cases('map'));
    await looks();
    expect(await caseIds()).toEqual([]);
  });

  it('seen by two instances comes in once', async () => {
    await start();
    await start();
    await writeFile(cases('zaken.csv'), `${file}Z2;2026-09-41;2026-10-27;;KCC;\n`);
    await looks(3);
    await vi.waitFor(async () => expect(await listed('done')).toEqual(['zaken.csv', 'zaken.csv.txt']));
    expect(await caseIds()).toEqual(['Z1']);
    const runs = await services.store.imports.listRuns(tenant);
    expect(new Set(runs.map(({ state }) => state))).toEqual(new Set(['done']));
  });
});

it('several municipalities have a folder each', async () => {
  const other = '7e000000-0000-4000-8000-000000000002';
  await start([tenant, other]);
  await vi.waitFor(() => readdir(join(root, other, 'cases')));
  await writeFile(join(root, other, 'cases', 'zaken.csv'), file);
  await looks();
  await vi.waitFor(async () => expect(await caseIds(other)).toEqual(['Z1']));
  expect(await caseIds()).toEqual([]);
});

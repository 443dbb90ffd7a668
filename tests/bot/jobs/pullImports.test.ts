import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type PullImports, startPullImports } from '../../../bot/jobs/pullImports.ts';
import { settings } from '../../../shared/settings.ts';
import { type TestServices, testServices } from '../../rig/services.ts';
import { testMunicipality } from '../../shared/municipality.ts';
import { type FakeMatomo, startMatomo, token } from '../imports/matomo/fakeMatomo.ts';

const tenant = '7e000000-0000-4000-8000-000000000001';
let services: TestServices;
let running: PullImports[];
let logged: Record<string, unknown>[];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  services = await testServices();
  for (const process of testMunicipality.processes) {
    await services.store.municipalities.putProcess(tenant, process);
  }
  services.itIs('2026-05-15T04:10+02:00');
  running = [];
  logged = [];
});
afterEach(async () => {
  await Promise.all(running.map((pulling) => pulling.stop()));
  vi.useRealTimers();
});

function start(): void {
  const log = pino({ level: 'info' }, { write: (line) => logged.push(JSON.parse(line)) });
  running.push(startPullImports([tenant], { secret: () => token, isLocal: true }, services, log));
}

const timePasses = () => vi.advanceTimersByTime(settings.sweep.everySeconds * 1000);

async function website(): Promise<FakeMatomo> {
  const server = await startMatomo({
    'VisitsSummary.getVisits': { '2026-05-13': 295, '2026-05-14': 280 },
    'Goals.get': { '2026-05-14': { nb_conversions: 6 } },
  });
  const mapping = { ...server.mapping, processes: { kapvergunning: { goal: 4 } } };
  await services.store.imports.putMapping(tenant, 'matomo', mapping);
  return server;
}

const handled = async () =>
  (await services.store.facts.readDay(tenant, 'webCounts', '2026-05-14')).map((count) => count.handled);

it('asks once a night, however many instances there are', async () => {
  const server = await website();
  start();
  start();
  timePasses();
  await vi.waitFor(async () => expect(await handled()).toEqual([6]));
  await vi.waitFor(async () =>
    expect((await services.store.imports.listRuns(tenant)).map(({ state }) => state)).toEqual(['done']),
  );
  const asked = server.forms.length;
  services.itIs('2026-05-15T06:30+02:00');
  timePasses();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(server.forms).toHaveLength(asked);
});

it('asks nothing by day', async () => {
  const server = await website();
  services.itIs('2026-05-15T11:00+02:00');
  start();
  timePasses();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(server.forms).toEqual([]);
});

it('that failed asks again later in the night, and says what is wrong without the secret', async () => {
  await services.store.imports.putMapping(tenant, 'matomo', { url: 'http://other.example' });
  start();
  timePasses();
  await vi.waitFor(() => expect(logged).toMatchObject([{ source: 'matomo', reason: 'badMapping' }]));
  await website();
  services.itIs('2026-05-15T05:15+02:00');
  timePasses();
  await vi.waitFor(async () => expect(await handled()).toEqual([6]));
  expect(JSON.stringify(logged)).not.toContain(token);
});

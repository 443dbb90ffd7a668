import { once } from 'node:events';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { startZeven } from '../../bot/server.ts';
import { TENANT } from '../rig/activities.ts';
import { testMunicipality } from '../shared/municipality.ts';

/**
 * The bot as a process of its own, to be killed. It loads, then waits for one line: its storage, and what
 * time it is. It answers with its address.
 */
// Whoever started it is gone: so is it.
process.stdin.once('close', () => process.exit());
const [line] = await once(process.stdin, 'data');
const { connectionString, prefix, startsAt } = JSON.parse(String(line));
const started = performance.now();
const start = Temporal.Instant.from(startsAt);

const zeven = await startZeven(
  {
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    storage: { kind: 'connectionString', connectionString, prefix },
    bot: { kind: 'anonymous' },
    tab: { kind: 'local' },
    language: undefined,
    importFolder: undefined,
    importKeys: new Map(),
    secret: () => undefined,
    municipalities: new Map([[TENANT, testMunicipality.name]]),
  },
  {
    log: pino(
      { level: process.env['ZEVEN_TEST_LOG'] ?? 'silent' },
      pino.destination({ dest: 2, sync: true }),
    ),
    now: () => start.add({ milliseconds: Math.round(performance.now() - started) }),
  },
);
process.stdout.write(`${zeven.url}\n`);

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { demoNeeded, writeDemo } from './demo/writeDemo.ts';
import { localTenant } from './local/localMunicipality.ts';
import { type Local, startLocal } from './local/startLocal.ts';

/** `npm start`: the whole product on this machine. `--empty` leaves the demo data out. */
const folder = join(import.meta.dirname, '..', '.zeven');
mkdirSync(folder, { recursive: true });
const logFile = join(folder, 'zeven.log');
const log = pino({ level: 'info' }, pino.destination({ dest: logFile, sync: true }));

say('Zeven starts: storage, bot, tab and chat client…');
const local = await startLocal({ folder, port: 3978, playgroundPort: 56150, log }).catch((error) => {
  log.error({ err: error }, 'Zeven did not start');
  say(`Zeven cannot start. ${error instanceof Error ? error.message : error}`);
  process.exit(1);
});
stopInOrder(local);
if (!process.argv.includes('--empty')) await startDemo(local);
say(`
  Chat client   ${local.chatUrl}
  Scorecard     ${local.scorecardUrl}

  Measurements  ${join(folder, 'import', '<source>')} (key to send them: ${join(folder, 'import-key')})

  In the chat, type: contact
  Log: ${logFile} · Stop: Ctrl-C
`);

/**
 * Resolves when this month is written, or cannot be; the rest of the year follows while people look
 * around. Zeven does not need it: a Ctrl-C halfway, or a failure, leaves the rest to the next start.
 */
function startDemo(local: Local): Promise<void> {
  return new Promise((resolve) => {
    writeAll(local, resolve)
      .catch((error) => {
        log.error({ err: error }, 'The demo data could not be written');
        say('The demo data is not complete. Zeven works without it; the next start goes on with it.');
      })
      .finally(resolve);
  });
}

async function writeAll({ zeven: { services } }: Local, onMonth: () => void): Promise<void> {
  if (!(await demoNeeded(localTenant, services))) return;
  say('Demo data of a year is written, this month first…');
  await writeDemo(localTenant, services, { onMonth });
  say('The demo data is complete.');
}

function stopInOrder({ stop }: Local): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      say('Zeven stops…');
      stop().then(
        () => process.exit(0),
        (error) => {
          log.error({ err: error }, 'Zeven did not stop in order');
          process.exit(1);
        },
      );
    });
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { demoNeeded, writeDemo } from './demo/writeDemo.ts';
import { type Local, localTenant, startLocal } from './local/startLocal.ts';

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
const isEmpty = process.argv.includes('--empty');
const writing = isEmpty ? undefined : await writeDemoData(local);
say(`
  Chat client   ${local.chatUrl}
  Scorecard     ${local.scorecardUrl}

  In the chat, type: contact
  Log: ${logFile} · Stop: Ctrl-C
`);
await writing?.rest;

/** Resolves when this month is written; the rest of the year follows while people look around. */
async function writeDemoData({ zeven }: Local): Promise<{ rest: Promise<void> } | undefined> {
  const { services } = zeven;
  if (!(await demoNeeded(localTenant, services))) return undefined;
  say('Demo data of a year is written, this month first…');
  let firstMonth = (): void => undefined;
  const thisMonth = new Promise<void>((resolve) => {
    firstMonth = resolve;
  });
  const rest = writeDemo(localTenant, services, { onMonth: () => firstMonth() }).then(() =>
    say('The demo data is complete.'),
  );
  await Promise.race([thisMonth, rest]);
  return { rest };
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

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import type { TestStorage } from '../rig/azurite.ts';

/** A bot that runs, until it is killed. */
export interface RunningBot {
  readonly url: string;
  kill(): Promise<void>;
}

/** Loading takes a bot far longer than starting: the next ones load while this one runs. */
const loadedAhead = 2;

/** Starts one bot after another on the same storage, each at its own time. */
export function bots(storage: TestStorage) {
  const loading: ChildProcess[] = [];

  return {
    async start(startsAt: Temporal.Instant): Promise<RunningBot> {
      while (loading.length < loadedAhead) loading.push(load());
      const program = loading.shift() ?? load();
      loading.push(load());
      const settings = { ...storage, startsAt: startsAt.toString() };
      program.stdin?.write(`${JSON.stringify(settings)}\n`);
      if (program.stdout === null) throw new Error('The bot has no output');
      const [line] = await once(program.stdout, 'data');
      return { url: String(line).trim(), kill: () => kill(program) };
    },

    async stop(): Promise<void> {
      await Promise.all(loading.map(kill));
    },
  };
}

function load(): ChildProcess {
  const program = join(import.meta.dirname, 'botProcess.ts');
  return spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
}

async function kill(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const exited = once(program, 'exit');
  program.kill('SIGKILL');
  await exited;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A Node program that runs beside ours and never outlives it. */
export interface ChildProgram {
  /** Everything it has printed so far. */
  output(): string;
  /** Asks it to end in order; resolves when it has. Rejects, and kills it, when that takes too long. */
  end(): Promise<void>;
}

export interface ChildProgramOptions {
  readonly main: string;
  readonly args: readonly string[];
  /** Printed by the program when it is ready. */
  readonly ready: RegExp;
  /** JavaScript that runs inside it before its own; hears `message` with `shutdown` when it must end. */
  readonly preload: string;
  /** Added to our own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Default: ours. */
  readonly cwd?: string;
}

/** Both programs are ready within a second on an idle machine; the rest is for a busy one. */
const START_LIMIT_MS = 60_000;
/** Azurite writes 500 MB, more than it can hold, in less. */
const END_LIMIT_MS = 30_000;

/** When ours dies, however suddenly, the channel closes: then as if we had asked it to end. */
const END_WITH_PARENT = `
  process.once('disconnect', () => {
    if (!process.emit('message', 'shutdown')) process.exit();
  });`;

/** Rejects with what the program printed when it ends before it is ready. */
export async function startChildProgram(options: ChildProgramOptions): Promise<ChildProgram> {
  const preload = `data:text/javascript,${encodeURIComponent(options.preload + END_WITH_PARENT)}`;
  const child = spawn(process.execPath, ['--import', preload, options.main, ...options.args], {
    // Ctrl-C in a terminal reaches the whole group: outside it, the program lives until we have finished.
    detached: true,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...options.env },
    ...(options.cwd !== undefined && { cwd: options.cwd }),
  });
  let output = '';
  const collect = (chunk: Buffer | Error) => {
    output += chunk;
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  child.on('error', collect);

  if (!(await becomesReady(child, () => options.ready.test(output)))) {
    child.kill('SIGKILL');
    throw new Error(output.trim() || `${options.main} does not start`);
  }
  let ended: Promise<void> | undefined;
  return {
    output: () => output,
    end: () => {
      ended ??= end(child);
      return ended;
    },
  };
}

function becomesReady(child: ChildProcess, isReady: () => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (ready: boolean) => {
      clearTimeout(timer);
      child.stdout?.off('data', look);
      resolve(ready);
    };
    const look = () => isReady() && settle(true);
    const timer = setTimeout(() => settle(false), START_LIMIT_MS);
    child.stdout?.on('data', look);
    child.once('close', () => settle(false));
    child.once('error', () => settle(false));
  });
}

/** By message and not by signal: Windows has no signals. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit', { signal: AbortSignal.timeout(END_LIMIT_MS) });
  child.send('shutdown', () => {}); // cannot be delivered to one that is just dying: it ends all the same
  try {
    await exited;
  } catch {
    child.kill('SIGKILL');
    throw new Error(`${child.spawnargs.join(' ')} did not end in order within ${END_LIMIT_MS} ms`);
  }
}

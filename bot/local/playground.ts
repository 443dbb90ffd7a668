import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChildProgram } from './childProgram.ts';

/** Microsoft 365 Agents Playground: a chat client in the browser that talks to a bot on this machine. */
export interface Playground {
  readonly url: string;
  stop(): Promise<void>;
}

export interface PlaygroundOptions {
  /** Address of the bot's message endpoint, `…/api/messages`. */
  readonly botUrl: string;
  /** Another is chosen when it is taken. Default: a free port. */
  readonly port?: number;
  /** Who and where there is. Default: `.m365agentsplayground.yml` of this repository. */
  readonly configPath?: string;
}

/** The Playground would listen on every network interface, without asking who is there. */
const LOOPBACK_ONLY = `
  import net from 'node:net';
  const listen = net.Server.prototype.listen;
  net.Server.prototype.listen = function (port, ready) {
    return listen.call(this, port, '127.0.0.1', ready);
  };
  process.on('message', () => process.exit());`;

export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const require = createRequire(import.meta.url);
  const log = join(tmpdir(), `zeven-playground-${randomUUID()}.log`);
  const program = await startChildProgram({
    main: require.resolve('@microsoft/m365agentsplayground/cli.js'),
    args: [
      ...['start', '--app-endpoint', options.botUrl, '--channel-id', 'msteams'],
      ...['--port', String(options.port ?? 0), '--disable-telemetry'],
    ],
    ready: /Listening on \d+/,
    preload: LOOPBACK_ONLY,
    env: {
      TEAMSAPPTESTER_BROWSER: 'none',
      APPLICATION_INSIGHTS_NO_STATSBEAT: '1', // the option above leaves this one out
      M365_AGENTS_PLAYGROUND_CONFIG_PATH:
        options.configPath ?? join(import.meta.dirname, '..', '..', '.m365agentsplayground.yml'),
      M365_AGENTS_PLAYGROUND_LOGFILE: log, // or it makes a folder of its own in ours
    },
  });
  const url = `http://localhost:${/Listening on (\d+)/.exec(program.output())?.[1]}`;
  const stop = async () => {
    await program.end();
    await rm(log, { force: true });
  };
  if (!(await answers(`${url}/_debug/ping`))) {
    const reason = await readFile(log, 'utf8').catch(() => '');
    await stop();
    throw new Error(`The Playground does not answer. ${reason}`);
  }
  return { url, stop };
}

/** It listens a moment before it serves. */
async function answers(url: string): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

import { pino } from 'pino';
import type { Config } from '../../bot/config.ts';
import { startZeven } from '../../bot/server.ts';

/** The bot as a process of its own, so that a test can kill it. Its configuration comes as JSON in argv. */
const [, , json = '', tenant = '', name = ''] = process.argv;
const config: Config = { ...JSON.parse(json), municipalities: new Map([[tenant, name]]) };
const zeven = await startZeven(config, { log: pino({ level: config.logLevel }) });
process.stdout.write(`${zeven.url}\n`);
process.once('SIGTERM', () => zeven.stop().then(() => process.exit(0)));

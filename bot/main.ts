import { pino } from 'pino';
import { ConfigError, readConfig } from './config.ts';
import { startZeven } from './server.ts';

/** Production: everything comes from the environment, and nothing starts half-configured. */
try {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel });
  const zeven = await startZeven(config, { log });
  log.info({ url: zeven.url }, 'Zeven is up');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'Zeven finishes what is in flight and stops');
      zeven.stop().then(
        () => process.exit(0),
        (error) => {
          log.error({ err: error }, 'Zeven did not stop in order');
          process.exit(1);
        },
      );
    });
  }
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

import type { Logger } from 'pino';
import { settings } from '../../shared/settings.ts';
import { sendAlerts } from '../alert/sendAlerts.ts';
import type { Services } from '../services.ts';

export interface AlertClock {
  stop(): Promise<void>;
}

/**
 * Tells every channel what is due, all municipalities side by side: one that is slow does not hold up
 * the others. It may ring in every instance; a claim lets one of them tell.
 */
export function startAlertClock(tenants: readonly string[], services: Services, log: Logger): AlertClock {
  let ringing = ring();
  const timer = setInterval(() => {
    ringing = ringing.then(ring);
  }, settings.alert.lookEvery * 1000);

  return {
    async stop() {
      clearInterval(timer);
      await ringing;
    },
  };

  async function ring(): Promise<void> {
    await Promise.all(
      tenants.map((tenant) =>
        sendAlerts(tenant, services).catch((error) =>
          log.error({ err: error, tenant }, 'Alerts could not be sent yet and are tried again'),
        ),
      ),
    );
  }
}

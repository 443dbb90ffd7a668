import { unlessMissing } from './rows.ts';
import type { Storage } from './storage.ts';

/** How much there is to do, about. */
export interface Pulse {
  /** Work that waits or is being done. */
  readonly work: number;
  /** Work that was given up and that a person must look at. */
  readonly poison: number;
}

/** Whether the storage account lives: both of its services are asked something small. */
export function openPulse(storage: Storage) {
  const table = storage.table('Settings');

  async function lengthOf(queue: string, abortSignal: AbortSignal): Promise<number> {
    const { approximateMessagesCount = 0 } = await storage.queue(queue).getProperties({ abortSignal });
    return approximateMessagesCount;
  }

  return {
    /** @throws when storage does not answer in so many milliseconds. */
    async read(limit: number): Promise<Pulse> {
      const signal = AbortSignal.timeout(limit);
      const [work, poison] = await Promise.all([
        lengthOf('work', signal),
        lengthOf('work-poison', signal),
        // There is no such row; that it says so is what counts.
        table.getEntity('pulse', 'pulse', { abortSignal: signal }).catch(unlessMissing),
      ]);
      return { work, poison };
    },
  };
}

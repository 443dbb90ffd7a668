import { inject } from 'vitest';

/** What the bot's store is made with. */
export interface TestStorage {
  readonly connectionString: string;
  /** Precedes every table's and queue's name. */
  readonly prefix: string;
}

/** Storage of one's own in the run's Azurite: every call gives tables and queues that nobody else sees. */
export function testStorage(): TestStorage {
  const own = crypto.randomUUID().replaceAll('-', '').slice(0, 11);
  return { connectionString: inject('azurite'), prefix: `t${own}` };
}

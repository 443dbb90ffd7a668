import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { QueueClient } from '@azure/storage-queue';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startAzurite } from '../../../bot/local/azurite.ts';

let location = '';
beforeAll(async () => {
  location = await mkdtemp(join(tmpdir(), 'zeven-azurite-'));
});
afterAll(() => rm(location, { recursive: true }));

const tableOf = (connectionString: string) =>
  TableClient.fromConnectionString(connectionString, 'facts', { allowInsecureConnection: true });

it('what was written just before the end is there after the next start', async () => {
  const first = await startAzurite({ location });
  await tableOf(first.connectionString).createTable();
  await new QueueClient(first.connectionString, 'work').create();
  await tableOf(first.connectionString).createEntity({ partitionKey: 'day', rowKey: '1', note: 'kept' });
  await new QueueClient(first.connectionString, 'work').sendMessage('look at row 1');
  await first.stop();

  const second = await startAzurite({ location });
  try {
    const row = await tableOf(second.connectionString).getEntity('day', '1');
    const queue = await new QueueClient(second.connectionString, 'work').receiveMessages();
    expect(row['note']).toBe('kept');
    expect(queue.receivedMessageItems.map((item) => item.messageText)).toEqual(['look at row 1']);
  } finally {
    await second.stop();
  }
});

it('a port that is taken is named', async () => {
  const first = await startAzurite();
  const taken = Number(/TableEndpoint=http:\/\/127\.0\.0\.1:(\d+)/.exec(first.connectionString)?.[1]);
  try {
    await expect(startAzurite({ tablePort: taken })).rejects.toThrow(`Port ${taken} is taken`);
  } finally {
    await first.stop();
  }
});

import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { openStorage, type Storage } from '../../../bot/store/storage.ts';
import { openWorkQueue, type WorkQueue } from '../../../bot/store/workQueue.ts';
import { testStorage } from '../../rig/azurite.ts';
import { someId } from '../registered.ts';

let storage: Storage;
let work: WorkQueue;
beforeEach(async () => {
  storage = await openStorage({ kind: 'connectionString', ...testStorage() });
  work = await openWorkQueue(storage);
});

describe('announced work', () => {
  it('is not seen before the fact is written', async () => {
    await work.announce('tenant', someId());
    expect(await work.receive()).toEqual([]);
  });

  it('is seen at once when it is released, by any instance', async () => {
    const contact = someId();
    const other = await openWorkQueue(storage);
    await (await work.announce('tenant', contact)).release();
    expect((await other.receive()).map((received) => received.work)).toMatchObject([
      { tenant: 'tenant', contact },
    ]);
  });

  it('is handled by one at a time', async () => {
    await (await work.announce('tenant', someId())).release();
    const both = await Promise.all([work.receive(), work.receive()]);
    expect(both.flat()).toHaveLength(1);
  });

  it('comes back after it was postponed, and counts its tries', async () => {
    await (await work.announce('tenant', someId())).release();
    const [first] = await work.receive();
    if (first === undefined) throw new Error('nothing received');
    await work.postpone(first, 1);
    expect(await work.receive()).toEqual([]);
    await sleep(1200);
    expect((await work.receive()).map(({ tries }) => tries)).toEqual([2]);
  });

  it('does not count a wait as a try', async () => {
    await (await work.announce('tenant', someId())).release();
    for (let turn = 0; turn < 3; turn++) {
      const [received] = await work.receive();
      if (received === undefined) throw new Error('nothing received');
      expect(received.tries).toBe(1);
      await work.wait(received, 0);
    }
  });

  it('that was given up can be moved back to the queue as it is', async () => {
    await (await work.announce('tenant', someId())).release();
    const [received] = await work.receive();
    if (received === undefined) throw new Error('nothing received');
    await work.giveUp(received);
    const { receivedMessageItems } = await storage.queue('work-poison').receiveMessages();
    await storage.queue('work').sendMessage(receivedMessageItems[0]?.messageText ?? '');
    const [again] = await work.receive();
    expect([again?.work, again?.tries]).toEqual([received.work, 1]);
  });

  it('is gone when it is finished', async () => {
    await (await work.announce('tenant', someId())).release();
    const [received] = await work.receive();
    if (received === undefined) throw new Error('nothing received');
    await work.finish(received);
    const { approximateMessagesCount } = await storage.queue('work').getProperties();
    expect(approximateMessagesCount).toBe(0);
  });
});

describe('a message that nobody can read', () => {
  it('is set aside and holds up nothing', async () => {
    await storage.queue('work').sendMessage('{"no":"work"}');
    await (await work.announce('tenant', someId())).release();
    expect(await work.receive()).toHaveLength(1);
    const { approximateMessagesCount } = await storage.queue('work-poison').getProperties();
    expect(approximateMessagesCount).toBe(1);
  });
});

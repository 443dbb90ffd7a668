import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStorage } from '../../../bot/store/storage.ts';
import { TENANT } from '../../rig/activities.ts';
import { type ClosableStorage, closableStorage } from '../../rig/closableStorage.ts';
import { startTestZeven, type TestZeven } from '../../rig/zeven.ts';
import { someId } from '../registered.ts';

let storage: ClosableStorage;
let house: TestZeven;
beforeEach(async () => {
  storage = await closableStorage();
  house = await startTestZeven({ storage });
});
afterEach(async () => {
  storage.open();
  await house.stop();
  await storage.stop();
});

const health = () => fetch(new URL('/api/health', house.url));

describe('whoever watches over the bot', () => {
  it('hears that all is well', async () => {
    const response = await health();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok', work: 0, poison: 0 });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('hears how much there is to do', async () => {
    await house.store.work.announce(TENANT, someId());
    expect(await (await health()).json()).toEqual({ status: 'ok', work: 1, poison: 0 });
  });

  it('hears that a person must look at what was given up', async () => {
    const { queue } = await openStorage({ kind: 'connectionString', ...storage });
    await queue('work').sendMessage('nobody can read this');
    const answer = async () => (await health()).json();
    await expect.poll(answer, { timeout: 5_000 }).toEqual({ status: 'degraded', work: 0, poison: 1 });
  });

  it('hears that storage is out of reach, and why is for the log', async () => {
    storage.close();
    const response = await health();
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'degraded' });
  });
});

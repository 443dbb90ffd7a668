import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { openRounds, type RoundOf } from '../../../bot/store/rounds.ts';
import { openStorage, type Storage } from '../../../bot/store/storage.ts';
import { testStorage } from '../../rig/azurite.ts';

const tonight: RoundOf = { tenant: 'waterland', round: 'night', name: '2026-04-24' };
const tomorrow: RoundOf = { ...tonight, name: '2026-04-25' };
const now = Temporal.Instant.from('2026-04-24T02:00+02:00');
const until = now.add({ minutes: 15 });

let storage: Storage;
let rounds: ReturnType<typeof openRounds>;
beforeEach(async () => {
  storage = await openStorage({ kind: 'connectionString', ...testStorage() });
  rounds = openRounds(storage);
});

const claim = (round: RoundOf, at = now) => rounds.claim(round, at, at.add({ minutes: 15 }));

describe('a round', () => {
  it('is for one of all who ask at once', async () => {
    const askers = Array.from({ length: 10 }, () => openRounds(storage).claim(tonight, now, until));
    expect((await Promise.all(askers)).filter((isMine) => isMine)).toHaveLength(1);
  });

  it('is for one of all who ask at once, after an earlier one too', async () => {
    await rounds.finish(tonight);
    const askers = Array.from({ length: 10 }, () => openRounds(storage).claim(tomorrow, now, until));
    expect((await Promise.all(askers)).filter((isMine) => isMine)).toHaveLength(1);
  });

  it('that was made is not made again; the next one is', async () => {
    await claim(tonight);
    await rounds.finish(tonight);
    expect(await claim(tonight, now.add({ hours: 1 }))).toBe(false);
    expect(await claim(tomorrow)).toBe(true);
  });

  it('of who died is for another when its time is up', async () => {
    await claim(tonight);
    expect(await claim(tonight, until.subtract({ seconds: 1 }))).toBe(false);
    expect(await claim(tonight, until)).toBe(true);
  });

  it('that was broken off is for another at once', async () => {
    await claim(tonight);
    await rounds.leave(tonight);
    expect(await claim(tonight)).toBe(true);
  });

  it('is a matter of one municipality and of one kind of round', async () => {
    await claim(tonight);
    expect(await claim({ ...tonight, tenant: 'edam' })).toBe(true);
    expect(await claim({ ...tonight, round: 'cards' })).toBe(true);
  });
});

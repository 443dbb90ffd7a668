import { describe, expect, it } from 'vitest';
import { coalesce } from '../../../bot/jobs/coalesce.ts';

/** A task whose runs end when the test says so. */
function controlled() {
  const runs: { readonly key: string; end(): void; fail(): void }[] = [];
  let running = 0;
  let mostAtOnce = 0;
  const run = coalesce((key) => {
    mostAtOnce = Math.max(mostAtOnce, ++running);
    return new Promise<void>((resolve, reject) => {
      runs.push({
        key,
        end: () => void resolve(),
        fail: () => void reject(new Error('out of order')),
      });
    }).finally(() => running--);
  });
  return { run, runs, mostAtOnce: () => mostAtOnce };
}

/** Whatever can happen by itself has happened. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a task that is coalesced', () => {
  it('starts at once when it is not running', () => {
    const { run, runs } = controlled();
    void run('april');
    expect(runs).toHaveLength(1);
  });

  it('runs once more for all who asked while it ran: their run sees what they wrote', async () => {
    const { run, runs } = controlled();
    const first = run('april');
    const later = Promise.all([run('april'), run('april'), run('april')]);
    expect(runs).toHaveLength(1);
    runs[0]?.end();
    await first;
    await settled();
    expect(runs).toHaveLength(2);
    runs[1]?.end();
    await later;
    await settled();
    expect(runs).toHaveLength(2);
  });

  it('does not count as done for them before that run is done', async () => {
    const { run, runs } = controlled();
    void run('april');
    let isDone = false;
    const second = run('april').then(() => {
      isDone = true;
    });
    runs[0]?.end();
    await settled();
    expect(isDone).toBe(false);
    runs[1]?.end();
    await second;
  });

  it('starts anew for who asks after it is done', async () => {
    const { run, runs } = controlled();
    for (let turn = 0; turn < 3; turn++) {
      const done = run('april');
      runs[turn]?.end();
      await done;
    }
    expect(runs).toHaveLength(3);
  });

  it('runs for different keys side by side', () => {
    const { run, runs } = controlled();
    void run('april');
    void run('may');
    expect(runs.map(({ key }) => key)).toEqual(['april', 'may']);
  });

  it('never runs twice at once for a key, even for who asks at the very moment that a run ends', async () => {
    const { run, runs, mostAtOnce } = controlled();
    const again = run('april').then(() => run('april'));
    const next = run('april');
    for (let turn = 0; turn < 4; turn++) {
      runs[turn]?.end();
      await settled();
    }
    await Promise.all([again, next]);
    expect(mostAtOnce()).toBe(1);
  });
});

describe('a run that fails', () => {
  it('fails for who asked for it, and not for who waits for the next one', async () => {
    const { run, runs } = controlled();
    const first = expect(run('april')).rejects.toThrow('out of order');
    const second = run('april');
    runs[0]?.fail();
    await first;
    await settled();
    runs[1]?.end();
    await expect(second).resolves.toBeUndefined();
  });

  it('fails for all who shared it, and leaves nothing behind', async () => {
    const { run, runs } = controlled();
    const first = run('april');
    const shared = [run('april'), run('april')].map((one) => expect(one).rejects.toThrow('out of order'));
    runs[0]?.end();
    await first;
    await settled();
    runs[1]?.fail();
    await Promise.all(shared);

    const fresh = run('april');
    expect(runs).toHaveLength(3);
    runs[2]?.end();
    await expect(fresh).resolves.toBeUndefined();
  });
});

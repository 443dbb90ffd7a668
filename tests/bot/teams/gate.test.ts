import { describe, expect, it } from 'vitest';
import { gate } from '../../../bot/teams/gate.ts';

/** A task that ends when the test says so. */
function controlled() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let hasStarted = false;
  const task = () => {
    hasStarted = true;
    return promise;
  };
  return { task, end: resolve, fail: () => reject(new Error('failed')), hasStarted: () => hasStarted };
}

const never = new AbortController().signal;
/** Whatever can happen by itself has happened. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a gate for two', () => {
  it('lets in two, and the next in order of arrival as they leave', async () => {
    const { pass } = gate(2);
    const tasks = Array.from({ length: 4 }, controlled);
    const passed = tasks.map(({ task }) => pass(task, never));
    await settled();
    expect(tasks.map(({ hasStarted }) => hasStarted())).toEqual([true, true, false, false]);
    tasks[1]?.end();
    await settled();
    expect(tasks.map(({ hasStarted }) => hasStarted())).toEqual([true, true, true, false]);
    for (const { end } of tasks) end();
    await Promise.all(passed);
  });

  it('has room again after one that failed', async () => {
    const { pass } = gate(1);
    const failing = controlled();
    const failed = expect(pass(failing.task, never)).rejects.toThrow('failed');
    failing.fail();
    await failed;
    expect(await pass(async () => 'in', never)).toBe('in');
  });

  it('forgets who does not want to wait any longer', async () => {
    const { pass } = gate(1);
    const first = controlled();
    const inside = pass(first.task, never);
    const impatient = new AbortController();
    const second = controlled();
    const gaveUp = expect(pass(second.task, impatient.signal)).rejects.toThrow('too long');
    impatient.abort(new Error('too long'));
    await gaveUp;
    first.end();
    await inside;
    expect(second.hasStarted()).toBe(false);
    expect(await pass(async () => 'in', never)).toBe('in');
  });
});

/**
 * Runs a task for a key, once for all who ask while it has yet to start: whoever asks during a run
 * shares the next one, which sees what they wrote.
 */
export function coalesce(task: (key: string) => Promise<void>): (key: string) => Promise<void> {
  const running = new Map<string, Promise<void>>();
  const waiting = new Map<string, Promise<void>>();

  function start(key: string): Promise<void> {
    waiting.delete(key);
    const run = task(key).finally(() => {
      if (running.get(key) === run) running.delete(key);
    });
    running.set(key, run);
    return run;
  }

  return (key) => {
    const promised = waiting.get(key);
    if (promised !== undefined) return promised;
    const current = running.get(key);
    if (current === undefined) return start(key);
    const next = current.catch(() => undefined).then(() => start(key));
    waiting.set(key, next);
    return next;
  };
}

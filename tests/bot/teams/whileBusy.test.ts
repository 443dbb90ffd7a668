import { expect, it } from 'vitest';
import { whileBusy } from '../../../bot/teams/whileBusy.ts';

it('keeps what is busy, and drops what is idle, however many keys there were', () => {
  let now = 0;
  let made = 0;
  const items = whileBusy(
    () => ({ number: made++, isIdle: true }),
    ({ isIdle }) => isIdle,
    () => now,
  );
  const busy = items.of('busy');
  busy.isIdle = false;
  const idle = items.of('idle');
  expect(items.of('idle')).toBe(idle);

  now += 60_000;
  expect(items.of('busy')).toBe(busy);
  expect(items.of('idle')).not.toBe(idle);
});

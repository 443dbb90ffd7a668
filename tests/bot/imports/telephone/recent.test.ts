import { expect, it } from 'vitest';
import { Recent } from '../../../../bot/imports/telephone/recent.ts';

it('remembers the last ones, and gives those that made room once', () => {
  const recent = new Recent<number>(10);
  const forgotten: number[] = [];
  for (let value = 0; value < 100; value++) {
    forgotten.push(...recent.keep(`${value}`, value));
    expect(recent.all().length).toBeLessThanOrEqual(20);
    expect(recent.get(`${value - 9}`)).toBe(value < 9 ? undefined : value - 9);
  }
  expect([...forgotten, ...recent.all()].sort((one, other) => one - other)).toEqual(
    Array.from({ length: 100 }, (_, value) => value),
  );
});

it('keeps for longer what is kept again', () => {
  const recent = new Recent<string>(3);
  recent.keep('call', 'first');
  for (const other of ['1', '2', '3', '4']) {
    recent.keep('call', 'second');
    recent.keep(other, other);
  }
  expect(recent.get('call')).toBe('second');
  recent.delete('call');
  expect(recent.get('call')).toBeUndefined();
});

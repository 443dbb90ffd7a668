import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, startHouse } from './house.ts';
import { expected, noted, type Told } from './observer.ts';
import { gijs } from './people.ts';
import { timeOf } from './plainDays.ts';
import { type Story, story } from './story.ts';

const departments = Array.from({ length: 60 }, (_, index) => `afdeling-${index}`);
const each = 30;
const looks = ['2026-04-20T08:00', '2026-04-22T08:30', '2026-04-22T15:00', '2026-04-23T08:30'];

/** Asked on Monday, due on Wednesday; Gijs took every third, and after lunch every tenth is done. */
const stories: readonly Story[] = departments.flatMap((department, which) =>
  Array.from({ length: each }, (_, index) =>
    story(which * each + index, '2026-04-20T09:00', department, [
      ...(index % 3 === 0 ? [{ at: '2026-04-20T10:00', kind: 'taken', by: gijs } as const] : []),
      ...(index % 10 === 9 ? [{ at: '2026-04-22T13:00', kind: 'done' } as const] : []),
    ]),
  ),
);

describe('60 departments with 30 callbacks each that fall due on one day', () => {
  let house: House;
  let told: Told[];

  beforeAll(async () => {
    house = await startHouse({ departments, start: '2026-04-20T07:00' });
    await house.live(stories, looks);
    told = house.told();
  }, 60_000);
  afterAll(() => house.stop());

  it('get one alert each in the morning, a warning, and an alert on the morning after', () => {
    expect(told).toHaveLength(3 * departments.length);
    expect(noted(told)).toEqual(noted(expected({ stories, departments, looks })));
  });

  it.each([
    ['2026-04-22T08:30', 'te laat 0, vandaag 30, volgende werkdag 0, niemand 20'],
    ['2026-04-23T08:30', 'te laat 27, vandaag 0, volgende werkdag 0, niemand 18'],
  ])('read on %s: %s', (moment, says) => {
    const morning = told.filter(({ at }) => at === moment);
    expect(new Set(morning.map((one) => one.says))).toEqual(new Set([says]));
  });

  it('with more channels at a time than Teams takes in a second, no limit was gone over', () => {
    expect(told.filter(({ at }) => timeOf(at) === '15:00').length).toBeGreaterThan(50);
    expect(house.connector.violations).toEqual([]);
    expect(house.connector.calls.filter(({ answered }) => answered !== 201)).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, startHouse } from './house.ts';
import { expected, noted } from './observer.ts';
import { gijs, petra, vera } from './people.ts';
import { dayOf, daysFrom } from './plainDays.ts';
import { type Story, story } from './story.ts';

const departments = Array.from({ length: 12 }, (_, index) => `afdeling-${index}`);
const leads = { 'afdeling-0': petra, 'afdeling-7': vera };

const days = daysFrom('2026-05-11', '2026-05-19');
/** All look at the same moment, as when one program starts several. Ascension and a weekend are in it. */
const looks = [
  '2026-05-08T16:00',
  ...days.flatMap((day) => ['08:30', '15:00', '15:01'].map((time) => `${day}T${time}`)),
];

/** Every day each department is asked something; Gijs takes most of it, and is two days late with all. */
const stories: readonly Story[] = days
  .slice(0, -4)
  .flatMap((day, which) =>
    departments.map((department, index) =>
      story(100 * which + index, `${day}T09:00`, department, [
        ...(index % 3 > 0 ? [{ at: `${day}T16:00`, kind: 'taken', by: gijs } as const] : []),
        { at: '2026-05-18T20:00', kind: index % 2 === 0 ? 'done' : 'withdrawn' },
      ]),
    ),
  );

describe('three instances that always look at the same moment', () => {
  let house: House;
  beforeAll(async () => {
    house = await startHouse({ departments, leads, start: '2026-05-08T15:00', instances: 3 });
    await house.live(stories, looks);
  }, 60_000);
  afterAll(() => house.stop());

  it('tell in a week each thing once, as one would', () => {
    const told = house.told();
    const names = { 'afdeling-0': petra.name, 'afdeling-7': vera.name };
    expect(noted(told)).toEqual(noted(expected({ stories, departments, looks, leads: names })));
    expect(new Set(told.map(({ at }) => dayOf(at))).size).toBe(6);
  });

  it('go together over no limit', () => {
    expect(house.connector.violations).toEqual([]);
  });
});

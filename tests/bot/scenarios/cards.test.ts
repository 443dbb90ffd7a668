import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOn } from '../../rig/cardWords.ts';
import { type House, startHouse } from './house.ts';
import { expected, noted } from './observer.ts';
import { story, subjectOf } from './story.ts';

const departments = Array.from({ length: 20 }, (_, index) => `afdeling-${index}`);
const each = 30;
const yesterday = '2026-04-21T16:00';
const moment = '2026-04-22T08:30';
const asked = departments.flatMap((department, which) =>
  Array.from({ length: each }, (_, index) => story(which * each + index, '2026-04-22T08:29', department)),
);

describe('20 departments that are asked 30 callbacks each on the morning itself', () => {
  let house: House;

  beforeAll(async () => {
    house = await startHouse({ departments, start: '2026-04-21T15:00' });
    await house.live([], [yesterday]);
    await house.liveWithCards(asked, moment);
  }, 60_000);
  afterAll(() => house.stop());

  it('get the card of each once, in its own channel', () => {
    for (const [which, department] of departments.entries()) {
      const subjects = house.connector
        .cards(department)
        .flatMap(({ card }) => /Vraag \d+/.exec(wordsOn(card))?.[0] ?? []);
      const own = asked.slice(which * each, (which + 1) * each).map(subjectOf);
      expect(subjects.sort()).toEqual(own.sort());
    }
  });

  it('get their alert once too, within the minute', () => {
    const looks = [yesterday, moment];
    expect(noted(house.told())).toEqual(noted(expected({ stories: asked, departments, looks })));
  });

  it('over no limit', () => {
    expect(house.connector.violations).toEqual([]);
    expect(house.connector.calls.filter(({ answered }) => answered !== 201)).toEqual([]);
  });
});

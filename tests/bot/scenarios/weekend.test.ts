import { afterEach, describe, expect, it } from 'vitest';
import { type House, startHouse } from './house.ts';
import { expected, noted } from './observer.ts';
import { gijs, petra } from './people.ts';
import { story } from './story.ts';

const departments = ['grondzaken', 'vergunningen', 'burgerzaken'];
const leads = { grondzaken: petra };

/** The bot is down from Thursday after lunch; King's Day makes the weekend long. */
const stories = [
  // Due on Thursday: neither the warning nor the morning after was told.
  story(1, '2026-04-21T10:00', 'grondzaken', [{ at: '2026-04-22T09:00', kind: 'taken', by: gijs }]),
  // Due on Friday, a day on which nobody was told anything.
  story(2, '2026-04-22T10:00', 'grondzaken', [{ at: '2026-04-23T09:00', kind: 'taken', by: gijs }]),
  story(3, '2026-04-22T11:00', 'vergunningen'),
  // Due on Tuesday, the day on which the bot is back.
  story(4, '2026-04-23T10:00', 'grondzaken', [{ at: '2026-04-23T11:00', kind: 'taken', by: gijs }]),
  // Done or withdrawn just before it went down: nothing is told of them.
  story(5, '2026-04-21T10:00', 'vergunningen', [{ at: '2026-04-23T12:30', kind: 'done' }]),
  story(6, '2026-04-22T10:00', 'burgerzaken', [{ at: '2026-04-23T12:31', kind: 'withdrawn' }]),
];

const before = ['2026-04-21T09:00', '2026-04-22T08:30', '2026-04-22T15:00', '2026-04-23T08:30'];
const after = ['2026-04-28T15:00', '2026-04-28T15:01', '2026-04-29T08:30'];

describe('a bot that was down over a long weekend', () => {
  let house: House;
  afterEach(() => house.stop());

  /** @returns what was told at that look. */
  async function comesBackAt(moment: string): Promise<string[]> {
    const looks = [...before, moment, ...after];
    house = await startHouse({ departments, leads, start: '2026-04-21T08:00' });
    await house.live(stories, looks);
    const told = house.told();
    expect(noted(told)).toEqual(
      noted(expected({ stories, departments, looks, leads: { grondzaken: petra.name } })),
    );
    expect(house.connector.violations).toEqual([]);
    return noted(told.filter(({ at }) => at === moment));
  }

  it('and comes back in the morning tells each channel once, of each callback the most urgent', async () => {
    expect(await comesBackAt('2026-04-28T09:40')).toEqual([
      '2026-04-28T09:40 | Petra Perceel | 1 meer dan een werkdag te laat: Vraag 1',
      '2026-04-28T09:40 | burgerzaken | te laat 0, vandaag 0, volgende werkdag 0, niemand 0',
      '2026-04-28T09:40 | grondzaken | te laat 2, vandaag 1, volgende werkdag 0, niemand 0 | Gijs Grondvast: 1 voor vandaag, 2 te laat',
      '2026-04-28T09:40 | vergunningen | te laat 1, vandaag 0, volgende werkdag 0, niemand 1',
    ]);
  });

  it('and comes back in the afternoon sends no stale morning alert, only what was missed', async () => {
    expect(await comesBackAt('2026-04-28T13:05')).toEqual([
      '2026-04-28T13:05 | Petra Perceel | 1 meer dan een werkdag te laat: Vraag 1',
      '2026-04-28T13:05 | grondzaken | 3 te laat of bijna te laat: Vraag 1, Vraag 2, Vraag 4 | Gijs Grondvast: 1 voor vandaag, 2 te laat',
      '2026-04-28T13:05 | vergunningen | 1 te laat of bijna te laat: Vraag 3',
    ]);
  });

  it('and comes back on the closed Monday waits for the morning', async () => {
    expect(await comesBackAt('2026-04-27T10:00')).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TENANT } from '../../rig/activities.ts';
import { botRemoved } from '../../rig/fakeConnector.ts';
import { type House, startHouse } from './house.ts';
import { expected, noted, type Told } from './observer.ts';
import { gijs } from './people.ts';
import { dayOf } from './plainDays.ts';
import { type Story, story } from './story.ts';

const staying = Array.from({ length: 8 }, (_, index) => `blijft-${index}`);
const leaving = Array.from({ length: 12 }, (_, index) => `gaat-${index}`);
const departments = [...staying, ...leaving];

/** Two are due on Wednesday, of which one is done before noon; one is due on Thursday and one on Friday. */
const stories: readonly Story[] = departments.flatMap((department, index) => [
  story(10 * index, '2026-04-13T13:00', department, [{ at: '2026-04-14T10:00', kind: 'taken', by: gijs }]),
  story(10 * index + 1, '2026-04-13T13:00', department, [{ at: '2026-04-15T12:00', kind: 'done' }]),
  story(10 * index + 2, '2026-04-14T13:00', department),
  story(10 * index + 3, '2026-04-15T13:00', department),
]);

/** The looks of a week in which the bot is thrown out before the alert of Wednesday morning. */
const weeks = [
  {
    back: '2026-04-15T14:00',
    away: ['2026-04-15T08:30', '2026-04-15T12:30'],
    after: ['2026-04-15T15:00', '2026-04-16T08:30', '2026-04-16T15:00', '2026-04-17T08:30'],
    missed: ['1 nog vóór sluitingstijd'],
  },
  {
    back: '2026-04-16T16:10',
    away: ['2026-04-15T08:30', '2026-04-15T15:00', '2026-04-16T08:30', '2026-04-16T15:00'],
    after: ['2026-04-16T16:11', '2026-04-17T08:30', '2026-04-17T15:00'],
    missed: ['2 te laat of bijna te laat'],
  },
] as const;

describe.each(weeks)('a team of twelve channels that takes the bot back on $back', (week) => {
  const before = ['2026-04-13T12:00', '2026-04-14T08:30'];
  const { away, back, missed } = week;
  const after = [back, ...week.after];
  let house: House;
  let told: Told[];

  beforeAll(async () => {
    const teamOf = (department: string) => (leaving.includes(department) ? 'ander team' : 'gemeente');
    house = await startHouse({ departments, teamOf, start: '2026-04-13T11:00' });
    await house.live(stories, before);
    for (const inside of leaving) house.connector.trouble(botRemoved, { inside, times: 100 });
    await house.live(stories, away);
    house.connector.mend();
    // As the bot does when it hears from one channel of the team that it is installed there.
    await house.store.places.unpark(TENANT, house.channel('gaat-0'));
    await house.live(stories, after);
    told = house.told();
  }, 60_000);
  afterAll(() => house.stop());

  it('hears all that it missed in one message a channel, and then goes on as the others', () => {
    const isAway = (moment: string) => moment >= '2026-04-15T08:30' && moment < back;
    const isThere = (department: string, at: string) => !leaving.includes(department) || !isAway(at);
    const looks = [...before, ...away, ...after];
    expect(noted(told)).toEqual(noted(expected({ stories, departments, looks, isThere })));
    const atLast = told.filter(({ at, to }) => at === back && leaving.includes(to));
    expect(atLast.map(({ to }) => to).sort()).toEqual([...leaving].sort());
    expect([...new Set(atLast.map(({ says }) => says.split(':')[0]))]).toEqual(missed);
  });

  it('is tried once and then left alone', () => {
    const refused = house.connector.calls.filter(({ answered }) => answered === 403);
    expect(refused.map(({ conversationId }) => conversationId).sort()).toEqual([...leaving].sort());
  });

  it('does not keep the other channels from theirs', () => {
    const mornings = told.filter(({ to, says }) => staying.includes(to) && says.startsWith('te laat'));
    expect(Map.groupBy(mornings, ({ at }) => dayOf(at)).size).toBe(4);
    expect(mornings).toHaveLength(4 * staying.length);
    expect(house.connector.violations).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '../../../bot/demo/random.ts';
import { type House, startHouse } from './house.ts';
import { expected, noted, type Told } from './observer.ts';
import { gijs, petra, vera } from './people.ts';
import { dayOf, daysFrom, deadlineDay, isWorkingDay, nextDay, timeOf, workingDayAfter } from './plainDays.ts';
import { type Story, type StoryEvent, story } from './story.ts';

const departments = ['grondzaken', 'vergunningen', 'burgerzaken'];
/** Easter Monday, King's Day, Liberation Day and Ascension are in it. */
const days = daysFrom('2026-04-02', '2026-05-20');
const looks = [
  '2026-04-01T16:00',
  ...days.flatMap((day) => {
    const times = isWorkingDay(day) ? ['08:29', '08:30', '14:59', '15:00', '16:59'] : ['08:30'];
    return times.map((time) => `${day}T${time}`);
  }),
];

/** Every day some are asked, in the weekend too, and after hours; each goes its own way. */
function month(): Story[] {
  const random = seededRandom('a month');
  return days.slice(0, -5).flatMap((day, index) =>
    departments.map((department, which) => {
      const askedAt = `${day}T${random.pick(['09:12', '11:40', '16:55', '17:00', '18:20'])}`;
      return story(10 * index + which, askedAt, department, life({ askedAt, department }, random));
    }),
  );
}

type Asked = Pick<Story, 'askedAt' | 'department'>;

/** Some are taken, some go to another department; all are done or withdrawn one day, many too late. */
function life({ askedAt, department }: Asked, random: Random): StoryEvent[] {
  const deadline = deadlineDay(askedAt);
  const end: StoryEvent = {
    at: random.pick([
      `${deadline}T08:10`,
      `${deadline}T14:00`,
      `${deadline}T17:40`,
      `${workingDayAfter(deadline, 1)}T13:30`,
      `${workingDayAfter(deadline, 3)}T13:30`,
    ]),
    kind: random.pick(['done', 'done', 'withdrawn']),
  };
  const handedOver: StoryEvent = {
    at: `${nextDay(dayOf(askedAt))}T13:05`,
    kind: 'handedOver',
    department: random.pick(departments.filter((other) => other !== department)),
  };
  const takenOn = random.pick([workingDayAfter(dayOf(askedAt), 1), deadline, workingDayAfter(deadline, 1)]);
  const taken: StoryEvent = {
    at: `${takenOn}T${random.pick(['13:10', '17:30'])}`,
    kind: 'taken',
    by: random.pick([gijs, vera]),
  };
  const before = [...(random.chance(0.3) ? [handedOver] : []), ...(random.chance(0.6) ? [taken] : [])];
  return [...before.filter(({ at }) => at < end.at).sort((one, other) => (one.at < other.at ? -1 : 1)), end];
}

describe('in seven weeks with four holidays', () => {
  const stories = month();
  let house: House;
  let told: Told[];

  beforeAll(async () => {
    house = await startHouse({ departments, leads: { grondzaken: petra }, start: '2026-04-01T15:00' });
    await house.live(stories, looks);
    told = house.told();
  }, 60_000);
  afterAll(() => house.stop());

  it('every channel and team lead is told what there is to tell, at its moment, and nothing else', () => {
    const leads = { grondzaken: petra.name };
    expect(noted(told)).toEqual(noted(expected({ stories, departments, looks, leads })));
  });

  it('every channel gets one alert every working morning, also when nothing is open', () => {
    const mornings = told.filter(({ at }) => timeOf(at) === '08:30');
    for (const department of departments) {
      const own = mornings.filter(({ to }) => to === department).map(({ at }) => dayOf(at));
      expect(own).toEqual(days.filter(isWorkingDay));
    }
  });

  it('nobody is told anything on a closed day', () => {
    const closed = days.filter((day) => !isWorkingDay(day));
    expect(closed).toEqual(expect.arrayContaining(['2026-04-06', '2026-04-27', '2026-05-05', '2026-05-14']));
    expect(told.filter(({ at }) => closed.includes(dayOf(at)))).toEqual([]);
  });

  it('of every kind of message there was one at least', () => {
    const all = told.map(({ says }) => says).join('\n');
    for (const what of [/te laat [1-9]/, /vandaag [1-9]/, /sluitingstijd/, /meer dan een werkdag/]) {
      expect(all).toMatch(what);
    }
  });

  it('no limit of Teams was gone over', () => {
    expect(house.connector.violations).toEqual([]);
  });
});

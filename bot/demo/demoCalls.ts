import type { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../shared/calendar/calendar.ts';
import { midnight } from '../../shared/calendar/zone.ts';
import type { Call, Transfer } from '../../shared/fact/call.ts';
import { kcc } from '../../shared/municipality/municipality.ts';
import { callerWaits, callMinutes, expectedContacts, grown, habits, partsOfDay } from './habits.ts';
import { type Random, seededRandom } from './random.ts';
import { departmentIds } from './waterland.ts';

/** Of the contacts of a day, the share that calls. */
const callers = 0.68;

/** Most wait longer than this, in seconds, before they give up. */
const patience = 260;

/** Of the calls, the share that is put through. */
const putThrough = 0.14;

/** The calls to the KCC of Gemeente Waterland on one day, as its telephone system would know them. */
export function demoCalls(day: Temporal.PlainDate, calendar: Calendar): Call[] {
  const office = calendar.workingDay(day);
  if (office === undefined) return [];
  const opens = (office.opens.epochMilliseconds - midnight(day)) / 1000;
  const seconds = office.opens.until(office.closes).total('seconds');
  const expected = expectedContacts(day);
  const count = Math.round(callers * expected * (0.9 + 0.2 * seededRandom(`${day} calls`).next()));
  return Array.from({ length: count }, (_, index) => {
    const random = seededRandom(`${day} call ${index}`);
    const { part, weight } = random.weigh(partsOfDay);
    const second = Math.floor(opens + (seconds * (part + random.next())) / partsOfDay.length);
    const busy = (weight * expected) / 100;
    // Twice as busy makes who calls wait four times as long: Monday morning decides the service level.
    const wait = Math.round(exponential(grown(callerWaits, day) * busy ** 2, random));
    const isAnswered = wait < exponential(patience, random) + 15;
    const talk = (exponential(1, random) + exponential(1, random)) / 2;
    return {
      id: `${day}-${index}`,
      day: day.toString(),
      second,
      department: kcc.id,
      waitSeconds: wait,
      talkSeconds: isAnswered ? Math.round(60 * grown(callMinutes, day) * talk) + 10 : 0,
      isAnswered,
      transfer: isAnswered && random.chance(putThrough) ? transfer(random) : undefined,
    };
  });
}

function transfer(random: Random): Transfer {
  const department = random.pick(departmentIds);
  return { department, isPickedUp: random.chance(habits[department].pickedUp) };
}

function exponential(mean: number, random: Random): number {
  return -mean * Math.log(1 - random.next());
}

import type { Temporal } from 'temporal-polyfill';
import type { Rating } from '../../shared/fact/rating.ts';
import { caseProcesses } from './demoCases.ts';
import { seededRandom } from './random.ts';
import { waterland } from './waterland.ts';

/** How often each score is given, from 1 to 10: a mean of about 7.2. */
const scores = [1, 1, 2, 2, 5, 13, 28, 32, 12, 4].map((weight, index) => ({ score: index + 1, weight }));

const remarks: readonly string[] = [
  '',
  '',
  '',
  'Snel geholpen.',
  'Vriendelijke medewerker.',
  'Ik moest lang wachten op antwoord.',
  'De brief was moeilijk te begrijpen.',
];

/** At most so many a day are given: on weekdays, and in the weekend. */
const mostADay = { weekday: 10, weekend: 3 };

/** What citizens thought of it on one day: of the case where there was one, else of the contact. */
export function demoRatings(day: Temporal.PlainDate): Rating[] {
  const most = day.dayOfWeek > 5 ? mostADay.weekend : mostADay.weekday;
  const count = Math.floor(most * seededRandom(`${day} ratings`).next());
  return Array.from({ length: count }, (_, index) => {
    const random = seededRandom(`${day} rating ${index}`);
    const process = random.pick(waterland.processes);
    return {
      id: `${day}-${index}`,
      day: day.toString(),
      score: random.weigh(scores).score,
      about: caseProcesses.has(process.id) ? 'case' : 'contact',
      department: process.department,
      process: process.id,
      remark: random.pick(remarks),
    };
  });
}

import type { Temporal } from 'temporal-polyfill';
import type { Rating } from '../../shared/fact/rating.ts';
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

/** What citizens thought of it on one day; most of them about a case that was closed. */
export function demoRatings(day: Temporal.PlainDate): Rating[] {
  const count = Math.floor((day.dayOfWeek > 5 ? 3 : 7) * seededRandom(`${day} ratings`).next());
  return Array.from({ length: count }, (_, index) => {
    const random = seededRandom(`${day} rating ${index}`);
    const process = random.pick(waterland.processes);
    return {
      id: `${day}-${index}`,
      day: day.toString(),
      score: random.weigh(scores).score,
      about: random.chance(0.65) ? 'case' : 'contact',
      department: process.department,
      process: process.id,
      remark: random.pick(remarks),
    };
  });
}

import type { Temporal } from 'temporal-polyfill';
import type { WebCount } from '../../shared/fact/webCount.ts';
import { expectedContacts, grown, onlineToOther } from './habits.ts';
import { askedQuestions } from './questions.ts';
import { seededRandom } from './random.ts';
import type { ProcessId } from './waterland.ts';

/** What can be done online. */
const online: readonly ProcessId[] = [
  'verhuizing',
  'uittreksel',
  'melding',
  'afval',
  'kapvergunning',
  'aanslag',
  'parkeren',
  'leerlingenvervoer',
];

const allWeights = askedQuestions.reduce((sum, { weight }) => sum + weight, 0);

/** How many requests the website handled on one day. In the weekend it is quieter, but never closed. */
export function demoWebCounts(day: Temporal.PlainDate): WebCount[] {
  const others = day.dayOfWeek > 5 ? 30 : expectedContacts(day);
  return online.map((process) => {
    const weight = askedQuestions.find((question) => question.process === process)?.weight ?? 0;
    const expected = ((others * weight) / allWeights) * grown(onlineToOther, day);
    const random = seededRandom(`${day} web ${process}`);
    return { id: process, day: day.toString(), handled: Math.round(expected * (0.7 + 0.6 * random.next())) };
  });
}

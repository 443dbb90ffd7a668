import * as v from 'valibot';
import { readScorecard } from '../scorecard/readScorecard.ts';
import type { Services } from '../services.ts';
import { answerTab, type TabDoor } from './tabApi.ts';

const MonthSchema = v.optional(v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/)));

/** `GET /api/scorecard?month=YYYY-MM`: the eleven norms, for who may see them. */
export function answerScorecard(door: TabDoor, services: Services) {
  return answerTab(door, {
    forbidden: 'forbidden',
    async find(tenant, query) {
      const month = v.safeParse(MonthSchema, query['month']);
      if (!month.success) return { kind: 'wrong', code: 'badMonth' };
      return { kind: 'found', answer: await readScorecard(tenant, month.output, services) };
    },
  });
}

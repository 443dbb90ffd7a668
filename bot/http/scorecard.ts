import * as v from 'valibot';
import { localDay } from '../../shared/calendar/zone.ts';
import { monthPeriod, parsePeriod } from '../../shared/kpi/period.ts';
import { readScorecard } from '../scorecard/readScorecard.ts';
import type { Services } from '../services.ts';
import { answerTab, type TabDoor } from './tabApi.ts';

const text = v.optional(v.string());
const QuerySchema = v.object({ period: text, department: text, process: text });

/**
 * `GET /api/scorecard?period=<name>&department=<id>&process=<id>`: the eleven norms, for who may see them.
 * Default: this month, of all departments and processes.
 */
export function answerScorecard(door: TabDoor, services: Services) {
  return answerTab(door, {
    forbidden: 'forbidden',
    async find(tenant, query) {
      const asked = v.safeParse(QuerySchema, query);
      if (!asked.success) return { kind: 'wrong', code: 'badPeriod' };
      const { period: name, department, process } = asked.output;
      const today = localDay(services.now());
      const period = name === undefined ? monthPeriod(today.toPlainYearMonth()) : parsePeriod(name, today);
      if (period === undefined) return { kind: 'wrong', code: 'badPeriod' };
      const answer = await readScorecard(tenant, period, { department, process }, services);
      return { kind: 'found', answer };
    },
  });
}

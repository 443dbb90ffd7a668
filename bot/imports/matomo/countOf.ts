import * as v from 'valibot';
import type { RefusalReason } from '../../../shared/fact/refusal.ts';

/** Of one process on one day: more than any municipality has inhabitants. */
const most = 1_000_000;

/** Numbers come as text where PHP had them from its database. */
const Count = v.union([
  v.number(),
  v.pipe(
    v.string(),
    v.regex(/^\d+$/),
    v.transform((digits) => Number(digits)),
  ),
]);

const Row = v.record(v.string(), v.unknown());

/**
 * The count in what a report says of a day: nothing or an empty list (0), a number, a row, or a list of the
 * one row that was asked for.
 */
export function countOf(said: unknown, metric: string): number | RefusalReason {
  if (said === undefined || (Array.isArray(said) && said.length === 0)) return 0;
  const row = v.safeParse(Row, Array.isArray(said) ? said[0] : said);
  const value = row.success ? row.output[metric] : said;
  if (value === undefined) return 'missing';
  const count = v.safeParse(Count, value);
  if (!count.success || !Number.isInteger(count.output)) return 'notAWholeNumber';
  return count.output >= 0 && count.output <= most ? count.output : 'outOfRange';
}

import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { type Refusal, type RefusalReason, refusalReasons } from '../../../shared/fact/refusal.ts';
import { ZgwPeriod } from './zgwPeriod.ts';

/** Says why a case is refused, as the message of an issue. */
const because = (reason: RefusalReason) => reason;

const Day = v.pipe(
  v.string(because('notADay')),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, because('notADay')),
  v.check(isDay, because('notADay')),
  v.transform((text) => Temporal.PlainDate.from(text)),
);

/**
 * What is read of a zaak; the rest, such as who asked for it and what about, is left where it is.
 * `einddatumGepland` is a plan, that nobody was promised.
 */
const ZgwCase = v.object({
  identificatie: v.pipe(
    v.string(because('unknownValue')),
    v.minLength(1, because('missing')),
    // 40 by the standard; longer ones are no case numbers.
    v.maxLength(200, because('tooLong')),
  ),
  zaaktype: v.string(because('unknownValue')),
  startdatum: Day,
  einddatum: v.nullish(Day),
  /** The last day by law. */
  uiterlijkeEinddatumAfdoening: v.nullish(Day),
  verlenging: v.nullish(v.object({ duur: ZgwPeriod }, because('unknownValue'))),
  opschorting: v.nullish(
    v.object({ indicatie: v.boolean(because('unknownValue')) }, because('unknownValue')),
  ),
});
export type ZgwCase = v.InferOutput<typeof ZgwCase>;

/** @param place of the case among what was asked for, from 1. */
export function parseCase(result: unknown, place: number): ZgwCase | Refusal {
  const parsed = v.safeParse(ZgwCase, result);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  return { line: place, column: v.getDotPath(issue) ?? '', reason: reasonOf(issue) };
}

function reasonOf({ input, message }: v.BaseIssue<unknown>): RefusalReason {
  if (input === undefined || input === null) return 'missing';
  return refusalReasons.find((reason) => reason === message) ?? 'unknownValue';
}

function isDay(text: string): boolean {
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

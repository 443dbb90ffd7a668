import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../../shared/calendar/zone.ts';
import type { Case } from '../../../shared/fact/case.ts';
import type { Refusal, RefusalReason } from '../../../shared/fact/refusal.ts';
import type { CustomerProcess, Municipality } from '../../../shared/municipality/municipality.ts';
import { processNames } from '../csv/knownNames.ts';
import type { ReadContext } from '../source.ts';
import type { CaseType } from './caseType.ts';
import { dueDay, dueDayNow } from './dueDay.ts';
import { parseCase, type ZgwCase } from './zgwCase.ts';
import type { ZgwMapping } from './zgwMapping.ts';

type CaseTypeAt = (address: string) => Promise<CaseType | undefined>;

/**
 * Makes facts of cases as the Zaken API gives them. Undefined for one that the mapping says does not count.
 */
export function caseReader(context: ReadContext<ZgwMapping>, caseTypeAt: CaseTypeAt) {
  const processOf = processReader(context.municipality, context.mapping);
  const today = localDay(context.now);
  /** @param place among what was asked for, from 1. */
  return async (result: unknown, place: number): Promise<Case | Refusal | undefined> => {
    const read = parseCase(result, place);
    if ('reason' in read) return read;
    const refuse = (column: keyof ZgwCase, reason: RefusalReason) => ({ line: place, column, reason });
    const type = await caseTypeAt(read.zaaktype);
    const process = type && processOf(type);
    if (process === 'doesNotCount') return undefined;
    if (type === undefined || process === undefined) return refuse('zaaktype', 'unknownProcess');
    const { identificatie: id, startdatum, einddatum } = read;
    const misplaced = misplacedDay(read, today);
    if (misplaced !== undefined) return refuse(...misplaced);
    const due = dueDay(read, type, context.mapping.leadTime);
    if (due === undefined) return refuse('uiterlijkeEinddatumAfdoening', 'noLeadTime');
    if (isBefore(due, startdatum)) return refuse('uiterlijkeEinddatumAfdoening', 'wrongOrder');
    return {
      id,
      department: process.department,
      process: process.id,
      startedOn: startdatum.toString(),
      dueOn: dueDayNow(due, read, today).toString(),
      closedOn: einddatum?.toString(),
    };
  };
}

function misplacedDay(
  { startdatum, einddatum }: ZgwCase,
  today: Temporal.PlainDate,
): [keyof ZgwCase, RefusalReason] | undefined {
  if (isBefore(today, startdatum)) return ['startdatum', 'inFuture'];
  if (einddatum === null || einddatum === undefined) return undefined;
  if (isBefore(today, einddatum)) return ['einddatum', 'inFuture'];
  return isBefore(einddatum, startdatum) ? ['einddatum', 'wrongOrder'] : undefined;
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}

/** By the identificatie of the type of case, or else by its omschrijving. */
function processReader(municipality: Municipality, { processes }: ZgwMapping) {
  const idOf = processNames(municipality, { departments: {}, processes });
  const byId = new Map(municipality.processes.map((process) => [process.id, process]));
  return (type: CaseType): CustomerProcess | 'doesNotCount' | undefined => {
    const named = [type.identificatie, type.omschrijving].filter((name) => name !== '').map(idOf);
    const id = named.find((found) => found !== undefined);
    if (id === undefined) return undefined;
    return id === '' ? 'doesNotCount' : byId.get(id);
  };
}

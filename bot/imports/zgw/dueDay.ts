import { Temporal } from 'temporal-polyfill';
import type { CaseType } from './caseType.ts';
import type { ZgwCase } from './zgwCase.ts';
import type { ZgwMapping } from './zgwMapping.ts';

/**
 * The last day on which a case is in time; undefined where nothing says so.
 *
 * By law that is `uiterlijkeEinddatumAfdoening`, which the case system moves when it extends a case or takes
 * it up again. Case systems fill it in at the start, and not all of them move it: where it is still just the
 * lead time after the start, an extension has yet to be added. `verlenging.duur` is added as the case systems
 * themselves do, in calendar days.
 */
export function dueDay(
  { startdatum, uiterlijkeEinddatumAfdoening: stated, verlenging }: ZgwCase,
  { doorlooptijd, servicenorm }: CaseType,
  leadTime: ZgwMapping['leadTime'],
): Temporal.PlainDate | undefined {
  const extended = (day: Temporal.PlainDate) =>
    verlenging?.duur === undefined ? day : day.add(verlenging.duur);
  if (leadTime === 'servicenorm' && servicenorm !== undefined) return extended(startdatum.add(servicenorm));
  const usual = doorlooptijd && startdatum.add(doorlooptijd);
  if (stated === undefined || stated === null) return usual && extended(usual);
  const isUnmoved = usual !== undefined && stated.equals(usual);
  return isUnmoved ? extended(stated) : stated;
}

/**
 * The same while the case is suspended: its time stands still (Awb 4:15), so it cannot become too late today.
 */
export function dueDayNow(
  due: Temporal.PlainDate,
  { einddatum, opschorting }: ZgwCase,
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  const isSuspended = opschorting?.indicatie === true && (einddatum === null || einddatum === undefined);
  return isSuspended && Temporal.PlainDate.compare(due, today) < 0 ? today : due;
}

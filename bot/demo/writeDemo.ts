import { Temporal } from 'temporal-polyfill';
import { workingDaysIn } from '../../shared/calendar/workingDays.ts';
import { localDay } from '../../shared/calendar/zone.ts';
import { importContacts } from '../contact/importContacts.ts';
import type { Services } from '../services.ts';
import { demoDay } from './demoDay.ts';
import { waterland } from './waterland.ts';
import { writeFacts } from './writeFacts.ts';

interface Period {
  /** Default: the first of this month, a year ago. */
  readonly firstDay?: Temporal.PlainDate;
}

interface WriteDemoOptions extends Period {
  /** Called with a month (YYYY-MM) whose figures are there; this month comes first. */
  readonly onMonth?: (month: string) => void;
}

/**
 * Writes the demo: departments and processes, then the registrations of this month, then those of the
 * months before it, back to the first. A month that was written before stays as it is, with all that
 * people have done with it since.
 */
export async function writeDemo(
  tenant: string,
  services: Services,
  { onMonth = () => undefined, ...period }: WriteDemoOptions = {},
): Promise<void> {
  const { calendar, now } = services;
  const at = now();
  await writeMunicipality(tenant, services);
  for (const { month, days } of monthsToWrite(services, period).toReversed()) {
    if (!(await isWritten(tenant, { month, days }, services))) {
      const registrations = days.flatMap((day) => demoDay(day, { calendar, now: at }));
      // What others know comes first: a month whose registrations count is whole.
      await writeFacts(tenant, allDaysOf(days), at, services);
      await importContacts(tenant, registrations, services);
    }
    onMonth(month);
  }
}

/**
 * Whether the demo has yet to be written, or was interrupted: its first month is written last. Never
 * where there are departments without processes, or other processes: somebody keeps their own data there.
 */
export async function demoNeeded(tenant: string, services: Services, period: Period = {}): Promise<boolean> {
  const { departments, processes } = await services.store.municipalities.read(tenant);
  const demoProcesses = new Set(waterland.processes.map(({ id }) => id));
  const isTheirOwn =
    processes.length > 0 ? processes.some(({ id }) => !demoProcesses.has(id)) : departments.length > 0;
  if (isTheirOwn) return false;
  const [first] = monthsToWrite(services, period);
  return first !== undefined && !(await isWritten(tenant, first, services));
}

/** Processes first, so that departments without them are somebody's own. */
async function writeMunicipality(tenant: string, { store: { municipalities } }: Services): Promise<void> {
  for (const process of waterland.processes) await municipalities.putProcess(tenant, process);
  for (const department of waterland.departments) await municipalities.putDepartment(tenant, department);
}

interface Month {
  /** YYYY-MM */
  readonly month: string;
  /** Its working days up to today. */
  readonly days: readonly Temporal.PlainDate[];
}

function monthsToWrite({ calendar, now }: Services, { firstDay }: Period): Month[] {
  const today = localDay(now());
  const first = firstDay ?? today.subtract({ years: 1 }).with({ day: 1 });
  const days = workingDaysIn(calendar, first, today);
  const byMonth = Map.groupBy(days, (day) => day.toPlainYearMonth().toString());
  return Array.from(byMonth, ([month, ofMonth]) => ({ month, days: ofMonth }));
}

/** Every day of a month up to its last working day, weekends and holidays too. */
function allDaysOf(workingDays: readonly Temporal.PlainDate[]): Temporal.PlainDate[] {
  const last = workingDays.at(-1);
  if (last === undefined) return [];
  return Array.from({ length: last.day }, (_, index) => last.with({ day: index + 1 }));
}

/** An import computes the figures of a month last, and of all its days at once. */
async function isWritten(tenant: string, { month, days }: Month, { store, now }: Services): Promise<boolean> {
  const rollup = await store.rollups.read(tenant, month);
  if (rollup === undefined) return false;
  const measured = new Set(rollup.measurements.map(({ day }) => day));
  const today = localDay(now());
  // Today may not have begun.
  return days.every((day) => measured.has(day.toString()) || Temporal.PlainDate.compare(day, today) === 0);
}

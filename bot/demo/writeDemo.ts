import type { Temporal } from 'temporal-polyfill';
import { daysIn } from '../../shared/calendar/workingDays.ts';
import { localDay } from '../../shared/calendar/zone.ts';
import type { MeasurementSource } from '../../shared/kpi/measurement.ts';
import type { Services } from '../services.ts';
import { waterland } from './waterland.ts';
import { writeContacts } from './writeContacts.ts';
import { writeDailyFacts, writeLastingFacts } from './writeFacts.ts';

interface Period {
  /** Default: the first of this month, a year ago. */
  readonly firstDay?: Temporal.PlainDate;
}

interface WriteDemoOptions extends Period {
  /** Called with a month (YYYY-MM) whose figures are there; this month comes first. */
  readonly onMonth?: (month: string) => void;
}

/**
 * Writes the demo: departments and processes, then this month, then the months before it, back to the first.
 * A month that was written before stays as it is, and of any other month what is there already: people may
 * have worked with it since.
 */
export async function writeDemo(
  tenant: string,
  services: Services,
  { onMonth = () => undefined, ...period }: WriteDemoOptions = {},
): Promise<void> {
  await writeMunicipality(tenant, services);
  const unwritten = new Set<string>();
  const months = monthsToWrite(services, period);
  for (const one of months) if (!(await isWritten(tenant, one, services))) unwritten.add(one.month);
  // What others know comes first: a month whose registrations count is whole.
  if (unwritten.size > 0) await writeLastingFacts(tenant, firstDayOf(services, period), services);
  for (const { month, days } of months.toReversed()) {
    if (unwritten.has(month)) {
      await writeDailyFacts(tenant, days, services);
      await writeContacts(tenant, days, services);
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
  /** Its days up to today. */
  readonly days: readonly Temporal.PlainDate[];
}

function monthsToWrite(services: Services, period: Period): Month[] {
  const days = daysIn(services.calendar, firstDayOf(services, period), localDay(services.now()));
  const byMonth = Map.groupBy(
    days.map(({ date }) => date),
    (day) => day.toPlainYearMonth().toString(),
  );
  return Array.from(byMonth, ([month, ofMonth]) => ({ month, days: ofMonth }));
}

function firstDayOf({ now }: Services, { firstDay }: Period): Temporal.PlainDate {
  return firstDay ?? localDay(now()).subtract({ years: 1 }).with({ day: 1 });
}

/**
 * Whether a month is whole: its contacts are written last, and their figures after them. Of today there may
 * be none yet. A storage of before there were calls has no figures of them.
 */
async function isWritten(tenant: string, { month, days }: Month, services: Services): Promise<boolean> {
  const { store, calendar, now } = services;
  const { measurements = [] } = (await store.rollups.read(tenant, month)) ?? {};
  const today = localDay(now());
  const past = days.filter((day) => !day.equals(today) && calendar.workingDay(day) !== undefined).map(String);
  const isMeasured = (wanted: MeasurementSource) => {
    const measured = new Set(measurements.flatMap(({ source, day }) => (source === wanted ? day : [])));
    return past.every((day) => measured.has(day));
  };
  return past.length > 0 && isMeasured('registrations') && isMeasured('calls');
}

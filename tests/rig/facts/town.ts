import { Temporal } from 'temporal-polyfill';
import type { CalendarRules } from '../../../shared/calendar/rules.ts';
import { defaultRules } from '../../../shared/calendar/rules.ts';
import { localDay } from '../../../shared/calendar/zone.ts';
import { kcc, type Municipality } from '../../../shared/municipality/municipality.ts';

const processes = [
  ['verhuizing', 'burgerzaken'],
  ['paspoort', 'burgerzaken'],
  ['rijbewijs', 'burgerzaken'],
  ['strook-grond', 'grondzaken'],
  ['kapvergunning', 'vergunningen'],
  ['omgevingsvergunning', 'vergunningen'],
  ['ozb-bezwaar', 'belastingen'],
  ['kwijtschelding', 'belastingen'],
  ['bijstand', 'sociaal-domein'],
  ['grofvuil', 'openbare-ruimte'],
  ['melding-openbare-ruimte', 'openbare-ruimte'],
  ['parkeervergunning', 'handhaving'],
] as const;

const departments = [
  'burgerzaken',
  'grondzaken',
  'vergunningen',
  'belastingen',
  'sociaal-domein',
  'openbare-ruimte',
  'handhaving',
  'jeugd',
  'archief',
];

/** A made-up municipality, whose figures are computed twice. */
export const town: Municipality = {
  name: 'Gemeente Rekendam',
  departments: departments.map((id) => ({ id, name: id })),
  processes: processes.map(([id, department]) => ({
    id,
    name: id,
    department,
    callbackWorkingDays: undefined,
  })),
};

/** Where facts belong: each department, and the contact centre. */
export const departmentIds: readonly string[] = [kcc.id, ...departments];

/** Processes of facts: each of the municipality's, and none. */
export const processIds: readonly string[] = ['', ...processes.map(([id]) => id)];

/** Counted by the website, and known to nobody else. */
export const unknownProcess = 'oude-naam';

/** Besides the holidays. */
export const rules: CalendarRules = {
  ...defaultRules,
  closingDays: [
    { date: '2024-12-24', name: 'Kerstavond', closes: '12:00' },
    { date: '2024-12-27', name: 'Brugdag' },
    { date: '2025-04-18', name: 'Goede Vrijdag' },
    { date: '2025-05-30', name: 'Dag na Hemelvaart' },
  ],
  openedDays: [{ date: '2025-05-05' }, { date: '2025-10-04' }],
};

/** Wednesday 21 January 2026, five past two. */
export const now = Temporal.Instant.from('2026-01-21T14:05:00+01:00');
export const today = localDay(now);
export const firstDay = Temporal.PlainDate.from('2024-12-02');

/** How many days there are to generate facts of. */
export const dayCount = firstDay.until(today).days + 1;

const before = 500;
const after = 200;
const allDays = Array.from({ length: before + dayCount + after }, (_, index) =>
  firstDay.add({ days: index - before }).toString(),
);

/** YYYY-MM-DD of the day that is so many after the first; negative for those before it. */
export function dayAt(index: number): string {
  const day = allDays[index + before];
  if (day === undefined) throw new RangeError(`There is no day ${index}.`);
  return day;
}

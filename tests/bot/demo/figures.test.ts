import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isOpen, stateOf } from '../../../shared/callback/state.ts';
import { dayOf } from '../../../shared/contact/contactId.ts';
import type { Registered } from '../../../shared/contact/register.ts';
import type { KpiId } from '../../../shared/kpi/kpi.ts';
import { measureRegistrations } from '../../../shared/kpi/measure/registrations.ts';
import type { Measurement } from '../../../shared/kpi/measurement.ts';
import { calendar, now, year } from './waterlandYear.ts';

const all = year.flat();
const measurements = year.flatMap((registrations) => measureRegistrations(registrations, { calendar, now }));

function kpiValue(kpi: KpiId, isWanted: (measurement: Measurement) => boolean = () => true): number {
  const wanted = measurements.filter((measurement) => measurement.kpi === kpi && isWanted(measurement));
  const sum = (of: 'numerator' | 'denominator') => wanted.reduce((total, one) => total + one[of], 0);
  return sum('numerator') / sum('denominator');
}

/** The mean number of contacts on the working days of which this is true. */
function contactsOn(isWanted: (day: Temporal.PlainDate) => boolean): number {
  const days = year.filter(
    ([first]) => first !== undefined && isWanted(Temporal.PlainDate.from(dayOf(first.contact.id))),
  );
  return days.flat().length / days.length;
}

function share(isWanted: (registered: Registered) => boolean): number {
  return all.filter(isWanted).length / all.length;
}

describe('a year of Waterland', () => {
  it('has about 100 contacts on a working day', () => {
    expect(contactsOn(() => true)).toBeGreaterThan(95);
    expect(contactsOn(() => true)).toBeLessThan(107);
  });

  it('is busier on Monday and in the morning, quieter in summer and at Christmas', () => {
    expect(contactsOn(({ dayOfWeek }) => dayOfWeek === 1)).toBeGreaterThan(
      1.2 * contactsOn(({ dayOfWeek }) => dayOfWeek === 5),
    );
    const august = contactsOn(({ month }) => month === 8);
    expect(august).toBeLessThan(0.9 * contactsOn(({ month }) => month === 9));
    const christmas = contactsOn(({ month, day }) => month === 12 && day > 20);
    expect(christmas).toBeLessThan(0.8 * contactsOn(({ month, day }) => month === 12 && day <= 20));
    const isMorning = ({ contact }: Registered) =>
      contact.registeredAt.toZonedDateTimeISO('Europe/Amsterdam').hour < 12;
    expect(share(isMorning)).toBeGreaterThan(0.5);
  });

  it('comes by telephone mostly, and asks a callback in one of eight contacts', () => {
    expect(share(({ contact }) => contact.channel === 'telephone')).toBeGreaterThan(0.55);
    const called = share(({ callback }) => callback !== undefined);
    expect(called).toBeGreaterThan(0.11);
    expect(called).toBeLessThan(0.13);
  });

  it('keeps its promises as often as a municipality that started to measure', () => {
    expect(kpiValue('callbackOnTime')).toBeGreaterThan(0.71);
    expect(kpiValue('callbackOnTime')).toBeLessThan(0.76);
    expect(kpiValue('firstTimeRight')).toBeGreaterThan(0.78);
    expect(kpiValue('firstTimeRight')).toBeLessThan(0.82);
    expect(kpiValue('transferReach')).toBeGreaterThan(0.89);
    expect(kpiValue('transferReach')).toBeLessThan(0.93);
    expect(kpiValue('callDuration')).toBeGreaterThan(255);
    expect(kpiValue('callDuration')).toBeLessThan(290);
    expect(kpiValue('firstResponse')).toBeGreaterThan(2);
    expect(kpiValue('firstResponse')).toBeLessThan(3);
  });

  it('shows where it goes wrong: Vergunningen is late most, and gets better', () => {
    const onTime = (department: string) =>
      kpiValue('callbackOnTime', (measurement) => measurement.department === department);
    const departments = [...new Set(measurements.map(({ department }) => department))];
    const withCallbacks = departments.filter((department) => onTime(department) >= 0);
    expect(withCallbacks).toHaveLength(8);
    expect(withCallbacks.toSorted((one, other) => onTime(one) - onTime(other))[0]).toBe('vergunningen');
    expect(onTime('burgerzaken')).toBeGreaterThan(0.88);

    const half = (isWanted: (day: string) => boolean) =>
      kpiValue('callbackOnTime', ({ department, day }) => department === 'vergunningen' && isWanted(day));
    expect(half((day) => day >= '2026-06')).toBeGreaterThan(half((day) => day < '2026-06') + 0.04);
    const right = (isWanted: (day: string) => boolean) =>
      kpiValue('firstTimeRight', ({ day }) => isWanted(day));
    expect(right((day) => day >= '2026-06')).toBeGreaterThan(right((day) => day < '2026-06'));
  });

  it('leaves some callbacks of the last days open, and a few of them overdue', () => {
    const open = all.flatMap(({ callback }) => (callback && isOpen(stateOf(callback)) ? callback : []));
    const overdue = open.filter(({ due }) => Temporal.Instant.compare(due, now) < 0);
    expect(open.length).toBeGreaterThan(10);
    expect(open.length).toBeLessThan(60);
    expect(overdue.length).toBeGreaterThan(1);
    expect(overdue.length).toBeLessThan(open.length / 2);
    expect(open.every(({ id }) => dayOf(id) > '2026-11-01')).toBe(true);
  });
});

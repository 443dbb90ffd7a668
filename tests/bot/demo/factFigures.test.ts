import type { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { demoCalls } from '../../../bot/demo/demoCalls.ts';
import { demoCases } from '../../../bot/demo/demoCases.ts';
import { demoProbes } from '../../../bot/demo/demoProbes.ts';
import { demoRatings } from '../../../bot/demo/demoRatings.ts';
import { demoWebCounts } from '../../../bot/demo/demoWebCounts.ts';
import { waterland } from '../../../bot/demo/waterland.ts';
import type { FactKind, FactOf } from '../../../shared/fact/factKind.ts';
import { countedMeasurements } from '../../../shared/kpi/counted.ts';
import type { KpiId } from '../../../shared/kpi/kpi.ts';
import { measureFacts } from '../../../shared/kpi/measure/facts.ts';
import { measureRegistrations } from '../../../shared/kpi/measure/registrations.ts';
import type { Measurement } from '../../../shared/kpi/measurement.ts';
import { scoreDistribution } from '../../../shared/kpi/scoreDistribution.ts';
import { totalsOf } from '../../../shared/kpi/totals.ts';
import { allDays, calendar, now, today, year } from './waterlandYear.ts';

const past = allDays.filter((day) => !day.equals(today));
const calls = past.flatMap((day) => demoCalls(day, calendar));
const cases = allDays.flatMap((day) => demoCases(day, today, calendar));
const ratings = past.flatMap(demoRatings);

function measure<Kind extends FactKind>(kind: Kind, facts: readonly FactOf[Kind][]): Measurement[] {
  return measureFacts(kind, facts, { calendar, now, municipality: waterland });
}

const counted = countedMeasurements([
  ...year.flatMap((registrations) => measureRegistrations(registrations, { calendar, now })),
  ...measure('calls', calls),
  ...measure('cases', cases),
  ...measure('ratings', ratings),
  ...measure('webCounts', past.flatMap(demoWebCounts)),
  ...measure(
    'probes',
    allDays.flatMap((day) => demoProbes(day, now)),
  ),
]);

/** What a KPI came to on the days for which this is true, YYYY-MM-DD. */
function value(kpi: KpiId, isWanted: (measurement: Measurement) => boolean = () => true): number {
  const wanted = counted.filter((measurement) => measurement.kpi === kpi && isWanted(measurement));
  const sum = (of: 'numerator' | 'denominator') => wanted.reduce((total, one) => total + one[of], 0);
  return sum('numerator') / sum('denominator');
}

const between =
  (first: string, last: string) =>
  ({ day }: Measurement) =>
    day >= first && day <= last;
const firstQuarter = between('2025-11-01', '2026-01-31');
const lastQuarter = between('2026-09-01', '2026-11-24');

function expectWithin(actual: number, least: number, most: number): void {
  expect(actual).toBeGreaterThan(least);
  expect(actual).toBeLessThan(most);
}

describe('what other systems tell of a year of Waterland', () => {
  it('the telephone rings 65 times a day, most on Monday morning, and is answered ever more in time', () => {
    const perDay = (isWanted: (day: Temporal.PlainDate) => boolean) => {
      const days = past.filter((day) => calendar.workingDay(day) !== undefined && isWanted(day));
      const wanted = new Set(days.map(String));
      return calls.filter(({ day }) => wanted.has(day)).length / days.length;
    };
    expectWithin(
      perDay(() => true),
      62,
      72,
    );
    const onDay = (weekday: number) => (day: Temporal.PlainDate) => day.dayOfWeek === weekday;
    expect(perDay(onDay(1))).toBeGreaterThan(1.2 * perDay(onDay(5)));
    const mondays = new Set(past.filter(onDay(1)).map(String));
    const onMonday = value('serviceLevel', ({ day }) => mondays.has(day));
    expect(onMonday).toBeLessThan(value('serviceLevel') - 0.03);
    expectWithin(value('serviceLevel', firstQuarter), 0.84, 0.89);
    expectWithin(value('serviceLevel', lastQuarter), 0.89, 0.92);
    expectWithin(value('callDuration'), 260, 295);
    expectWithin(value('transferReach'), 0.89, 0.93);
  });

  it('nobody calls or works on a case while the office is closed', () => {
    const closed = new Set(
      allDays.filter((day) => calendar.workingDay(day) === undefined).map((day) => day.toString()),
    );
    expect(calls.filter(({ day }) => closed.has(day))).toEqual([]);
    expect(
      cases.filter(({ startedOn, closedOn }) => closed.has(startedOn) || closed.has(closedOn ?? '')),
    ).toEqual([]);
  });

  it('cases take two weeks to three months, and are in time nearly as often as promised, permits less', () => {
    const decided = between('2026-03-01', '2026-11-24');
    expectWithin(value('casesOnTime', decided), 0.93, 0.965);
    const permits = value('casesOnTime', ({ department }) => department === 'vergunningen');
    expect(permits).toBeLessThan(value('casesOnTime') - 0.03);
    expect(cases.every(({ closedOn = '' }) => closedOn < today.toString())).toBe(true);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it('citizens give a 7.2, too many of them a low mark for their case, and fewer a 7 than the guide asks', () => {
    expectWithin(value('rating'), 7, 7.35);
    expectWithin(value('lowRatings'), 0.045, 0.08);
    const months = [totalsOf('2026-10', measure('ratings', ratings))];
    const scores = scoreDistribution(months, { department: undefined, process: undefined });
    expect(scores?.counts.reduce((sum, count) => sum + count)).toBe(ratings.length);
    expect([scores?.high.isAsGuided, scores?.low.isAsGuided]).toEqual([false, true]);
  });

  it('the website handles ever more of what it can, and is up but for a bad day', () => {
    expectWithin(value('onlineShare', firstQuarter), 0.7, 0.74);
    expectWithin(value('onlineShare', lastQuarter), 0.72, 0.78);
    expectWithin(value('uptime'), 0.992, 0.9995);
    const down = counted.filter(
      ({ kpi, numerator, denominator }) => kpi === 'uptime' && numerator < 0.93 * denominator,
    );
    expectWithin(down.length, 0, 8);
  });

  it('the same day is always the same', () => {
    const again = past.slice(-9).flatMap((day) => demoCalls(day, calendar));
    expect(again).toEqual(calls.slice(-again.length));
  });
});

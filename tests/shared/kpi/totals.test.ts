import { describe, expect, it } from 'vitest';
import type { Measurement } from '../../../shared/kpi/measurement.ts';
import { totalsOf } from '../../../shared/kpi/totals.ts';

function measurement(
  source: Measurement['source'],
  kpi: Measurement['kpi'],
  but: Partial<Measurement> = {},
): Measurement {
  return {
    source,
    kpi,
    day: '2026-04-23',
    department: 'kcc',
    process: '',
    numerator: 1,
    denominator: 2,
    ...but,
  };
}

/** Numerator and denominator of a month, all departments and processes together. */
function sumOf(kpi: Measurement['kpi'], measurements: readonly Measurement[]) {
  const { totals } = totalsOf('2026-04', measurements);
  const of = totals.filter((total) => total.kpi === kpi);
  return [
    of.reduce((sum, { numerator }) => sum + numerator, 0),
    of.reduce((sum, { denominator }) => sum + denominator, 0),
  ];
}

describe('what is both measured by a system and noted by people', () => {
  it.each([
    ['callDuration', 'calls'],
    ['transferReach', 'calls'],
    ['firstResponse', 'responses'],
  ] as const)(
    '%s counts by the system on the days that have it, and by the notes on the others',
    (kpi, source) => {
      const measurements = [
        measurement('registrations', kpi),
        measurement(source, kpi, { numerator: 40, denominator: 50 }),
        measurement('registrations', kpi, { day: '2026-04-24', numerator: 3, denominator: 4 }),
      ];
      expect(sumOf(kpi, measurements)).toEqual([43, 54]);
    },
  );

  it('does not stand in the way of another KPI', () => {
    const measurements = [
      measurement('calls', 'serviceLevel'),
      measurement('registrations', 'transferReach'),
    ];
    expect(sumOf('transferReach', measurements)).toEqual([1, 2]);
  });
});

describe('what is handled online', () => {
  const notOnline = (process: string, day = '2026-04-23') =>
    measurement('registrations', 'onlineShare', { process, day, numerator: 0, denominator: 1 });
  const online = (process: string, count: number, day = '2026-04-23') =>
    measurement('webCounts', 'onlineShare', { process, day, numerator: count, denominator: count });

  it('is a share of all requests for processes that can be done online', () => {
    const measurements = [online('paspoort', 9), notOnline('paspoort'), notOnline('wmo')];
    expect(sumOf('onlineShare', measurements)).toEqual([9, 10]);
  });

  it('is nothing on a day that the website handled nothing of a process, but was looked at', () => {
    const measurements = [
      online('paspoort', 9),
      online('woz', 4, '2026-04-24'),
      notOnline('paspoort', '2026-04-24'),
    ];
    expect(sumOf('onlineShare', measurements)).toEqual([13, 14]);
  });

  it('is not known on a day on which nobody counted', () => {
    const measurements = [online('paspoort', 9), notOnline('paspoort', '2026-04-24')];
    expect(sumOf('onlineShare', measurements)).toEqual([9, 9]);
  });
});

describe('totals', () => {
  it('say which days were measured: not those with nothing to count', () => {
    const { totals } = totalsOf('2026-04', [
      measurement('calls', 'serviceLevel', { day: '2026-04-01' }),
      measurement('calls', 'serviceLevel', { day: '2026-04-30' }),
      measurement('calls', 'serviceLevel', { day: '2026-04-15', numerator: 0, denominator: 0 }),
    ]);
    expect(totals).toEqual([
      {
        department: 'kcc',
        process: '',
        kpi: 'serviceLevel',
        numerator: 2,
        denominator: 4,
        days: 2 + 2 ** 30,
      },
    ]);
  });

  it('of some days leave the others out, but know what they say of what counts', () => {
    const measurements = [
      measurement('webCounts', 'onlineShare', { process: 'paspoort', numerator: 9, denominator: 9 }),
      measurement('webCounts', 'onlineShare', {
        process: 'woz',
        day: '2026-04-24',
        numerator: 1,
        denominator: 1,
      }),
      measurement('registrations', 'onlineShare', {
        process: 'paspoort',
        day: '2026-04-24',
        numerator: 0,
        denominator: 1,
      }),
    ];
    const { totals } = totalsOf('2026-04', measurements, new Set(['2026-04-24']));
    expect(totals.map(({ process, numerator, denominator }) => [process, numerator, denominator])).toEqual([
      ['woz', 1, 1],
      ['paspoort', 0, 1],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { KpiId } from '../../../shared/kpi/kpi.ts';
import { defaultNorms } from '../../../shared/kpi/norms.ts';
import { formatIn } from '../../../shared/texts/figures.ts';

const nl = formatIn('nl');
const en = formatIn('en');

const shown = (id: KpiId, value: number, format = nl) => format.value(id, value, defaultNorms[id][0]);

describe('a value, as a Dutch reader writes it', () => {
  it.each([
    ['callbackOnTime', 30 / 41, '73,2%', '', '73,2%'],
    ['callbackOnTime', 1, '100%', '', '100%'],
    ['firstTimeRight', 0.81, '81%', '', '81%'],
    ['callDuration', 245, '4:05', 'min', '4 minuten en 5 seconden'],
    ['callDuration', 61.2, '1:01', 'min', '1 minuut en 1 seconde'],
    ['callDuration', 300, '5:00', 'min', '5 minuten'],
    ['firstResponse', 2.1, '2,1', 'werkdagen', '2,1 werkdagen'],
    ['firstResponse', 1.04, '1', 'werkdag', '1 werkdag'],
    ['rating', 7.3, '7,3', '', '7,3'],
  ] as const)('%s %d', (id, value, figure, unit, spoken) => {
    expect(shown(id, value)).toEqual({ figure, unit, spoken });
  });

  it('is written with a point in English', () => {
    expect(shown('callbackOnTime', 30 / 41, en).figure).toBe('73.2%');
    expect(shown('firstResponse', 2.1, en).spoken).toBe('2.1 working days');
  });
});

describe('rounding never tells another verdict than the value', () => {
  it.each([
    ['94.96% misses at least 95%', 'callbackOnTime', 0.9496, '94,9%'],
    ['95% meets at least 95%', 'callbackOnTime', 0.95, '95%'],
    ['90.04% meets more than 90%', 'transferReach', 0.9004, '90,1%'],
    ['exactly 90% misses more than 90%', 'transferReach', 0.9, '90%'],
    ['4.96% meets less than 5%', 'lowRatings', 0.0496, '4,9%'],
    ['300.4 seconds miss at most 5 minutes', 'callDuration', 300.4, '5:01'],
    ['5.04 working days miss at most 5', 'firstResponse', 5.04, '5,1'],
    ['6.96 misses at least a 7', 'rating', 6.96, '6,9'],
  ] as const)('%s', (_case, id, value, figure) => {
    expect(shown(id, value).figure).toBe(figure);
  });
});

describe('a norm in words', () => {
  it.each([
    ['uptime', 'minstens 99%'],
    ['onlineShare', 'meer dan 75%'],
    ['serviceLevel', 'minstens 90% binnen 90 seconden'],
    ['firstResponse', 'gemiddeld hoogstens 5 werkdagen'],
    ['callDuration', 'gemiddeld hoogstens 5 minuten'],
    ['rating', 'gemiddeld minstens een 7'],
    ['lowRatings', 'minder dan 5%'],
  ] as const)('%s', (id, words) => {
    expect(nl.norm(id, defaultNorms[id][0])).toBe(words);
  });

  it('says it in English', () => {
    expect(en.norm('callDuration', defaultNorms.callDuration[0])).toBe('at most 5 minutes on average');
  });

  it('can be a target that is not whole', () => {
    const norm = { comparison: 'atMost', target: 270, from: '2026-01-01' } as const;
    expect(nl.norm('callDuration', norm)).toBe('gemiddeld hoogstens 4 minuten en 30 seconden');
  });
});

describe('a time', () => {
  const now = Date.parse('2026-11-23T22:30:00Z');

  it('is that of the Netherlands', () => {
    expect(nl.updated('2026-11-23T09:32:10.123Z', now)).toBe('Bijgewerkt om 10:32');
    expect(nl.updated('2026-07-01T09:32:00Z', Date.parse('2026-07-01T10:00:00Z'))).toBe(
      'Bijgewerkt om 11:32',
    );
  });

  it('has its day when that is not today, by the Dutch midnight', () => {
    expect(nl.updated('2026-11-22T22:59:00Z', now)).toBe('Bijgewerkt op zondag 22 november om 23:59');
    expect(nl.updated('2026-11-22T23:01:00Z', now)).toBe('Bijgewerkt om 00:01');
  });
});

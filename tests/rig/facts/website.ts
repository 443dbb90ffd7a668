import type { Random } from '../../../bot/demo/random.ts';
import type { Probe } from '../../../shared/fact/probe.ts';
import type { WebCount } from '../../../shared/fact/webCount.ts';
import { between } from './delivery.ts';
import { dayAt, dayCount, processIds, unknownProcess } from './town.ts';

/** Others cannot be done online. */
const onlineProcesses = [...processIds.slice(1, 9), unknownProcess];

/** Counts of a part of the days, in their order. In July nobody counted; one process was counted in some months only. */
export function generateWebCounts(random: Random): WebCount[] {
  const counts: WebCount[] = [];
  for (let index = 0; index < dayCount; index++) {
    const day = dayAt(index);
    if (day.startsWith('2025-07') || !random.chance(0.3)) continue;
    for (const id of onlineProcesses) {
      const isCounted = id !== 'rijbewijs' || Number(day.slice(5, 7)) % 2 === 0;
      if (isCounted && random.chance(0.8)) counts.push({ id, day, handled: countOf(random) });
    }
  }
  return counts;
}

function countOf(random: Random): number {
  return random.chance(0.1) ? 0 : between(random, 1, 40);
}

export function correctWebCount(random: Random, count: WebCount): WebCount {
  return { ...count, handled: countOf(random) };
}

const websites = ['www', 'formulieren', 'afspraken'];

/** The days on which the clock changes have other numbers of minutes. */
const minutesOn: Readonly<Record<string, number>> = { '2025-03-30': 1380, '2025-10-26': 1500 };

/** Days of looks at some websites, among them those on which the clock changes. */
export function generateProbes(random: Random): Probe[] {
  const probes: Probe[] = [];
  for (let index = 0; index < dayCount; index++) {
    const day = dayAt(index);
    if (minutesOn[day] === undefined && !random.chance(0.15)) continue;
    for (const id of websites) probes.push({ id, day, minutes: minutesOf(random, minutesOn[day] ?? 1440) });
  }
  return probes;
}

/** How long it was what: mostly up, with failures on their own, in a row, and with a gap between them. */
const spans = [
  { weight: 10, mark: '1', longest: 300 },
  { weight: 6, mark: '0', longest: 2 },
  { weight: 2, mark: '0', longest: 20 },
  { weight: 1, mark: 'd', longest: 5 },
  { weight: 4, mark: ' ', longest: 40 },
];

function minutesOf(random: Random, length: number): string {
  let minutes = '';
  while (minutes.length < length) {
    const { mark, longest } = random.weigh(spans);
    minutes += mark.repeat(between(random, 1, longest));
  }
  return minutes.slice(0, length);
}

/** Looks of another monitor at the same minutes. */
export function correctProbe(random: Random, probe: Probe): Probe {
  return { ...probe, minutes: minutesOf(random, probe.minutes.length) };
}

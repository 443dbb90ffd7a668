import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { calls } from '../../bot/imports/calls.ts';
import type { Call } from '../../shared/fact/call.ts';
import { measureCalls } from '../../shared/kpi/measure/calls.ts';
import { sums } from '../../shared/kpi/sums.ts';
import { settings } from '../../shared/settings.ts';
import { testMunicipality } from '../shared/municipality.ts';

const context = {
  mapping: v.parse(calls.mapping, {}),
  municipality: testMunicipality,
  now: Temporal.Instant.from('2026-11-27T12:00:00Z'),
};

/**
 * All that an import of calls does but for keeping them: reads the file and sums what was measured, lot by lot.
 * @returns how many calls there were.
 */
export async function rollUpCalls(file: AsyncIterable<Uint8Array>): Promise<number> {
  const measured = sums('calls');
  let count = 0;
  let lot: (readonly Call[])[] = [];
  let inLot = 0;
  const rollUp = () => {
    for (const measurement of measureCalls(lot.flat())) measured.add(measurement);
    count += inLot;
    lot = [];
    inLot = 0;
  };
  for await (const { facts, refused } of calls.read(file, context)) {
    if (refused.length > 0) throw new Error(`Line ${refused[0]?.line} is refused: ${refused[0]?.reason}`);
    lot.push(facts);
    inLot += facts.length;
    if (inLot >= settings.imports.factsAtOnce.byDay) rollUp();
  }
  rollUp();
  return count;
}

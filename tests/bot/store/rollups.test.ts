import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, it } from 'vitest';
import { openRollups, type RollupStore } from '../../../bot/store/rollups.ts';
import { openStorage } from '../../../bot/store/storage.ts';
import { kpiIds } from '../../../shared/kpi/kpi.ts';
import type { Measurement } from '../../../shared/kpi/measurement.ts';
import { totalsOf } from '../../../shared/kpi/totals.ts';
import { testStorage } from '../../rig/azurite.ts';

let rollups: RollupStore;
beforeAll(async () => {
  rollups = openRollups(await openStorage({ kind: 'connectionString', ...testStorage() }));
});

const computedAt = Temporal.Instant.from('2026-04-24T08:00:00Z');

it('keeps a month of the largest municipality in two rows', async () => {
  const measurements: Measurement[] = [];
  for (let day = 1; day <= 31; day++) {
    for (let department = 0; department < 60; department++) {
      for (let index = 0; index < 30; index++) {
        measurements.push({
          source: 'registrations',
          day: `2026-05-${String(day).padStart(2, '0')}`,
          department: `afdeling-${department}`,
          process: `klantproces-${(department * 7 + index * 13) % 100}`,
          kpi: kpiIds[index % kpiIds.length] ?? 'rating',
          numerator: (department * 31 + index * 17 + day) % 97,
          denominator: 97,
        });
      }
    }
  }
  expect(await rollups.write('tenant', '2026-05', { measurements, computedAt }, undefined)).toBe(true);
  const read = await rollups.read('tenant', '2026-05');
  expect(read?.measurements).toEqual(measurements);
  expect(read?.computedAt).toEqual(computedAt);
  const [totals] = await rollups.readTotals('tenant', '2026-05', '2026-05');
  expect(totals).toEqual({ ...totalsOf('2026-05', measurements), computedAt });
});

it('lets only one of two writers replace the same version', async () => {
  const rollup = { measurements: [], computedAt };
  await rollups.write('tenant', '2026-06', rollup, undefined);
  const etag = (await rollups.read('tenant', '2026-06'))?.etag;
  const won = await Promise.all([
    rollups.write('tenant', '2026-06', rollup, etag),
    rollups.write('tenant', '2026-06', rollup, etag),
    rollups.write('tenant', '2026-06', rollup, undefined),
  ]);
  expect(won.filter(Boolean)).toHaveLength(1);
});

it('says that a month was never computed', async () => {
  expect(await rollups.read('tenant', '1999-01')).toBeUndefined();
});

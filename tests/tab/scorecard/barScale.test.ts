import { expect, it } from 'vitest';
import { defaultNorms } from '../../../shared/kpi/norms.ts';
import { barPositions } from '../../../tab/scorecard/barScale.ts';

it.each([
  ['a share runs from 0 to 100%', 'callbackOnTime', 0.73, { value: 0.73, norm: 0.95 }],
  ['a rating runs from 1 to 10', 'rating', 5.5, { value: 0.5, norm: 6 / 9 }],
  ['where less is better the norm stands halfway', 'callDuration', 240, { value: 0.4, norm: 0.5 }],
  ['also for a share', 'lowRatings', 0.025, { value: 0.25, norm: 0.5 }],
  ['what is far beyond the norm fills the bar', 'firstResponse', 25, { value: 1, norm: 0.5 }],
] as const)('%s', (_case, id, value, positions) => {
  expect(barPositions(id, value, defaultNorms[id][0])).toEqual(positions);
});

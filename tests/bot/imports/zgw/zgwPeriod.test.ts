import * as v from 'valibot';
import { expect, it } from 'vitest';
import { ZgwPeriod } from '../../../../bot/imports/zgw/zgwPeriod.ts';

it('reads the periods of the standard', () => {
  const read = ['P8W', 'P1M', 'P1Y6M10D', 'P30DT0S', '-P5D'].map((text) => String(v.parse(ZgwPeriod, text)));
  expect(read).toEqual(['P8W', 'P1M', 'P1Y6M10D', 'P30D', '-P5D']);
});

it('takes what is no period for none', () => {
  const none = ['P0D', '', '8 weken', 'P1M-', 'P999999999D', '-P200Y', null, undefined];
  expect(none.map((text) => v.parse(ZgwPeriod, text))).toEqual(none.map(() => undefined));
});

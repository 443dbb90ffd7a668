import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dueDay } from '../../../../bot/imports/zgw/dueDay.ts';

const day = Temporal.PlainDate.from;
const period = Temporal.Duration.from;

const zaak = {
  identificatie: 'Z1',
  zaaktype: 'x',
  startdatum: day('2026-01-31'),
};
const extended = { ...zaak, verlenging: { duur: period('P2W') } };

const noTime = { identificatie: '', omschrijving: '', doorlooptijd: undefined, servicenorm: undefined };
const month = { ...noTime, doorlooptijd: period('P1M') };
const both = { ...month, servicenorm: period('P10D') };

describe('by law', () => {
  it('is the day that the case system says, whatever else is known', () => {
    const stated = { ...extended, uiterlijkeEinddatumAfdoening: day('2026-03-20') };
    expect(dueDay(stated, both, 'doorlooptijd')?.toString()).toBe('2026-03-20');
  });

  it('is the lead time after the start where it says none: a month later, or the last day of it', () => {
    expect(dueDay(zaak, both, 'doorlooptijd')?.toString()).toBe('2026-02-28');
  });

  it('is extended where the case system did not do so', () => {
    const stated = { ...extended, uiterlijkeEinddatumAfdoening: day('2026-02-28') };
    expect(dueDay(stated, month, 'doorlooptijd')?.toString()).toBe('2026-03-14');
    expect(dueDay(extended, month, 'doorlooptijd')?.toString()).toBe('2026-03-14');
  });

  it('is not known where nothing says it', () => {
    expect(dueDay(extended, noTime, 'doorlooptijd')).toBeUndefined();
  });
});

describe('by the own norm', () => {
  it('is the norm after the start, extended, even where the law leaves more time', () => {
    const stated = { ...zaak, uiterlijkeEinddatumAfdoening: day('2026-03-20') };
    expect(dueDay(stated, both, 'servicenorm')?.toString()).toBe('2026-02-10');
    expect(dueDay(extended, both, 'servicenorm')?.toString()).toBe('2026-02-24');
  });

  it('is that of the law where the type of case has none', () => {
    expect(dueDay(zaak, month, 'servicenorm')?.toString()).toBe('2026-02-28');
  });
});

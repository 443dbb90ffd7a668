import { describe, expect, it } from 'vitest';
import { refusalReasons } from '../../../shared/fact/refusal.ts';
import { failureReasons } from '../../../shared/imports/importRun.ts';
import { importTexts, resultLines } from '../../../shared/texts/imports.ts';
import { failed, imported, mostlyGood, someRefusals, summaryOf } from '../../tab/importLists.ts';

describe('how an import ended, in lines', () => {
  it('says what came of the records, then the first lines that were refused, and how many there are more', () => {
    expect(resultLines(imported(mostlyGood, false), 'nl', 1)).toEqual([
      '1.204 gelezen: 1.190 nieuw, 0 gewijzigd, 0 ongewijzigd, 14 geweigerd.',
      '  regel 17, begin: is geen tijdstip; schrijf 2026-11-25 09:30:00',
      '  en nog 13',
    ]);
  });

  it('says of no more lines when all of them are there', () => {
    const summary = summaryOf({ records: 2, refused: 2, refusals: [...someRefusals] });
    expect(resultLines(imported(summary, false), 'nl', 10)).toEqual([
      '2 gelezen: 0 nieuw, 0 gewijzigd, 0 ongewijzigd, 2 geweigerd.',
      '  regel 17, begin: is geen tijdstip; schrijf 2026-11-25 09:30:00',
      '  regel 204, wachtrij: hoort bij geen afdeling; zet de afdeling in de mapping',
    ]);
  });

  it('names no column of a line that is refused as a whole', () => {
    const summary = summaryOf({
      records: 1,
      refused: 1,
      refusals: [{ line: 3, column: '', reason: 'fieldCount' }],
    });
    expect(resultLines(imported(summary, false), 'en', 10)[1]).toBe(
      '  line 3: has more or fewer fields than the first line',
    );
  });

  it('says of a dry run that nothing was taken over', () => {
    expect(resultLines(imported(summaryOf({ records: 7, added: 7 }), true), 'nl', 10)).toEqual([
      '7 gelezen: 7 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 geweigerd.',
      'Dit is wat er zou gebeuren; er is nog niets overgenomen.',
    ]);
  });

  it('says of a file that failed why, with the details and the lines, and that nothing was taken over', () => {
    const result = failed({
      reason: 'mostlyRefused',
      details: ['calls.csv'],
      refusals: [...someRefusals],
    });
    expect(resultLines(result, 'nl', 1)).toEqual([
      'Bijna geen regel past. Is het de goede bron, en klopt de mapping?',
      '  calls.csv',
      '  regel 17, begin: is geen tijdstip; schrijf 2026-11-25 09:30:00',
      '  en nog 1',
      'Er is niets overgenomen.',
    ]);
  });
});

describe.each(['nl', 'en'] as const)('in %s', (locale) => {
  const { refusals, failures } = importTexts[locale];

  it('every reason for which a line is refused reads differently', () => {
    expect(new Set(refusalReasons.map((reason) => refusals[reason])).size).toBe(refusalReasons.length);
  });

  it('every reason for which an import fails reads differently', () => {
    expect(new Set(failureReasons.map((reason) => failures[reason])).size).toBe(failureReasons.length);
  });
});

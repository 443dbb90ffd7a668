import { describe, expect, it } from 'vitest';
import { ratings } from '../../../bot/imports/ratings.ts';
import { badFileOf, readFacts } from './readFacts.ts';

const header = 'id;datum;cijfer;zaaknummer;afdeling;proces;opmerking\n';

describe('a rating', () => {
  it('is of a case where it has a case number, of a contact otherwise', async () => {
    const { facts, refused } = await readFacts(
      ratings,
      `${header}a1;26-11-2026 14:05;8;Z-1;Grondzaken;strook-grond;"Snel; ""prima"""\na2;26-11-2026;7,0;;KCC;;\n`,
    );
    expect(facts).toEqual([
      {
        id: 'a1',
        day: '2026-11-26',
        score: 8,
        about: 'case',
        department: 'grondzaken',
        process: 'strook-grond',
        remark: 'Snel; "prima"',
      },
      { id: 'a2', day: '2026-11-26', score: 7, about: 'contact', department: 'kcc', process: '', remark: '' },
    ]);
    expect(refused).toEqual([]);
  });

  it.each([
    ['id missing', ';26-11-2026;8;;KCC;;'],
    ['datum inFuture', 'a;28-11-2026;8;;KCC;;'],
    ['cijfer notAWholeNumber', 'a;26-11-2026;7.5;;KCC;;'],
    ['cijfer outOfRange', 'a;26-11-2026;0;;KCC;;'],
    ['cijfer outOfRange', 'a;26-11-2026;11;;KCC;;'],
    ['cijfer missing', 'a;26-11-2026;;;KCC;;'],
    ['afdeling unknownDepartment', 'a;26-11-2026;8;;Sport;;'],
    ['opmerking tooLong', `a;26-11-2026;8;;KCC;;${'x'.repeat(1001)}`],
    ['opmerking bsn', 'a;26-11-2026;8;;KCC;;mijn nummer is 111222333'],
  ])('is refused: %s', async (reason, row) => {
    const { facts, refused } = await readFacts(ratings, `${header}${row}\n`);
    expect([facts, refused]).toEqual([[], [`2 ${reason}`]]);
  });

  it('may have a remark of 1,000 characters', async () => {
    const { facts } = await readFacts(ratings, `${header}a;26-11-2026;8;;KCC;;${'é'.repeat(1000)}\n`);
    expect(facts[0]?.remark).toHaveLength(1000);
  });

  it('needs no columns for case, process and remark', async () => {
    const { facts } = await readFacts(ratings, 'id,datum,cijfer,afdeling\na,2026-11-26,9,kcc\n');
    expect(facts).toMatchObject([{ about: 'contact', process: '', remark: '' }]);
    expect(await badFileOf(ratings, 'datum,cijfer\n')).toEqual(['missingColumns', 'id', 'afdeling']);
  });
});

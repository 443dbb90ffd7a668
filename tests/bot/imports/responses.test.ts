import { describe, expect, it } from 'vitest';
import { responses } from '../../../bot/imports/responses.ts';
import { readFacts } from './readFacts.ts';

const header = 'id;ontvangen;beantwoord;afdeling;proces\n';

describe('a message', () => {
  it('is answered on a day, or not yet', async () => {
    const { facts, refused } = await readFacts(
      responses,
      `${header}m1;2026-11-23 16:00;2026-11-25;Vergunningen;Kapvergunning\nm2;2026-11-24;;KCC;\n`,
    );
    expect(facts).toEqual([
      {
        id: 'm1',
        department: 'vergunningen',
        process: 'kapvergunning',
        receivedOn: '2026-11-23',
        respondedOn: '2026-11-25',
      },
      { id: 'm2', department: 'kcc', process: '', receivedOn: '2026-11-24', respondedOn: undefined },
    ]);
    expect(refused).toEqual([]);
  });

  it.each([
    ['id missing', ';2026-11-24;;KCC;'],
    ['ontvangen missing', 'm;;;KCC;'],
    ['ontvangen inFuture', 'm;2026-11-28;;KCC;'],
    ['beantwoord notADay', 'm;2026-11-24;ja;KCC;'],
    ['beantwoord inFuture', 'm;2026-11-24;2026-11-28;KCC;'],
    ['beantwoord wrongOrder', 'm;2026-11-24;2026-11-23;KCC;'],
    ['proces unknownProcess', 'm;2026-11-24;;KCC;Zwembad'],
  ])('is refused: %s', async (reason, row) => {
    const { facts, refused } = await readFacts(responses, `${header}${row}\n`);
    expect([facts, refused]).toEqual([[], [`2 ${reason}`]]);
  });
});

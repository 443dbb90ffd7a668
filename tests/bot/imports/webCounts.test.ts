import { describe, expect, it } from 'vitest';
import { webCounts } from '../../../bot/imports/webCounts.ts';
import { badFileOf, readFacts } from './readFacts.ts';

const header = 'proces;datum;aantal\n';

describe('a count of requests', () => {
  it('is of a process and a day, and the last of a day counts', async () => {
    const rows = Array.from({ length: 9 }, (_, day) => `Kapvergunning;${day + 1}-11-2026;${day}\n`).join('');
    const { facts, records } = await readFacts(
      webCounts,
      `${header}kapvergunning;2-11-2026;3\nstrook-grond;2-11-2026;1.234\n${rows}kapvergunning;2-11-2026;5\n`,
    );
    const counts = Object.fromEntries(facts.map(({ id, day, handled }) => [`${id} ${day}`, handled]));
    expect(facts).toHaveLength(10);
    expect(counts).toMatchObject({
      'kapvergunning 2026-11-01': 0,
      'kapvergunning 2026-11-02': 5,
      'kapvergunning 2026-11-09': 8,
      'strook-grond 2026-11-02': 1234,
    });
    expect(records).toBe(12);
  });

  it.each([
    ['proces missing', ';2-11-2026;3'],
    ['proces unknownProcess', 'Zwembad;2-11-2026;3'],
    ['datum inFuture', 'kapvergunning;28-11-2026;3'],
    ['aantal notAWholeNumber', 'kapvergunning;2-11-2026;3,5'],
    ['aantal outOfRange', 'kapvergunning;2-11-2026;-3'],
    ['aantal missing', 'kapvergunning;2-11-2026;'],
  ])('is refused: %s', async (reason, row) => {
    const { facts, refused } = await readFacts(webCounts, `${header}${row}\n`);
    expect([facts, refused]).toEqual([[], [`2 ${reason}`]]);
  });

  it('of a page that is no process is left out where the mapping says so', async () => {
    const { facts, refused } = await readFacts(webCounts, `${header}Nieuwsbrief;2-11-2026;3\n`, {
      processes: { nieuwsbrief: '' },
    });
    expect([facts, refused]).toEqual([[], []]);
  });

  it('comes from a file with its columns', async () => {
    expect(await badFileOf(webCounts, 'proces;datum\n')).toEqual(['missingColumns', 'aantal']);
  });
});

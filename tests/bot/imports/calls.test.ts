import { describe, expect, it } from 'vitest';
import { calls } from '../../../bot/imports/calls.ts';
import { badFileOf, mappingIssues, readFacts } from './readFacts.ts';

const header =
  'id;datum;tijd;wachtrij;wachttijd;gesprekstijd;beantwoord;doorverbonden naar;doorverbonden opgenomen\n';

/** One row in the usual columns, as the fact that is made of it. */
async function call(row: string, mapping: unknown = {}) {
  const { facts, refused } = await readFacts(calls, `${header}${row}\n`, mapping);
  return facts[0] ?? refused[0];
}

/** One call with its times in other columns. */
async function timed(columns: string, times: string) {
  const file = `id,begin,wachtrij,${columns}\nc1,2026-11-25 09:00:00,kcc,${times}\n`;
  const { facts, refused } = await readFacts(calls, file);
  if (facts[0] === undefined) return refused[0];
  const { waitSeconds, talkSeconds, isAnswered } = facts[0];
  return { waitSeconds, talkSeconds, isAnswered };
}

describe('a call', () => {
  it('is read from the usual columns', async () => {
    expect(await call('c1;25-11-2026;9:05:30;KCC;12;0:03:20;ja;Grondzaken;nee')).toEqual({
      id: 'c1',
      day: '2026-11-25',
      second: 32_730,
      department: 'kcc',
      waitSeconds: 12,
      talkSeconds: 200,
      isAnswered: true,
      transfer: { department: 'grondzaken', isPickedUp: false },
    });
  });

  it('that was given up has no conversation', async () => {
    expect(await call('c1;25-11-2026;9:05;KCC;45;30;nee;;')).toMatchObject({
      waitSeconds: 45,
      talkSeconds: 0,
      isAnswered: false,
      transfer: undefined,
    });
  });

  it.each([
    ['id missing', ';25-11-2026;9:05;KCC;1;1;ja;;'],
    ['datum notADay', 'c;25-13-2026;9:05;KCC;1;1;ja;;'],
    ['datum missing', 'c;;9:05;KCC;1;1;ja;;'],
    ['datum inFuture', 'c;28-11-2026;9:05;KCC;1;1;ja;;'],
    ['tijd missing', 'c;25-11-2026;;KCC;1;1;ja;;'],
    ['tijd notATime', 'c;25-11-2026;negen uur;KCC;1;1;ja;;'],
    ['wachtrij unknownDepartment', 'c;25-11-2026;9:05;800;1;1;ja;;'],
    ['wachtrij unknownDepartment', 'c;25-11-2026;9:05;;1;1;ja;;'],
    ['wachttijd notATime', 'c;25-11-2026;9:05;KCC;lang;1;ja;;'],
    ['wachttijd outOfRange', 'c;25-11-2026;9:05;KCC;90000;1;ja;;'],
    ['wachttijd missing', 'c;25-11-2026;9:05;KCC;;1;ja;;'],
    ['gesprekstijd missing', 'c;25-11-2026;9:05;KCC;1;;ja;;'],
    ['beantwoord unknownValue', 'c;25-11-2026;9:05;KCC;1;1;misschien;;'],
    ['doorverbonden naar unknownDepartment', 'c;25-11-2026;9:05;KCC;1;1;ja;buiten;ja'],
    ['doorverbonden opgenomen missing', 'c;25-11-2026;9:05;KCC;1;1;ja;Grondzaken;'],
  ])('is refused: %s', async (reason, row) => {
    expect(await call(row)).toBe(`2 ${reason}`);
  });

  it('is of the department of its queue, or does not count', async () => {
    const departments = { 'Balie 800': 'vergunningen', intern: '' };
    expect(await call('c;25-11-2026;9:05;balie 800;1;1;ja;;', { departments })).toMatchObject({
      department: 'vergunningen',
    });
    expect(await call('c;25-11-2026;9:05;intern;;;;;', { departments })).toBeUndefined();
    expect(await call('c;25-11-2026;9:05;KCC;1;1;ja;intern;ja', { departments })).toMatchObject({
      transfer: undefined,
    });
  });

  it('may use its own words for yes and no', async () => {
    const answered = { ANSWERED: true, 'NO ANSWER': false };
    expect(await call('c;25-11-2026;9:05;KCC;1;9;Answered;Grondzaken;no answer', { answered })).toMatchObject(
      {
        isAnswered: true,
        transfer: { isPickedUp: false },
      },
    );
  });
});

describe('the times of a call', () => {
  it('are those of the time zone of the file, and become Dutch', async () => {
    const file = 'id,begin,wachtrij,wachttijd,gesprekstijd\nc,2026-07-24T23:30:10,kcc,5,60\n';
    const { facts } = await readFacts(calls, file, { timeZone: 'UTC' });
    expect(facts).toMatchObject([{ day: '2026-07-25', second: 5410, isAnswered: true }]);
  });

  it('may be of the answer and the end', async () => {
    const columns = 'opgenomen om,einde';
    expect(await timed(columns, '2026-11-25 09:00:20,2026-11-25 09:02:00')).toEqual({
      waitSeconds: 20,
      talkSeconds: 100,
      isAnswered: true,
    });
    expect(await timed(columns, '9:00:20,9:02:00')).toMatchObject({ waitSeconds: 20, talkSeconds: 100 });
    expect(await timed(columns, ',09:01:00')).toEqual({ waitSeconds: 60, talkSeconds: 0, isAnswered: false });
    expect(await timed('wachttijd,einde', '30,09:01:00')).toMatchObject({ isAnswered: false });
    expect(await timed('wachttijd,einde,beantwoord', '30,09:01:00,ja')).toMatchObject({ talkSeconds: 30 });
  });

  it.each([
    ['opgenomen om wrongOrder', '2026-11-25 08:59:00,2026-11-25 09:02:00'],
    ['einde wrongOrder', '2026-11-25 09:01:00,2026-11-25 09:00:30'],
    ['einde outOfRange', '2026-11-25 09:01:00,2026-11-27 09:00:30'],
    ['opgenomen om missing', ','],
  ])('are refused: %s', async (reason, times) => {
    expect(await timed('opgenomen om,einde', times)).toBe(`2 ${reason}`);
  });

  it('need a time zone that exists', () => {
    expect(mappingIssues(calls, { timeZone: 'Nederland' })).toEqual([
      'timeZone: expected a time zone, such as "Europe/Amsterdam", "UTC" or "+01:00"',
    ]);
    expect(mappingIssues(calls, { timeZone: '+01:00' })).toEqual([]);
  });
});

describe('a file of calls', () => {
  it('has each thing in one of its columns', async () => {
    expect(await badFileOf(calls, 'id;wachtrij;tijd\n')).toEqual([
      'missingColumns',
      'begin / datum',
      'wachttijd / opgenomen om',
      'gesprekstijd / einde',
    ]);
  });

  it('measures transfers only where it says how they ended', async () => {
    const file =
      'id,begin,wachtrij,wachttijd,gesprekstijd,doorverbonden naar\nc,2026-11-25 9:00,kcc,1,2,grondzaken\n';
    const { facts } = await readFacts(calls, file);
    expect(facts).toMatchObject([{ transfer: undefined }]);
  });

  it('goes on after a record that is refused', async () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      index % 3 === 0 ? `c${index};25-11-2026;kapot;KCC;1;1;ja;;` : `c${index};25-11-2026;9:05;KCC;1;1;ja;;`,
    );
    const { facts, refused, records } = await readFacts(calls, `${header}${rows.join('\r\n')}`);
    expect([facts.length, refused.length, records]).toEqual([40, 20, 60]);
    expect(refused[1]).toBe('5 tijd notATime');
  });
});

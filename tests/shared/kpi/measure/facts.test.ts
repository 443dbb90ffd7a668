import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../shared/calendar/calendar.ts';
import { defaultRules } from '../../../../shared/calendar/rules.ts';
import type { Call } from '../../../../shared/fact/call.ts';
import type { Case } from '../../../../shared/fact/case.ts';
import type { FactKind, FactOf } from '../../../../shared/fact/factKind.ts';
import type { Rating } from '../../../../shared/fact/rating.ts';
import { measureFacts } from '../../../../shared/kpi/measure/facts.ts';
import { testMunicipality } from '../../municipality.ts';

const context = {
  calendar: createCalendar(defaultRules),
  municipality: testMunicipality,
  now: Temporal.Instant.from('2026-04-24T10:00:00+02:00'),
};

/** What facts come to: "day department process kpi" and the fraction. */
function measured<Kind extends FactKind>(kind: Kind, facts: readonly FactOf[Kind][]) {
  return Object.fromEntries(
    measureFacts(kind, facts, context).map(({ day, department, process, kpi, numerator, denominator }) => [
      [day, department, process, kpi].filter(Boolean).join(' '),
      [numerator, denominator],
    ]),
  );
}

describe('calls', () => {
  const call = (but: Partial<Call> = {}): Call => ({
    id: '1',
    day: '2026-04-23',
    second: 36_000,
    department: 'kcc',
    waitSeconds: 20,
    talkSeconds: 200,
    isAnswered: true,
    transfer: undefined,
    ...but,
  });
  const givenUp = (waitSeconds: number) => call({ isAnswered: false, talkSeconds: 0, waitSeconds });

  it('are in time within 90 seconds, the ninetieth included', () => {
    const facts = [call({ waitSeconds: 90 }), call({ waitSeconds: 91 })];
    expect(measured('calls', facts)['2026-04-23 kcc serviceLevel']).toEqual([1, 2]);
  });

  it('of who hangs up within 10 seconds do not count, and later do', () => {
    expect(measured('calls', [givenUp(10), givenUp(11), call()])['2026-04-23 kcc serviceLevel']).toEqual([
      1, 2,
    ]);
  });

  it('have a length only where the KCC itself answered', () => {
    const facts = [call(), givenUp(50), call({ talkSeconds: 100 }), call({ department: 'burgerzaken' })];
    expect(measured('calls', facts)).toMatchObject({ '2026-04-23 kcc callDuration': [300, 2] });
    expect(measured('calls', facts)).not.toHaveProperty('2026-04-23 burgerzaken callDuration');
  });

  it('that are put through count for the department that should pick them up', () => {
    const to = (isPickedUp: boolean) => call({ transfer: { department: 'grondzaken', isPickedUp } });
    const facts = [to(true), to(true), to(false), call()];
    expect(measured('calls', facts)).toMatchObject({
      '2026-04-23 grondzaken transferReach': [2, 3],
      '2026-04-23 kcc serviceLevel': [4, 4],
    });
  });

  it('say nothing where none counts', () => {
    expect(measured('calls', [givenUp(3)])).toEqual({});
  });
});

describe('cases', () => {
  const aCase = (dueOn: string, closedOn?: string): Case => ({
    id: '1',
    department: 'vergunningen',
    process: 'bouwen',
    startedOn: '2026-02-02',
    dueOn,
    closedOn,
  });
  const cases = (...all: Case[]) => measured('cases', all);

  it('count on the day on which they are closed in time, the last one included', () => {
    expect(cases(aCase('2026-04-10', '2026-04-01'), aCase('2026-04-10', '2026-04-10'))).toEqual({
      '2026-04-01 vergunningen bouwen casesOnTime': [1, 1],
      '2026-04-10 vergunningen bouwen casesOnTime': [1, 1],
    });
  });

  it('count as late on their last day, closed too late or not at all', () => {
    expect(cases(aCase('2026-04-10', '2026-04-11'), aCase('2026-04-10'))).toEqual({
      '2026-04-10 vergunningen bouwen casesOnTime': [0, 2],
    });
  });

  it('say nothing while they may still be in time, up to the end of their last day', () => {
    expect(cases(aCase('2026-04-24'), aCase('2026-05-01'))).toEqual({});
    expect(cases(aCase('2026-04-23'))).toEqual({ '2026-04-23 vergunningen bouwen casesOnTime': [0, 1] });
  });
});

describe('ratings', () => {
  const rating = (score: number, about: Rating['about']): Rating => ({
    id: `${score}`,
    day: '2026-04-23',
    score,
    about,
    department: 'burgerzaken',
    process: 'paspoort',
    remark: '',
  });

  it('are summed, and counted as low below a 5 where they are of a closed case', () => {
    const facts = [rating(4, 'case'), rating(5, 'case'), rating(1, 'contact')];
    const of = '2026-04-23 burgerzaken paspoort';
    expect(measured('ratings', facts)).toEqual({
      [`${of} rating`]: [10, 3],
      [`${of} lowRatings`]: [1, 2],
      [`${of} score1`]: [1, 1],
      [`${of} score4`]: [1, 1],
      [`${of} score5`]: [1, 1],
    });
  });
});

describe('first responses', () => {
  it('count in working days on the day of the response, and not before there is one', () => {
    const message = { id: '1', department: 'kcc', process: '', receivedOn: '2026-04-17' };
    expect(
      measured('responses', [
        { ...message, respondedOn: '2026-04-21' },
        { ...message, respondedOn: undefined },
      ]),
    ).toEqual({ '2026-04-21 kcc firstResponse': [2, 1] });
  });
});

describe('what the website handled', () => {
  it('counts for the department of its process; a count of nothing is kept', () => {
    const [process] = testMunicipality.processes;
    if (process === undefined) return expect.fail('A process');
    const count = { id: process.id, day: '2026-04-23' };
    const of = `2026-04-23 ${process.department} ${process.id} onlineShare`;
    expect(measured('webCounts', [{ ...count, handled: 7 }])).toEqual({ [of]: [7, 7] });
    expect(measured('webCounts', [{ ...count, handled: 0 }])).toEqual({ [of]: [0, 0] });
  });
});

describe('probes', () => {
  it('count minutes of all channels together, and nothing where nobody looked', () => {
    const probe = (id: string, minutes: string) => ({ id, day: '2026-04-23', minutes });
    expect(measured('probes', [probe('site', '1111 00 1'), probe('forms', '10111')])).toEqual({
      '2026-04-23 uptime': [10, 12],
    });
    // Measured by us and by another: one channel.
    expect(measured('probes', [probe('site', '1001'), probe('site', ' 1 1')])).toEqual({
      '2026-04-23 uptime': [4, 4],
    });
    expect(measured('probes', [probe('site', '    ')])).toEqual({});
  });
});

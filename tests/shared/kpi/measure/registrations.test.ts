import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../shared/calendar/calendar.ts';
import { defaultRules } from '../../../../shared/calendar/rules.ts';
import { withStep } from '../../../../shared/callback/callback.ts';
import type { Registered } from '../../../../shared/contact/register.ts';
import type { Registration } from '../../../../shared/contact/registrationForm.ts';
import type { KpiId } from '../../../../shared/kpi/kpi.ts';
import { measureRegistrations } from '../../../../shared/kpi/measure/registrations.ts';
import { someCallback, someRegistration } from '../../../bot/registered.ts';

const calendar = createCalendar(defaultRules);
/** All callbacks of `someCallback` are due on Wednesday 29 April 2026, 17:00. */
const inTime = Temporal.Instant.from('2026-04-29T15:00:00Z');
const tooLate = inTime.add({ seconds: 1 });
const by = { id: 'fatma', name: 'Fatma' };

function sumOf(kpi: KpiId, registrations: readonly Registered[], now = inTime) {
  const [sum, ...rest] = measureRegistrations(registrations, { calendar, now }).filter(
    (part) => part.kpi === kpi,
  );
  expect(rest).toEqual([]);
  return sum && [sum.numerator, sum.denominator];
}

function contacts(...answers: readonly Partial<Registration>[]) {
  return answers.map((answer) => someRegistration(answer));
}

function done(at: Temporal.Instant): Registered {
  const { contact, callback } = someCallback();
  if (callback === undefined) throw new Error('no callback');
  return { contact, callback: withStep(callback, { kind: 'done', result: 'spoken', by, at }) };
}

describe('first time right', () => {
  it('counts every KCC contact, and as right only what was resolved at once', () => {
    const day = contacts({}, {}, { outcome: 'passedOn' }, { outcome: 'transferPickedUp' });
    expect(sumOf('firstTimeRight', day)).toEqual([2, 4]);
  });
});

describe('reach of departments', () => {
  it('counts the transfers that were tried, and those picked up', () => {
    const day = contacts({}, { outcome: 'transferNotPickedUp' }, { outcome: 'transferPickedUp' });
    expect(sumOf('transferReach', day)).toEqual([1, 2]);
  });
});

describe('callbacks on time', () => {
  it('counts one that is done at the very deadline as on time, a second later not', () => {
    expect(sumOf('callbackOnTime', [done(inTime)], tooLate)).toEqual([1, 1]);
    expect(sumOf('callbackOnTime', [done(tooLate)], tooLate)).toEqual([0, 1]);
  });

  it('counts an open one as missed once its deadline has passed, and not before', () => {
    expect(sumOf('callbackOnTime', [someCallback()], inTime)).toBeUndefined();
    expect(sumOf('callbackOnTime', [someCallback()], tooLate)).toEqual([0, 1]);
  });

  it('leaves out one that was withdrawn', () => {
    const { contact, callback } = someCallback();
    const withdrawn =
      callback && withStep(callback, { kind: 'withdrawn', reason: 'askedTwice', by, at: inTime });
    expect(sumOf('callbackOnTime', [{ contact, callback: withdrawn }], tooLate)).toBeUndefined();
  });
});

describe('a callback that was opened again', () => {
  const { contact, callback } = done(inTime);
  const reopened = {
    contact,
    callback: callback && withStep(callback, { kind: 'reopened', by, at: inTime }),
  };

  it('was never done: open it counts once its deadline has passed, as missed', () => {
    expect(sumOf('callbackOnTime', [reopened], inTime)).toBeUndefined();
    expect(sumOf('callbackOnTime', [reopened], tooLate)).toEqual([0, 1]);
  });

  it.each([
    ['in time', inTime, [1, 1]],
    ['too late', tooLate, [0, 1]],
  ])('counts by its later end: %s', (_, at, sum) => {
    const again =
      reopened.callback && withStep(reopened.callback, { kind: 'done', result: 'spoken', by, at });
    expect(sumOf('callbackOnTime', [{ contact, callback: again }], tooLate)).toEqual(sum);
  });
});

describe('a callback that was handed over', () => {
  const { contact, callback } = someCallback();
  const handedOver =
    callback && withStep(callback, { kind: 'handedOver', department: 'vergunningen', by, at: inTime });
  const departmentsOf = (day: readonly Registered[]) =>
    measureRegistrations(day, { calendar, now: tooLate }).map(({ kpi, department }) => [kpi, department]);

  it('counts for the department that has it, and its contact for the one it was asked of', () => {
    expect(departmentsOf([{ contact, callback: handedOver }])).toEqual([
      ['firstTimeRight', 'grondzaken'],
      ['onlineShare', 'grondzaken'],
      ['callbackOnTime', 'vergunningen'],
    ]);
  });

  it('counts there when it is done as well', () => {
    const ended = handedOver && withStep(handedOver, { kind: 'done', result: 'spoken', by, at: inTime });
    expect(departmentsOf([{ contact, callback: ended }])).toContainEqual(['callbackOnTime', 'vergunningen']);
  });
});

describe('what was not handled online', () => {
  it('is every contact about a process, but for those over the web: the website counts them', () => {
    const day = contacts({}, { channel: 'counter' }, { channel: 'web' }, { process: '' });
    expect(sumOf('onlineShare', day)).toEqual([0, 2]);
  });
});

describe('means', () => {
  it('of the length of calls leave out the calls of which it was not noted', () => {
    const day = contacts({ durationSeconds: 240 }, {}, { durationSeconds: 61 });
    expect(sumOf('callDuration', day)).toEqual([301, 2]);
  });

  it('of first responses count working days: from Tuesday to Friday three', () => {
    const day = contacts({ channel: 'email', receivedOn: Temporal.PlainDate.from('2026-04-21') });
    expect(sumOf('firstResponse', day)).toEqual([3, 1]);
  });
});

it('keeps departments and processes apart, so that a sum over either is a plain sum', () => {
  const day = contacts({}, { department: 'vergunningen' }, { process: '' });
  const parts = measureRegistrations(day, { calendar, now: inTime });
  const firstTimeRight = parts.filter(({ kpi }) => kpi === 'firstTimeRight');
  expect(firstTimeRight.map(({ department, process }) => `${department} ${process}`)).toEqual([
    'grondzaken strook-grond',
    'vergunningen strook-grond',
    'grondzaken ',
  ]);
});

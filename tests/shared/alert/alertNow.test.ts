import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeMoments } from '../../../shared/alert/alertMoments.ts';
import { type AlertNow, alertNow, weeklyNow } from '../../../shared/alert/alertNow.ts';
import type { OpenCallback } from '../../../shared/alert/openCallback.ts';
import { localDay } from '../../../shared/calendar/zone.ts';
import { asked, calendar, gijs, local } from './openCallbacks.ts';

/** What the channel is told, quarter by quarter, from one local time to another. */
function told(from: string, to: string, open: readonly OpenCallback[]): string[] {
  let record = { alertedOn: localDay(local(from)).toString(), toldUntil: local(from) };
  const messages: string[] = [];
  for (
    let at = local(from);
    at.epochMilliseconds <= local(to).epochMilliseconds;
    at = at.add({ minutes: 15 })
  ) {
    const alert = alertNow(record, open, { calendar, now: at });
    if (alert === undefined) continue;
    const clock = at.toZonedDateTimeISO('Europe/Amsterdam');
    messages.push(
      [
        `${clock.toPlainDate()} ${clock.toPlainTime().toString({ smallestUnit: 'minute' })}`,
        alert.kind,
        ...alert.notices.map(({ kind }) => kind),
      ].join(' '),
    );
    const alertedOn = alert.kind === 'daily' ? localDay(at).toString() : record.alertedOn;
    record = { alertedOn, toldUntil: at };
  }
  return messages;
}

describe('what the channel of a department is told', () => {
  it('is the daily alert of every working morning, with what is due in it', () => {
    // Asked on Monday, due on Wednesday 17:00.
    expect(told('2026-11-23T10:00', '2026-11-30T12:00', [asked('2026-11-23T10:00')])).toEqual([
      '2026-11-24 08:30 daily',
      '2026-11-25 08:30 daily dueToday',
      '2026-11-25 15:00 notices almostDue',
      '2026-11-26 08:30 daily overdue',
      '2026-11-27 08:30 daily escalated',
      '2026-11-30 08:30 daily',
    ]);
  });

  it('is nothing on closed days: what falls due before the weekend is told on Monday', () => {
    expect(told('2026-11-25T10:00', '2026-11-30T10:00', [asked('2026-11-25T10:00')])).toEqual([
      '2026-11-26 08:30 daily',
      '2026-11-27 08:30 daily dueToday',
      '2026-11-27 15:00 notices almostDue',
      '2026-11-30 08:30 daily overdue',
    ]);
  });

  it('is one message for all that is nearly due', () => {
    const open = [asked('2026-11-23T10:00', { owner: gijs }), asked('2026-11-23T11:00')];
    expect(told('2026-11-25T10:00', '2026-11-25T17:00', open)).toEqual([
      '2026-11-25 15:00 notices almostDue almostDue',
    ]);
  });
});

describe('a bot that was down', () => {
  const open = [asked('2026-11-23T10:00')];
  const since = { alertedOn: '2026-11-25', toldUntil: local('2026-11-25T10:00') };
  const at = (time: string): AlertNow | undefined => alertNow(since, open, { calendar, now: local(time) });

  it.each([
    ['at night', '2026-11-26T03:00', undefined, undefined],
    ['at half past eight', '2026-11-26T08:30', 'daily', 'overdue'],
    ['just before noon', '2026-11-26T11:59', 'daily', 'overdue'],
    ['in the afternoon', '2026-11-26T12:00', 'notices', 'overdue'],
    ['after closing time', '2026-11-26T17:00', undefined, undefined],
    ['on Saturday', '2026-11-28T10:00', undefined, undefined],
    ['after the weekend', '2026-11-30T08:30', 'daily', 'escalated'],
  ])('tells %s what it still must', (_when, time, kind, notice) => {
    expect(at(time)?.kind).toBe(kind);
    expect(at(time)?.notices.map((one) => one.kind)).toEqual(notice && [notice]);
  });
});

it('a deadline that moved is told of again, one that stayed is not', () => {
  const callback = asked('2026-11-23T10:00');
  const record = { alertedOn: '2026-11-25', toldUntil: local('2026-11-25T15:00') };
  const wednesday = { calendar, now: local('2026-11-25T15:15') };
  expect(alertNow(record, [callback], wednesday)).toBeUndefined();
  const moved = { ...callback, due: local('2026-11-26T17:00') };
  const thursday = { calendar, now: local('2026-11-26T08:30') };
  expect(alertNow(record, [moved], thursday)?.notices.map(({ kind }) => kind)).toEqual(['dueToday']);
});

it('nobody is reminded of what was asked after the moment to do so', () => {
  const today = { ...asked('2026-11-25T16:00'), due: local('2026-11-25T17:00') };
  const record = { alertedOn: '2026-11-25', toldUntil: local('2026-11-25T08:30') };
  expect(alertNow(record, [today], { calendar, now: local('2026-11-25T16:15') })).toBeUndefined();
});

it('however often is looked, each notice is given once per deadline, the most urgent last', () => {
  const moment = fc
    .integer({ min: 0, max: 14 * 24 * 60 })
    .map((minutes) => local('2026-11-16T00:00').add({ minutes }));
  fc.assert(
    fc.property(fc.uniqueArray(moment, { maxLength: 200, selector: String }), (looks) => {
      const callback = asked('2026-11-18T10:00');
      const moments = noticeMoments(calendar, callback.due);
      let record = { alertedOn: '2026-11-16', toldUntil: local('2026-11-16T00:00') };
      const given: string[] = [];
      for (const now of looks.toSorted((one, other) => one.epochMilliseconds - other.epochMilliseconds)) {
        const alert = alertNow(record, [callback], { calendar, now });
        if (alert === undefined) continue;
        for (const { kind } of alert.notices) {
          expect(moments[kind].epochMilliseconds).toBeLessThanOrEqual(now.epochMilliseconds);
          given.push(kind);
        }
        record = { alertedOn: localDay(now).toString(), toldUntil: now };
      }
      const order = ['dueToday', 'almostDue', 'overdue', 'escalated'];
      expect(given).toEqual(order.filter((kind) => given.includes(kind)));
    }),
  );
});

describe('the weekly alert', () => {
  const monday = { alertedOn: '2026-11-23', toldUntil: local('2026-11-23T08:30') };
  const at = (time: string) => weeklyNow(monday, { calendar, now: local(time) });

  it('comes on Monday morning, once', () => {
    expect(at('2026-11-27T09:00')).toBe(false);
    expect(at('2026-11-30T08:29')).toBe(false);
    expect(at('2026-11-30T08:30')).toBe(true);
    expect(at('2026-11-30T12:00')).toBe(false);
  });

  it('comes a day later when Monday is a holiday', () => {
    const before = { alertedOn: '2026-03-30', toldUntil: local('2026-03-30T08:30') };
    expect(weeklyNow(before, { calendar, now: local('2026-04-06T09:00') })).toBe(false);
    expect(weeklyNow(before, { calendar, now: local('2026-04-07T09:00') })).toBe(true);
  });
});

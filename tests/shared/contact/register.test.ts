import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import { defaultRules } from '../../../shared/calendar/rules.ts';
import { act } from '../../../shared/callback/act.ts';
import { revisionOf } from '../../../shared/callback/callback.ts';
import { stateOf } from '../../../shared/callback/state.ts';
import { contactId } from '../../../shared/contact/contactId.ts';
import { correct, isSame, type Registered, register } from '../../../shared/contact/register.ts';
import type { Registration } from '../../../shared/contact/registrationForm.ts';
import { testMunicipality as municipality } from '../municipality.ts';

const id = contactId('2026-04-24', '0123456789abcdef');
const calendar = createCalendar(defaultRules);
const by = { id: 'kaatje', name: 'Kaatje' };
/** Friday morning before King's Day. */
const at = Temporal.Instant.from('2026-04-24T08:00:00Z');
const later = at.add({ minutes: 5 });

const answers: Registration = {
  channel: 'telephone',
  process: '',
  department: 'grondzaken',
  outcome: 'resolved',
  note: 'Vraag over de berm',
  durationSeconds: undefined,
  receivedOn: undefined,
  request: undefined,
};
const request = {
  citizen: { name: 'Jan Testburger', phone: '+31612345678' },
  subject: 'Berm',
  preferredMoment: '',
};
const asking: Registration = { ...answers, outcome: 'callback', request };

const first = (registration: Registration) => register(id, registration, { by, at, calendar, municipality });
const again = (before: Registered, registration: Registration) =>
  correct(before, registration, { by, at: later, calendar, municipality });

describe('registering', () => {
  it('promises a callback within two working days, holidays left out', () => {
    expect(first(asking).callback?.due.toString()).toBe('2026-04-29T15:00:00Z');
  });

  it('keeps the shorter promise of a process', () => {
    const { callback } = first({ ...asking, process: 'kapvergunning' });
    expect(callback?.due.toString()).toBe('2026-04-28T15:00:00Z');
    expect(callback?.promisedWorkingDays).toBe(1);
  });

  it('makes no callback of another outcome', () => {
    expect(first(answers).callback).toBeUndefined();
  });
});

describe('correcting', () => {
  it('changes what was answered and keeps who registered it and when', () => {
    const { contact } = again(first(answers), { ...answers, channel: 'counter' });
    expect(contact).toMatchObject({ channel: 'counter', registeredAt: at, correctedAt: later });
  });

  it('withdraws a callback that is not wanted any more, and asks it again when it is', () => {
    const withdrawn = again(first(asking), answers);
    expect(withdrawn.callback && stateOf(withdrawn.callback).status).toBe('withdrawn');
    const back = again(withdrawn, asking);
    expect(back.callback && stateOf(back.callback)).toMatchObject({ status: 'open', assignment: 0 });
    expect(back.callback?.due).toEqual(first(asking).callback?.due);
  });

  it('asks it again elsewhere with a card of its own there', () => {
    const withdrawn = again(first(asking), answers);
    const back = again(withdrawn, { ...asking, department: 'vergunningen' });
    expect(back.callback && stateOf(back.callback)).toMatchObject({
      department: 'vergunningen',
      assignment: 1,
    });
  });

  it('hands a callback over when its department changes, and the promise stands', () => {
    const moved = again(first(asking), { ...asking, department: 'vergunningen' });
    expect(moved.callback && stateOf(moved.callback)).toMatchObject({ department: 'vergunningen' });
    expect(moved.callback?.due).toEqual(first(asking).callback?.due);
  });

  it('keeps what the department did with it', () => {
    const before = first(asking);
    if (before.callback === undefined) throw new Error('no callback');
    const taken = act(
      before.callback,
      { kind: 'take' },
      {
        by: { id: 'fatma', name: 'Fatma' },
        at: later,
        seenRevision: revisionOf(before.callback),
      },
    );
    if (taken.kind !== 'applied') throw new Error(taken.kind);
    const after = again({ ...before, callback: taken.callback }, { ...asking, note: 'Belt liever na drie' });
    expect(after.callback && stateOf(after.callback).owner?.name).toBe('Fatma');
    expect(after.callback?.note).toBe('Belt liever na drie');
  });

  it('with the same answers is no correction', () => {
    const before = first(asking);
    expect(isSame(before, again(before, asking))).toBe(true);
    expect(isSame(before, again(before, { ...asking, note: 'anders' }))).toBe(false);
    expect(isSame(before, again(before, answers))).toBe(false);
  });
});

import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { act, type CallbackAction } from '../../../shared/callback/act.ts';
import { type Callback, callbackAt, revisionOf } from '../../../shared/callback/callback.ts';
import { lastRevision, stateOf } from '../../../shared/callback/state.ts';
import { contactId } from '../../../shared/contact/contactId.ts';

const kaatje = { id: 'kaatje', name: 'Kaatje' };
const fatma = { id: 'fatma', name: 'Fatma' };
const gijs = { id: 'gijs', name: 'Gijs' };

const asked: Callback = {
  id: contactId('2026-04-24', '0123456789abcdef'),
  request: {
    citizen: { name: 'Jan Testburger', phone: '+31612345678' },
    subject: 'Strook grond',
    preferredMoment: '',
  },
  note: '',
  process: '',
  due: Temporal.Instant.from('2026-04-29T15:00:00Z'),
  promisedWorkingDays: 2,
  steps: [
    {
      kind: 'asked',
      at: Temporal.Instant.from('2026-04-24T08:00:00Z'),
      by: kaatje,
      department: 'grondzaken',
    },
  ],
};

const morning = Temporal.Instant.from('2026-04-28T08:00:00Z');
const afternoon = Temporal.Instant.from('2026-04-28T12:00:00Z');

function acted(callback: Callback, action: CallbackAction, by = fatma, at = morning): Callback {
  const result = act(callback, action, { by, at, seenRevision: revisionOf(callback) });
  if (result.kind !== 'applied') throw new Error(result.kind);
  return result.callback;
}

const attempt = (messageLeft: boolean): CallbackAction => ({ kind: 'attempt', messageLeft });

describe('a callback', () => {
  it('is open until somebody takes it', () => {
    expect(stateOf(asked)).toMatchObject({ status: 'open', department: 'grondzaken', owner: undefined });
    expect(stateOf(acted(asked, { kind: 'take' }))).toMatchObject({ status: 'taken', owner: fatma });
  });

  it('is taken by who tries to call, if nobody took it before', () => {
    expect(stateOf(acted(asked, attempt(false))).owner).toEqual(fatma);
    expect(stateOf(acted(acted(asked, { kind: 'take' }), attempt(false), gijs)).owner).toEqual(fatma);
  });

  it('is done when the citizen was spoken to, at that moment', () => {
    const done = acted(asked, { kind: 'finish', result: 'spoken' }, gijs, afternoon);
    expect(stateOf(done)).toMatchObject({ status: 'done', doneAt: afternoon, result: 'spoken' });
  });

  it('goes to another department without its owner, and keeps its promise', () => {
    const moved = acted(acted(asked, { kind: 'take' }), { kind: 'handOver', department: 'vergunningen' });
    expect(stateOf(moved)).toMatchObject({
      status: 'open',
      owner: undefined,
      department: 'vergunningen',
      assignment: 1,
    });
    expect(moved.due).toEqual(asked.due);
  });

  it('cannot go to the department where it is', () => {
    const result = act(asked, { kind: 'handOver', department: 'grondzaken' }, seen(asked));
    expect(result.kind).toBe('alreadyThere');
  });

  it('takes no more actions once it is done', () => {
    const done = acted(asked, { kind: 'finish', result: 'spoken' });
    expect(act(done, { kind: 'take' }, seen(done)).kind).toBe('closed');
  });
});

describe('giving up', () => {
  const thrice = (times: readonly Temporal.Instant[], messageLeft: boolean) =>
    times.reduce((callback, at) => acted(callback, attempt(messageLeft), fatma, at), asked);

  it('takes three attempts, on two half-days, and a message left', () => {
    const tried = thrice([morning, morning, afternoon], true);
    expect(stateOf(acted(tried, { kind: 'finish', result: 'notReached' }))).toMatchObject({
      status: 'done',
      result: 'notReached',
    });
  });

  it.each([
    ['too few attempts', [morning, afternoon], true, { attempts: 1, halfDays: 0, message: false }],
    ['one half-day only', [morning, morning, morning], true, { attempts: 0, halfDays: 1, message: false }],
    ['no message', [morning, morning, afternoon], false, { attempts: 0, halfDays: 0, message: true }],
  ])('is refused with %s', (_, times, messageLeft, missing) => {
    const tried = thrice(times, messageLeft);
    expect(act(tried, { kind: 'finish', result: 'notReached' }, seen(tried))).toEqual({
      kind: 'tooEarlyToGiveUp',
      missing,
    });
  });
});

describe('two clicks on the same card', () => {
  const taken = acted(asked, { kind: 'take' });

  it('by the same person for the same thing count once', () => {
    expect(act(taken, { kind: 'take' }, { by: fatma, at: afternoon, seenRevision: 1 })).toEqual({
      kind: 'repeated',
    });
  });

  it('by another: who is second hears who was first', () => {
    expect(act(taken, { kind: 'take' }, { by: gijs, at: afternoon, seenRevision: 1 })).toEqual({
      kind: 'overtaken',
      step: { kind: 'taken', by: fatma, at: morning },
    });
  });

  it('count for what they are once the card was drawn again', () => {
    const twice = acted(acted(taken, attempt(false)), attempt(true));
    expect(stateOf(twice).attempts).toHaveLength(2);
  });
});

describe('a card', () => {
  const moved = acted(asked, { kind: 'handOver', department: 'vergunningen' });
  const done = acted(moved, { kind: 'finish', result: 'spoken' }, gijs);

  it('of a department that handed over shows how that came about, and nothing later', () => {
    expect(lastRevision(done, 0)).toBe(2);
    expect(stateOf(callbackAt(done, lastRevision(done, 0)))).toMatchObject({
      status: 'open',
      department: 'vergunningen',
    });
  });

  it('of the department that has it shows everything', () => {
    expect(lastRevision(done, 1)).toBe(3);
  });
});

function seen(callback: Callback) {
  return { by: fatma, at: afternoon, seenRevision: revisionOf(callback) };
}

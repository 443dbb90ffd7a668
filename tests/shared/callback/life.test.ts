import type { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { act } from '../../../shared/callback/act.ts';
import { type Callback, callbackAt, revisionOf } from '../../../shared/callback/callback.ts';
import { lastRevision, stateOf } from '../../../shared/callback/state.ts';
import { withdraw } from '../../../shared/callback/withdraw.ts';
import {
  acted,
  afternoon,
  asked,
  attempt,
  fatma,
  gijs,
  kaatje,
  morning,
  spoken,
  toPermits,
} from './asked.ts';

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
    const done = acted(asked, spoken, gijs, afternoon);
    expect(stateOf(done)).toMatchObject({ status: 'done', ending: { at: afternoon, result: 'spoken' } });
  });

  it('goes to another department without its owner, and keeps its promise', () => {
    const moved = acted(acted(asked, { kind: 'take' }), toPermits);
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
    const done = acted(asked, spoken);
    expect(act(done, { kind: 'take' }, seen(done))).toEqual({ kind: 'notPossible', status: 'done' });
  });
});

describe('giving up', () => {
  const thrice = (times: readonly Temporal.Instant[], messageLeft: boolean) =>
    times.reduce((callback, at) => acted(callback, attempt(messageLeft), fatma, at), asked);

  it('takes three attempts, on two half-days, and a message left', () => {
    const tried = thrice([morning, morning, afternoon], true);
    expect(stateOf(acted(tried, { kind: 'finish', result: 'notReached' }))).toMatchObject({
      status: 'done',
      ending: { result: 'notReached' },
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

describe('opening again', () => {
  const taken = acted(asked, { kind: 'take' }, fatma);
  const done = acted(taken, spoken, gijs, afternoon);
  const reopen = { kind: 'reopen' } as const;
  const aDayLater = afternoon.add({ hours: 24 });

  it('gives it back to who had taken it, whoever finished it', () => {
    const reopened = acted(done, reopen, gijs, afternoon.add({ minutes: 1 }));
    expect(stateOf(reopened)).toMatchObject({ status: 'taken', owner: fatma, ending: undefined });
  });

  it('gives it to nobody when nobody had taken it', () => {
    const reopened = acted(acted(asked, spoken, gijs), reopen);
    expect(stateOf(reopened)).toMatchObject({ status: 'open', owner: undefined });
  });

  it('keeps the attempts, so that no effort has to be made twice', () => {
    const tried = [morning, morning, afternoon].reduce(
      (callback, at) => acted(callback, attempt(true), fatma, at),
      asked,
    );
    const reopened = acted(acted(tried, spoken, fatma, afternoon), reopen, fatma, afternoon);
    const givenUp = acted(reopened, { kind: 'finish', result: 'notReached' });
    expect(stateOf(givenUp).attempts).toHaveLength(3);
  });

  it('leaves the promise where it was, and a later end decides', () => {
    const again = acted(acted(done, reopen, gijs, aDayLater), spoken, fatma, aDayLater.add({ hours: 1 }));
    expect(again.due).toEqual(asked.due);
    expect(stateOf(again).ending?.at).toEqual(aDayLater.add({ hours: 1 }));
    expect(again.steps.map(({ kind }) => kind)).toEqual(['asked', 'taken', 'done', 'reopened', 'done']);
  });

  it('can be done within 24 hours, not a second later', () => {
    expect(act(done, reopen, { ...seen(done), at: aDayLater }).kind).toBe('applied');
    const tooLate = { ...seen(done), at: aDayLater.add({ seconds: 1 }) };
    expect(act(done, reopen, tooLate)).toEqual({ kind: 'tooLateToReopen' });
  });

  it('counts its 24 hours from the last end', () => {
    const again = acted(acted(done, reopen, gijs, aDayLater), spoken, fatma, aDayLater);
    const at = aDayLater.add({ hours: 23 });
    expect(act(again, reopen, { ...seen(again), at }).kind).toBe('applied');
  });

  it('is only for what is done', () => {
    expect(act(taken, reopen, seen(taken))).toEqual({ kind: 'notPossible', status: 'taken' });
    const withdrawn = withdraw(taken, 'askedTwice', { by: kaatje, at: afternoon });
    expect(act(withdrawn, reopen, seen(withdrawn))).toEqual({ kind: 'notPossible', status: 'withdrawn' });
  });

  it('by two at a time happens once: the same person is not told off, another hears who was first', () => {
    const reopened = acted(done, reopen, gijs, afternoon);
    const late = { by: gijs, at: afternoon, seenRevision: revisionOf(done) };
    expect(act(reopened, reopen, late)).toEqual({ kind: 'repeated' });
    expect(act(reopened, reopen, { ...late, by: fatma })).toEqual({
      kind: 'overtaken',
      step: { kind: 'reopened', by: gijs, at: afternoon },
    });
  });
});

describe('withdrawing', () => {
  const reason = 'alreadyHelped';

  it('ends it, with a reason, also when somebody took it', () => {
    const taken = acted(asked, { kind: 'take' });
    const withdrawn = withdraw(taken, reason, { by: kaatje, at: afternoon });
    expect(stateOf(withdrawn)).toMatchObject({ status: 'withdrawn', ending: { reason, by: kaatje } });
  });

  it('changes nothing about what is done or withdrawn already', () => {
    const done = acted(asked, spoken);
    expect(withdraw(done, reason, { by: kaatje, at: afternoon })).toBe(done);
    const withdrawn = withdraw(asked, reason, { by: kaatje, at: morning });
    expect(withdraw(withdrawn, 'askedTwice', { by: kaatje, at: afternoon })).toBe(withdrawn);
  });

  it('is told to who acts on a card that does not show it yet, and refused on one that does', () => {
    const withdrawn = withdraw(asked, reason, { by: kaatje, at: morning });
    expect(act(withdrawn, { kind: 'take' }, { ...seen(withdrawn), seenRevision: 1 })).toEqual({
      kind: 'overtaken',
      step: { kind: 'withdrawn', reason, by: kaatje, at: morning },
    });
    expect(act(withdrawn, spoken, seen(withdrawn))).toEqual({ kind: 'notPossible', status: 'withdrawn' });
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
  const moved = acted(asked, toPermits);
  const done = acted(moved, spoken, gijs);

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

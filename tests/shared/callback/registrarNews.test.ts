import { describe, expect, it } from 'vitest';
import type { Callback } from '../../../shared/callback/callback.ts';
import { revisionOf, withStep } from '../../../shared/callback/callback.ts';
import { isTouchedByOthers, registrarNews } from '../../../shared/callback/registrarNews.ts';
import { withdraw } from '../../../shared/callback/withdraw.ts';
import { acted, afternoon, asked, attempt, gijs, kaatje, morning, spoken, toPermits } from './asked.ts';

const reopen = { kind: 'reopen' } as const;
const toTaxes = { kind: 'handOver', department: 'belastingen' } as const;

/** What Kaatje must be told, in a word; she was told everything up to a revision. */
function newsOf(callback: Callback, toldRevision = 0) {
  const news = registrarNews(callback, toldRevision);
  return news && `${news.step.kind} by ${news.step.by.name}, ${news.department}`;
}

describe('the registrar is told', () => {
  it('that it is done, by whom and by which department', () => {
    expect(newsOf(acted(acted(asked, { kind: 'take' }), spoken, gijs))).toBe('done by Gijs, grondzaken');
    expect(newsOf(acted(acted(asked, toPermits), spoken, gijs))).toBe('done by Gijs, vergunningen');
  });

  it('that it cannot be', () => {
    const tried = [morning, morning, afternoon].reduce(
      (callback, at) => acted(callback, attempt(true), gijs, at),
      asked,
    );
    const givenUp = acted(tried, { kind: 'finish', result: 'notReached' }, gijs);
    expect(registrarNews(givenUp, 0)?.step).toMatchObject({ kind: 'done', result: 'notReached' });
  });

  it('that it was addressed to the wrong department', () => {
    expect(newsOf(acted(asked, toPermits, gijs))).toBe('handedOver by Gijs, grondzaken');
  });

  it('that it is open again after all', () => {
    const reopened = acted(acted(asked, spoken), reopen, gijs);
    expect(newsOf(reopened, 2)).toBe('reopened by Gijs, grondzaken');
  });

  it('that it was done once more', () => {
    const again = acted(acted(acted(asked, spoken), reopen), spoken, gijs);
    expect(newsOf(again, 3)).toBe('done by Gijs, grondzaken');
  });
});

describe('the registrar is not told', () => {
  it.each<[what: string, Callback]>([
    ['that somebody took it', acted(asked, { kind: 'take' })],
    ['of an attempt', acted(asked, attempt(true))],
    ['what they did themselves', acted(asked, spoken, kaatje)],
    ['where they sent it by a correction', acted(asked, toPermits, kaatje)],
    ['of their withdrawal', withdraw(asked, 'askedTwice', { by: kaatje, at: morning })],
  ])('%s', (_, callback) => {
    expect(newsOf(callback)).toBeUndefined();
  });

  it('anything twice', () => {
    const done = acted(asked, spoken);
    expect(newsOf(done, revisionOf(done))).toBeUndefined();
    expect(newsOf(withStep(done, { kind: 'corrected', by: kaatje, at: afternoon }), 2)).toBeUndefined();
  });

  it('that it was opened again before they knew that it was done', () => {
    expect(newsOf(acted(acted(asked, spoken), reopen))).toBeUndefined();
  });

  it('where it goes on to from a department that they did not choose', () => {
    const moved = acted(asked, toPermits);
    expect(newsOf(acted(moved, toTaxes, gijs), 2)).toBeUndefined();
  });

  it('what a withdrawal overtook', () => {
    const moved = acted(asked, toPermits);
    expect(newsOf(withdraw(moved, 'noLongerWanted', { by: kaatje, at: afternoon }))).toBeUndefined();
  });
});

describe('of several things that happened', () => {
  const moved = acted(asked, toPermits, gijs);

  it('the last is told', () => {
    expect(newsOf(acted(moved, spoken))).toBe('done by Fatma, vergunningen');
  });

  it('an end that was taken back before it was told is as if it never was', () => {
    expect(newsOf(acted(acted(moved, spoken), reopen))).toBe('handedOver by Gijs, grondzaken');
  });

  it('the one that was told before is not told again', () => {
    expect(newsOf(acted(acted(moved, spoken), reopen), 2)).toBeUndefined();
  });

  it('who finished it themselves hears that another opened it again', () => {
    const reopened = acted(acted(asked, spoken, kaatje), reopen, gijs);
    expect(newsOf(reopened)).toBe('reopened by Gijs, grondzaken');
  });

  it('a correction makes another department the one they chose', () => {
    const corrected = acted(moved, toTaxes, kaatje);
    expect(newsOf(corrected)).toBeUndefined();
    expect(newsOf(acted(corrected, toPermits, gijs))).toBe('handedOver by Gijs, belastingen');
  });
});

it('nobody has to be asked about a callback that only its registrar touched', () => {
  expect(isTouchedByOthers(acted(asked, spoken, kaatje))).toBe(false);
  expect(isTouchedByOthers(acted(asked, { kind: 'take' }))).toBe(true);
});

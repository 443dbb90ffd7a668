import { describe, expect, it } from 'vitest';
import { countUrgencies } from '../../../shared/callback/urgency.ts';
import { urgencyAt } from '../../../shared/callback/urgencyAt.ts';
import { countedText } from '../../../shared/texts/callbackList.ts';
import { calendar, local } from '../alert/openCallbacks.ts';

function urgency(now: string, due: string): string {
  return urgencyAt({ calendar, now: local(now) })(local(due));
}

describe('how urgent a deadline is', () => {
  it.each([
    ['too late as soon as it has passed', '2026-11-26T17:00:01', '2026-11-26T17:00', 'overdue'],
    ['on time until its last second', '2026-11-26T17:00', '2026-11-26T17:00', 'today'],
    ['for today', '2026-11-26T08:00', '2026-11-26T17:00', 'today'],
    ['for the next working day', '2026-11-26T08:00', '2026-11-27T17:00', 'nextWorkingDay'],
    ['for Monday, on a Friday', '2026-11-27T16:00', '2026-11-30T17:00', 'nextWorkingDay'],
    ['for Monday, on a Saturday', '2026-11-28T12:00', '2026-11-30T17:00', 'nextWorkingDay'],
    ['for the day after King’s Day', '2026-04-24T10:00', '2026-04-28T17:00', 'nextWorkingDay'],
    ['for later', '2026-11-26T08:00', '2026-11-30T17:00', 'later'],
    ['of today by the Dutch clock, at half past midnight', '2026-11-26T00:30', '2026-11-26T17:00', 'today'],
  ])('%s', (_, now, due, expected) => {
    expect(urgency(now, due)).toBe(expected);
  });
});

describe('the counts in words', () => {
  it.each([
    ['nl', '1 te laat, 2 vandaag, 1 volgende werkdag, 1 later'],
    ['en', '1 overdue, 2 today, 1 next working day, 1 later'],
  ] as const)('in %s', (locale, words) => {
    const counts = countUrgencies(['today', 'overdue', 'later', 'nextWorkingDay', 'today']);
    expect(countedText(counts, locale)).toBe(words);
  });

  it('leave out what there is none of', () => {
    expect(countedText(countUrgencies(['later', 'overdue']), 'nl')).toBe('1 te laat, 1 later');
    expect(countedText(countUrgencies([]), 'nl')).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { countStatuses } from '../../../shared/kpi/countStatuses.ts';
import type { KpiId } from '../../../shared/kpi/kpi.ts';
import { defaultNorms, normOn } from '../../../shared/kpi/norms.ts';
import type { KpiAnswer } from '../../../shared/kpi/scorecard.ts';
import { changeSentence } from '../../../shared/texts/changeSentence.ts';
import { errorBudgetSentence } from '../../../shared/texts/errorBudgetSentence.ts';
import { formatIn } from '../../../shared/texts/figures.ts';
import { scorecardTexts } from '../../../shared/texts/scorecard.ts';
import { empty, full, scorecardOf, typical } from '../scorecards.ts';

const { nl, en } = scorecardTexts;

describe('the whole scorecard in one sentence', () => {
  const overall = (scorecard: { answers: readonly KpiAnswer[] }, texts = nl) =>
    texts.overall(countStatuses(scorecard.answers));

  it('counts what is kept of what is measured, and what has no measurements', () => {
    expect(overall(typical)).toBe(
      '3 van de 5 gemeten normen gehaald, waarvan 1 op het randje; 6 normen hebben nog geen metingen.',
    );
    expect(overall(full)).toBe(
      '7 van de 10 gemeten normen gehaald, waarvan 2 op het randje; 1 norm heeft te weinig metingen.',
    );
  });

  it('says so when nothing is measured', () => {
    expect(overall(empty)).toBe('Er zijn in deze periode nog geen metingen.');
  });

  it('says no verdict over a handful of measurements', () => {
    expect(overall(scorecardOf({ callbackOnTime: [1, 2] }))).toBe(
      'Over geen enkele norm is al iets te zeggen; 1 norm heeft te weinig metingen; 10 normen hebben nog geen metingen.',
    );
  });

  it('is right when all, none or one is kept', () => {
    expect(overall(scorecardOf({ callDuration: [100, 10], rating: [80, 10] }))).toBe(
      'Alle 2 gemeten normen gehaald; 9 normen hebben nog geen metingen.',
    );
    expect(overall(scorecardOf({ callDuration: [9000, 10], rating: [50, 10] }))).toBe(
      'Geen van de 2 gemeten normen gehaald; 9 normen hebben nog geen metingen.',
    );
    expect(overall(scorecardOf({ rating: [80, 10] }))).toBe(
      'De enige gemeten norm is gehaald; 10 normen hebben nog geen metingen.',
    );
    expect(overall(scorecardOf({ callbackOnTime: [20, 20] }))).toBe(
      'De enige gemeten norm is gehaald, maar op het randje; 10 normen hebben nog geen metingen.',
    );
  });

  it('is there in English', () => {
    expect(overall(typical, en)).toBe(
      '3 of the 5 measured norms met, of which 1 on the edge; 6 norms have no measurements yet.',
    );
  });
});

describe('the error budget in words', () => {
  const sentence = (id: KpiId, errorBudget: number | null, texts = nl) => {
    const answer = typical.answers.find((one) => one.id === id);
    if (answer === undefined) throw new Error(id);
    return errorBudgetSentence({ ...answer, errorBudget }, texts);
  };

  it('says how many may still miss this month', () => {
    expect(sentence('callbackOnTime', 1)).toBe('Nog 1 mag deze maand te laat');
    expect(sentence('callbackOnTime', 3)).toBe('Nog 3 mogen deze maand te laat');
    expect(sentence('callbackOnTime', 0)).toBe('Er mag deze maand niets meer misgaan');
  });

  it('says how many were too many', () => {
    expect(sentence('callbackOnTime', -9)).toBe('Met 9 meer op tijd was de norm gehaald');
    expect(sentence('lowRatings', -4)).toBe('Met 4 minder onder de 5 was de norm gehaald');
  });

  it('is not there for a mean', () => {
    expect(sentence('callDuration', null)).toBeUndefined();
  });

  it.each([nl, en])('has words for every share', (texts) => {
    const shares = full.answers.filter(({ errorBudget }) => errorBudget !== null);
    expect(shares).toHaveLength(8);
    for (const { id } of shares) {
      for (const budget of [-1200, -1, 0, 1, 1200]) expect(sentence(id, budget, texts)).toMatch(/\w{3}/);
    }
  });
});

describe('the change since the period before in words', () => {
  const language = { texts: nl, format: formatIn('nl') };

  it.each([
    ['serviceLevel', 0.906, 0.912, 'Beter: was 90,6% in oktober'],
    ['serviceLevel', 0.912, 0.906, 'Slechter: was 91,2% in oktober'],
    // What reads the same is no change.
    ['serviceLevel', 0.9121, 0.9122, 'Gelijk: ook 91,2% in oktober'],
    // Less is better.
    ['lowRatings', 0.075, 0.059, 'Beter: was 7,5% in oktober'],
    ['callDuration', 276, 278, 'Slechter: was 4:36 min in oktober'],
    ['firstResponse', 2.54, 2.3, 'Beter: was 2,5 werkdagen in oktober'],
  ] as const)('%s from %d to %d', (id, before, value, words) => {
    const norm = normOn(defaultNorms, id, '2026-11-01');
    expect(changeSentence({ id, norm, value, before }, 'in oktober', language).written).toBe(words);
  });

  it('is read out in whole words, and there in English', () => {
    const callDuration = {
      id: 'callDuration',
      norm: normOn(defaultNorms, 'callDuration', '2026-11-01'),
    } as const;
    const change = { ...callDuration, value: 245, before: 301 };
    expect(changeSentence(change, 'in oktober', language).spoken).toBe(
      'Beter: was 5 minuten en 1 seconde in oktober',
    );
    expect(changeSentence(change, 'in October', { texts: en, format: formatIn('en') }).written).toBe(
      'Better: was 5:01 min in October',
    );
  });
});

describe('numerator and denominator in words', () => {
  it.each([
    ['callbackOnTime', 38, 41, '38 van 41 terugbelverzoeken op tijd'],
    ['uptime', 21_569, 21_600, '21.569 van 21.600 minuten bereikbaar'],
    ['callDuration', 245, 1, '1 gesprek'],
    ['callDuration', 274_400, 1120, '1.120 gesprekken'],
  ] as const)('%s', (id, numerator, denominator, words) => {
    expect(nl.kpis[id].counts(numerator, denominator)).toBe(words);
  });

  it('tells the working days with measurements', () => {
    expect(nl.coverage(15, 16)).toBe('15 van 16 werkdagen gemeten');
    expect(nl.coverage(16, 16)).toBe('Alle 16 werkdagen gemeten');
    expect(nl.coverage(1, 1)).toBe('1 van 1 werkdag gemeten');
  });
});

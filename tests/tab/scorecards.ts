import { answerKpi } from '../../shared/kpi/answer.ts';
import { type KpiId, kpiIds } from '../../shared/kpi/kpi.ts';
import { defaultNorms, normOn } from '../../shared/kpi/norms.ts';
import type { Scorecard } from '../../shared/kpi/scorecard.ts';

/** Numerator, denominator and working days measured. */
type Figures = readonly [numerator: number, denominator: number, days?: number];

/** The scorecard of November 2026, on its sixteenth working day; norms without figures have no data. */
export function scorecardOf(figures: Partial<Record<KpiId, Figures>>): Scorecard {
  const isEmpty = Object.keys(figures).length === 0;
  return {
    period: { kind: 'month', name: '2026-11', first: '2026-11-01', last: '2026-11-30' },
    department: null,
    process: null,
    municipality: 'Gemeente Waterland',
    computedAt: isEmpty ? null : '2026-11-23T09:32:10.123Z',
    answers: kpiIds.map((id) => {
      const [numerator, denominator, measured] = figures[id] ?? [0, 0, 0];
      const answer = answerKpi({
        id,
        norm: normOn(defaultNorms, id, '2026-11-01'),
        numerator,
        denominator,
        coverage: { measured: measured ?? 16, expected: 16 },
      });
      const { coverage, value } = answer;
      return {
        ...answer,
        lastMeasured: value === null ? null : '2026-11-20',
        missing: coverage.measured < coverage.expected ? ['2026-11-23'] : [],
        before: null,
        yearAgo: null,
      };
    }),
    scores: null,
  };
}

/** A municipality that registers contacts and callbacks, and imports nothing yet. */
export const typical = scorecardOf({
  firstResponse: [189, 90, 15],
  transferReach: [212, 230],
  callbackOnTime: [30, 41, 15],
  callDuration: [274_400, 1120],
  firstTimeRight: [1034, 1276],
});

export const empty = scorecardOf({});

/** Every norm measured, every status but noData. */
export const full = scorecardOf({
  uptime: [21_569, 21_600],
  onlineShare: [402, 498],
  serviceLevel: [884, 1120],
  firstResponse: [189, 90],
  transferReach: [212, 230],
  callbackOnTime: [59, 60, 15],
  callDuration: [274_400, 1120],
  firstTimeRight: [1034, 1276],
  casesOnTime: [3, 4, 2],
  rating: [1533, 210, 14],
  lowRatings: [14, 210, 14],
});

/** A week of one department: with the week before, a year ago, and which ratings were given. */
export const weekOfPermits: Scorecard = {
  ...full,
  period: { kind: 'week', name: '2026-W48', first: '2026-11-23', last: '2026-11-29' },
  department: { id: 'vergunningen', name: 'Vergunningen' },
  answers: full.answers.map((answer) => ({
    ...answer,
    ...(answer.id === 'casesOnTime' && {
      coverage: { measured: 2, expected: 16 },
      missing: ['2026-10-30', '2026-11-02', '2026-11-03'],
    }),
    ...(answer.id === 'callDuration' && {
      before: { value: 301, numerator: 301_000, denominator: 1_000 },
      yearAgo: { value: 316, numerator: 316_000, denominator: 1_000 },
    }),
  })),
  scores: {
    counts: [3, 0, 0, 0, 1, 9, 17, 21, 6, 5],
    high: { share: 49 / 62, isAsGuided: false },
    low: { share: 3 / 62, isAsGuided: true },
  },
};

import type { ScoreDistribution } from '../../shared/kpi/scorecard.ts';
import { explanationTexts } from '../../shared/texts/explanation.ts';
import { useLanguage } from '../page/language.ts';
import './ScoreChart.css';

/** How often each score was given, as bars that are a table: who cannot see them hears the numbers. */
export function ScoreChart({ scores }: { readonly scores: ScoreDistribution }) {
  const { locale, format } = useLanguage();
  const texts = explanationTexts[locale];
  const most = Math.max(...scores.counts);
  return (
    <>
      <table className="score-chart">
        <caption className="score-chart-caption">{texts.distribution}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{texts.score}</th>
            <th scope="col">{texts.timesGiven}</th>
          </tr>
        </thead>
        <tbody>
          {scores.counts.map((count, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the score.
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              <td>
                <svg className="score-chart-bar" width="100%" height="12" aria-hidden="true">
                  <rect width={`${(100 * count) / most}%`} height="12" rx="2" />
                </svg>
                <span className="score-chart-count">{count}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{texts.guide(format.share(scores.high.share), format.share(scores.low.share))}</p>
    </>
  );
}

import type { PeriodKind } from '../../shared/kpi/period.ts';
import type { Compared, ComparedAnswer, Scorecard } from '../../shared/kpi/scorecard.ts';
import { explanationTexts } from '../../shared/texts/explanation.ts';
import { localDaysText, localDayText } from '../../shared/texts/periodText.ts';
import { useLanguage } from '../page/language.ts';
import './KpiExplanation.css';
import { ScoreChart } from './ScoreChart.tsx';

interface Props {
  readonly answer: ComparedAnswer;
  readonly scorecard: Scorecard;
}

/** What a norm counts, where that comes from, how fresh it is, what is missing, and what it was a year ago. */
export function KpiExplanation({ answer, scorecard }: Props) {
  const { locale, format } = useLanguage();
  const texts = explanationTexts[locale];
  const { id, norm, yearAgo, lastMeasured, missing, coverage } = answer;
  const { period, department, process, scores } = scorecard;
  const { definition, source, start } = texts.kpis[id];
  const isNarrowed = department !== null || process !== null;
  const lacking = coverage.expected - coverage.measured;
  const shown = ({ value }: Compared) => format.value(id, value, norm).spoken;
  const lines = [
    definition,
    texts.from(source),
    lastMeasured !== null && texts.lastMeasured(localDayText(lastMeasured, locale)),
    // Of a part there may be no figures though all is measured: then nothing is to be done.
    lastMeasured === null && (isNarrowed ? texts.notMeasuredOfThis : texts.notMeasured(start)),
    lastMeasured !== null &&
      lacking > 0 &&
      texts.missing(lacking, localDaysText(missing, locale), missing.length === lacking),
    yearAgo && !comparesYears(period.kind) && texts.yearAgo(shown(yearAgo)),
  ].filter((line) => typeof line === 'string');
  return (
    <details className="kpi-explanation">
      <summary className="kpi-explanation-title">{texts.title}</summary>
      <div className="kpi-explanation-text">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {id === 'rating' && scores && <ScoreChart scores={scores} />}
      </div>
    </details>
  );
}

/** Then the period before is that of a year ago, and the card says it already. */
function comparesYears(period: PeriodKind): boolean {
  return period === 'yearToDate' || period === 'twelveMonths';
}

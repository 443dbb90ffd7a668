import type { Compared, ComparedAnswer, ScoreDistribution } from '../../shared/kpi/scorecard.ts';
import { explanationTexts } from '../../shared/texts/explanation.ts';
import { localDaysText, localDayText } from '../../shared/texts/periodText.ts';
import { useLanguage } from '../page/language.ts';
import './KpiExplanation.css';
import { ScoreChart } from './ScoreChart.tsx';

interface Props {
  readonly answer: ComparedAnswer;
  /** Of the rating alone. */
  readonly scores: ScoreDistribution | null;
}

/** What a norm counts, where that comes from, how fresh it is, what is missing, and what it was a year ago. */
export function KpiExplanation({ answer, scores }: Props) {
  const { locale, format } = useLanguage();
  const texts = explanationTexts[locale];
  const { id, norm, yearAgo, lastMeasured, missing, coverage } = answer;
  const lacking = coverage.expected - coverage.measured;
  const shown = ({ value }: Compared) => format.value(id, value, norm).spoken;
  const lines = [
    texts.kpis[id].definition,
    texts.from(texts.kpis[id].source),
    lastMeasured === null ? texts.neverMeasured : texts.lastMeasured(localDayText(lastMeasured, locale)),
    lastMeasured !== null &&
      lacking > 0 &&
      texts.missing(lacking, localDaysText(missing, locale), missing.length === lacking),
    yearAgo && texts.yearAgo(shown(yearAgo)),
  ].filter((line) => typeof line === 'string');
  return (
    <details className="kpi-explanation">
      <summary className="kpi-explanation-title">{texts.title}</summary>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {id === 'rating' && scores && <ScoreChart scores={scores} />}
    </details>
  );
}

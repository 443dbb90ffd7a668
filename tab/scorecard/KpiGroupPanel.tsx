import { countStatuses } from '../../shared/kpi/countStatuses.ts';
import type { KpiGroup } from '../../shared/kpi/kpi.ts';
import type { PeriodKind } from '../../shared/kpi/period.ts';
import type { ComparedAnswer, ScoreDistribution } from '../../shared/kpi/scorecard.ts';
import { useLanguage } from '../page/language.ts';
import { KpiCard } from './KpiCard.tsx';
import './KpiGroupPanel.css';

interface Props {
  readonly group: KpiGroup;
  readonly answers: readonly ComparedAnswer[];
  readonly period: PeriodKind;
  readonly scores: ScoreDistribution | null;
}

export function KpiGroupPanel({ group, answers, period, scores }: Props) {
  const { texts } = useLanguage();
  const { kept, judged } = countStatuses(answers);
  return (
    <section className="kpi-group-panel" aria-labelledby={group}>
      <div className="kpi-group-panel-heading">
        <h2 id={group} className="kpi-group-panel-name">
          {texts.groups[group]}
        </h2>
        {judged > 0 && <p className="kpi-group-panel-kept">{texts.groupKept(kept, judged)}</p>}
      </div>
      <ul className="kpi-group-panel-panel">
        {answers.map((answer) => (
          <KpiCard key={answer.id} answer={answer} period={period} scores={scores} />
        ))}
      </ul>
    </section>
  );
}

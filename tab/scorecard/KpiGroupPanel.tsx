import { countStatuses } from '../../shared/kpi/countStatuses.ts';
import { type KpiGroup, kpis } from '../../shared/kpi/kpi.ts';
import type { Scorecard } from '../../shared/kpi/scorecard.ts';
import { useLanguage } from '../page/language.ts';
import { KpiCard } from './KpiCard.tsx';
import './KpiGroupPanel.css';

interface Props {
  readonly group: KpiGroup;
  readonly scorecard: Scorecard;
}

export function KpiGroupPanel({ group, scorecard }: Props) {
  const { texts } = useLanguage();
  const answers = scorecard.answers.filter(({ id }) =>
    kpis.some((kpi) => kpi.id === id && kpi.group === group),
  );
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
          <KpiCard key={answer.id} answer={answer} scorecard={scorecard} />
        ))}
      </ul>
    </section>
  );
}

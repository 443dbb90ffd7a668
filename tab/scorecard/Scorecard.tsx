import { useEffect } from 'react';
import { kpiGroups, kpis } from '../../shared/kpi/kpi.ts';
import type { Scorecard as ScorecardData } from '../../shared/kpi/scorecard.ts';
import { useLanguage } from '../page/language.ts';
import { Attention } from './Attention.tsx';
import { countStatuses } from './countStatuses.ts';
import { KpiGroupPanel } from './KpiGroupPanel.tsx';
import './Scorecard.css';

/** How we are doing this month: one sentence, what needs attention, and the eleven norms in their groups. */
export function Scorecard({ scorecard }: { readonly scorecard: ScorecardData }) {
  const { texts, format } = useLanguage();
  const { municipality, month, computedAt, answers } = scorecard;
  const title = texts.title(format.month(month));

  useEffect(() => {
    document.title = `${title} – ${municipality}`;
  }, [title, municipality]);

  return (
    <>
      <header className="scorecard-header">
        <div className="scorecard-context">
          <p>{municipality}</p>
          <p>
            {computedAt !== null && `${format.updated(computedAt, Date.now())} · `}
            {texts.refreshesItself}
          </p>
        </div>
        <h1 className="scorecard-title">{title}</h1>
        <p className="scorecard-overall" aria-live="polite">
          {texts.overall(countStatuses(answers))}
        </p>
        <Attention answers={answers} />
      </header>
      <div className="scorecard-groups">
        {kpiGroups.map((group) => (
          <KpiGroupPanel
            key={group}
            group={group}
            answers={answers.filter(({ id }) => kpis.some((kpi) => kpi.id === id && kpi.group === group))}
          />
        ))}
      </div>
    </>
  );
}

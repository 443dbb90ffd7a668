import { countStatuses } from '../../shared/kpi/countStatuses.ts';
import { kpiGroups, kpis } from '../../shared/kpi/kpi.ts';
import type { Scorecard as ScorecardData } from '../../shared/kpi/scorecard.ts';
import { useLanguage } from '../page/language.ts';
import { PageHeader } from '../page/PageHeader.tsx';
import { Attention } from './Attention.tsx';
import { KpiGroupPanel } from './KpiGroupPanel.tsx';
import './Scorecard.css';

/** How we are doing this month: one sentence, what needs attention, and the eleven norms in their groups. */
export function Scorecard({ scorecard }: { readonly scorecard: ScorecardData }) {
  const { texts, format } = useLanguage();
  const { municipality, month, computedAt, answers } = scorecard;
  const updated = computedAt === null ? [] : [format.updated(computedAt, Date.now())];

  return (
    <>
      <PageHeader
        municipality={municipality}
        freshness={[...updated, texts.refreshesItself].join(' · ')}
        title={texts.title(format.month(month))}
      >
        <p className="scorecard-overall" aria-live="polite">
          {texts.overall(countStatuses(answers))}
        </p>
        <Attention answers={answers} />
      </PageHeader>
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

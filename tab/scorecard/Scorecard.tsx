import { countStatuses } from '../../shared/kpi/countStatuses.ts';
import { kpiGroups } from '../../shared/kpi/kpi.ts';
import type { Scorecard as ScorecardData } from '../../shared/kpi/scorecard.ts';
import { periodText } from '../../shared/texts/periodText.ts';
import { useLanguage } from '../page/language.ts';
import { PageHeader } from '../page/PageHeader.tsx';
import { Attention } from './Attention.tsx';
import { KpiGroupPanel } from './KpiGroupPanel.tsx';
import './Scorecard.css';

/** How we are doing in a period: one sentence, what needs attention, and the eleven norms in their groups. */
export function Scorecard({ scorecard }: { readonly scorecard: ScorecardData }) {
  const { locale, texts, format } = useLanguage();
  const { municipality, period, department, process, computedAt, answers } = scorecard;
  const narrowed = [department, process].flatMap((one) => one?.name ?? []);
  const updated = computedAt === null ? [] : [format.updated(computedAt, Date.now())];

  return (
    <>
      <PageHeader
        municipality={municipality}
        freshness={[...updated, texts.refreshesItself].join(' · ')}
        title={[texts.title(periodText(period, locale)), ...narrowed].join(' · ')}
      >
        <p className="scorecard-overall" aria-live="polite">
          {texts.overall(countStatuses(answers))}
        </p>
        <Attention answers={answers} />
      </PageHeader>
      <div className="scorecard-groups">
        {kpiGroups.map((group) => (
          <KpiGroupPanel key={group} group={group} scorecard={scorecard} />
        ))}
      </div>
    </>
  );
}

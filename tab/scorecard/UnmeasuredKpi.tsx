import type { KpiAnswer } from '../../shared/kpi/scorecard.ts';
import { useLanguage } from '../page/language.ts';
import { KpiStatusLabel } from './KpiStatusLabel.tsx';

/** Says quietly that there are no measurements, and where they are to come from. */
export function UnmeasuredKpi({ answer }: { readonly answer: KpiAnswer }) {
  const { texts, format } = useLanguage();
  const { id, norm, status } = answer;
  return (
    <>
      <div className="kpi-card-ends">
        <h3 className="kpi-card-name">{texts.kpis[id].name}</h3>
        <KpiStatusLabel status={status} />
      </div>
      <div className="kpi-card-ends">
        <p className="kpi-card-norm">{texts.norm(format.norm(id, norm))}</p>
        <p className="kpi-card-detail">{texts.comesFrom(texts.kpis[id].source)}</p>
      </div>
    </>
  );
}

import type { KpiStatus } from '../../shared/kpi/scorecard.ts';
import { useLanguage } from '../page/language.ts';
import { StatusMark } from './StatusMark.tsx';

/** A status by colour, shape and word. */
export function KpiStatusLabel({ status }: { readonly status: KpiStatus }) {
  return (
    <p className="kpi-card-status">
      <StatusMark status={status} /> {useLanguage().texts.statuses[status]}
    </p>
  );
}

import { Link } from '@fluentui/react-components';
import type { KpiAnswer } from '../../shared/kpi/scorecard.ts';
import { useLanguage } from '../page/language.ts';
import './Attention.css';
import { StatusMark } from './StatusMark.tsx';

/** Links to the norms that are missed, and then to those on the edge. Nothing when there are none. */
export function Attention({ answers }: { readonly answers: readonly KpiAnswer[] }) {
  const { texts } = useLanguage();
  const urgent = (['missed', 'atRisk'] as const).flatMap((status) =>
    answers.filter((answer) => answer.status === status),
  );
  if (urgent.length === 0) return null;
  return (
    <nav className="attention" aria-labelledby="attention">
      <h2 id="attention" className="attention-heading">
        {texts.attention}
      </h2>
      <ul className="attention-list">
        {urgent.map(({ id, status }) => (
          <li key={id} className="attention-item">
            <StatusMark status={status} />
            <Link href={`#${id}`}>{texts.kpis[id].name}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

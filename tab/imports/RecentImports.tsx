import type { ImportRun } from '../../shared/imports/importRun.ts';
import { importPageTexts } from '../../shared/texts/importPage.ts';
import { useLanguage } from '../page/language.ts';
import { ImportRunItem } from './ImportRunItem.tsx';
import './RecentImports.css';

/** The last imports of all sources, for who wants to know what happened before the last one. */
export function RecentImports({ runs }: { readonly runs: readonly ImportRun[] }) {
  const texts = importPageTexts[useLanguage().locale];
  if (runs.length === 0) return null;
  return (
    <details className="recent-imports">
      <summary className="recent-imports-title">{texts.recent(runs.length)}</summary>
      <ul className="recent-imports-list">
        {runs.map((run) => (
          <ImportRunItem key={`${run.startedAt} ${run.source}`} run={run} />
        ))}
      </ul>
    </details>
  );
}

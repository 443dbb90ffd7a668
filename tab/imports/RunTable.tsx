import type { ImportRun } from '../../shared/imports/importRun.ts';
import { importPageTexts } from '../../shared/texts/importPage.ts';
import { importTexts, summaryText } from '../../shared/texts/imports.ts';
import { shortMomentText } from '../../shared/texts/moments.ts';
import { useLanguage } from '../page/language.ts';
import { StatusMark } from '../scorecard/StatusMark.tsx';
import './RunTable.css';

const marks = { done: 'met', running: 'tooFew', interrupted: 'atRisk', failed: 'missed' } as const;

/** The last imports, and how each ended. */
export function RunTable({ runs }: { readonly runs: readonly ImportRun[] }) {
  const { locale } = useLanguage();
  const texts = importPageTexts[locale];
  const names = importTexts[locale].sources;
  if (runs.length === 0) return <p className="run-table-empty">{texts.noRuns}</p>;
  return (
    <section className="run-table-panel" aria-labelledby="runs">
      <h2 id="runs" className="run-table-title">
        {texts.lastImports}
      </h2>
      <ul className="run-table">
        {runs.map((run) => (
          <li key={`${run.startedAt} ${run.source}`} className="run-table-run">
            <p className="run-table-head">
              <strong>{names[run.source] ?? run.source}</strong>
              <span className="run-table-name">{run.name}</span>
              <time dateTime={run.startedAt}>
                {shortMomentText({ epochMilliseconds: Date.parse(run.startedAt) }, locale)}
              </time>
            </p>
            <p className="run-table-state">
              <StatusMark status={marks[run.state]} /> {stateText(run, locale)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateText({ state, summary, failure }: ImportRun, locale: 'nl' | 'en'): string {
  const texts = importTexts[locale];
  if (failure !== null) return [texts.failures[failure.reason], ...failure.details].join(' ');
  return summary === null
    ? importPageTexts[locale].states(texts.states[state])
    : summaryText(summary, locale);
}

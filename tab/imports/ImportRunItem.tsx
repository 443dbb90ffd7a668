import type { ImportRun } from '../../shared/imports/importRun.ts';
import { importedAtText, importPageTexts } from '../../shared/texts/importPage.ts';
import { countText, importTexts, summaryText } from '../../shared/texts/imports.ts';
import { useLanguage } from '../page/language.ts';
import { StatusMark } from '../scorecard/StatusMark.tsx';
import { FailureWords } from './FailureWords.tsx';
import './ImportRunItem.css';
import { RefusalList } from './RefusalList.tsx';

const marks = {
  done: 'met',
  partly: 'atRisk',
  running: 'tooFew',
  interrupted: 'atRisk',
  failed: 'missed',
} as const;

/** One import of a list: of which source, when, and how that went. */
export function ImportRunItem({ run }: { readonly run: ImportRun }) {
  const { locale } = useLanguage();
  const texts = importPageTexts[locale];
  const { source, name, startedAt, state, summary, failure } = run;
  const outcome = summary !== null && summary.refused > 0 ? 'partly' : state;
  const refusals = summary?.refusals ?? failure?.refusals ?? [];
  const refused = summary?.refused ?? refusals.length;
  return (
    <li className="import-run" data-status={marks[outcome]}>
      <p className="import-run-head">
        <strong className="import-run-source">{importTexts[locale].sources[source] ?? source}</strong>
        <time className="import-run-time" dateTime={startedAt}>
          {importedAtText(startedAt, locale)}
        </time>
      </p>
      <p className="import-run-head">
        <span className="import-run-state">
          <StatusMark status={marks[outcome]} /> {texts.states[outcome]}
        </span>
        {name !== source && <span className="import-run-name">{name}</span>}
      </p>
      <div className="import-run-words">
        {summary !== null && <p>{summaryText(summary, locale)}</p>}
        {failure !== null && <FailureWords failure={failure} />}
        {state === 'interrupted' && <p>{texts.notFinished}</p>}
      </div>
      {refusals.length > 0 && (
        <details className="import-run-refusals">
          <summary>{texts.refusals(countText(refused, locale))}</summary>
          <RefusalList refusals={refusals} total={refused} />
        </details>
      )}
    </li>
  );
}

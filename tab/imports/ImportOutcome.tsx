import type { ReactNode } from 'react';
import type { ImportResult, ImportSummary } from '../../shared/imports/importRun.ts';
import { importPageTexts } from '../../shared/texts/importPage.ts';
import { importTexts } from '../../shared/texts/imports.ts';
import type { Locale } from '../../shared/texts/locale.ts';
import { useLanguage } from '../page/language.ts';
import { StatusMark } from '../scorecard/StatusMark.tsx';
import { FailureWords } from './FailureWords.tsx';
import './ImportOutcome.css';
import { RefusalList } from './RefusalList.tsx';
import { SummaryCounts } from './SummaryCounts.tsx';
import { takesSomething } from './takesSomething.ts';

type Mark = 'met' | 'atRisk' | 'missed';

/** What came of a file, or would. */
export function ImportOutcome({ result }: { readonly result: ImportResult }) {
  const { locale } = useLanguage();
  const texts = importPageTexts[locale];
  if (result.kind === 'failed') {
    return (
      <Outcome mark="missed" title={texts.notImported}>
        <FailureWords failure={result.failure} />
        <RefusalList refusals={result.failure.refusals} total={result.failure.refusals.length} />
        <p>{importTexts[locale].nothingKept}</p>
      </Outcome>
    );
  }
  const { summary } = result;
  return (
    <Outcome mark={summary.refused > 0 ? 'atRisk' : 'met'} title={titleOf(result, summary, locale)}>
      <SummaryCounts summary={summary} />
      {summary.refused > 0 && <p>{texts.refusedLines}</p>}
      <RefusalList refusals={summary.refusals} total={summary.refused} />
    </Outcome>
  );
}

function titleOf(result: ImportResult, { unchanged }: ImportSummary, locale: Locale): string {
  const { imported, looked, nothingNew, nothingThatCounts } = importPageTexts[locale];
  if (result.kind === 'imported' && !result.isDryRun) return imported;
  if (takesSomething(result)) return looked;
  return unchanged > 0 ? nothingNew : nothingThatCounts;
}

interface OutcomeProps {
  readonly mark: Mark;
  readonly title: string;
  readonly children: ReactNode;
}

function Outcome({ mark, title, children }: OutcomeProps) {
  return (
    <div className="import-outcome" data-status={mark}>
      <h3 className="import-outcome-title">
        <StatusMark status={mark} /> {title}
      </h3>
      {children}
    </div>
  );
}

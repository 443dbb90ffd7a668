import type { ImportResult } from '../../shared/imports/importRun.ts';
import { resultLines } from '../../shared/texts/imports.ts';
import { useLanguage } from '../page/language.ts';
import { StatusMark } from '../scorecard/StatusMark.tsx';

/** So many refused lines are shown. */
const shownRefusals = 10;

/** What came of a file, or would: a line of words each. */
export function ImportOutcome({ result }: { readonly result: ImportResult }) {
  const { locale } = useLanguage();
  const [first, ...others] = resultLines(result, locale, shownRefusals);
  return (
    <>
      <p>
        <StatusMark status={markOf(result)} /> <strong>{first}</strong>
      </p>
      {others.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

function markOf(result: ImportResult) {
  if (result.kind === 'failed') return 'missed';
  return result.summary.refused > 0 ? 'atRisk' : 'met';
}

import type { Refusal } from '../../shared/fact/refusal.ts';
import { settings } from '../../shared/settings.ts';
import { countText, importTexts, refusalText } from '../../shared/texts/imports.ts';
import { useLanguage } from '../page/language.ts';
import './RefusalList.css';

interface Props {
  /** The first ones. */
  readonly refusals: readonly Refusal[];
  /** Of how many. */
  readonly total: number;
}

/** The lines that were refused, each with its column and why; of many the first. */
export function RefusalList({ refusals, total }: Props) {
  const { locale } = useLanguage();
  const shown = refusals.slice(0, settings.imports.listedRefusals);
  if (shown.length === 0) return null;
  const rest = total - shown.length;
  return (
    <ul className="refusal-list">
      {shown.map((refusal) => (
        <li key={`${refusal.line} ${refusal.column} ${refusal.reason}`}>{refusalText(refusal, locale)}</li>
      ))}
      {rest > 0 && <li>{importTexts[locale].more(countText(rest, locale))}</li>}
    </ul>
  );
}

import type { ImportSummary } from '../../shared/imports/importRun.ts';
import { importPageTexts } from '../../shared/texts/importPage.ts';
import { countText } from '../../shared/texts/imports.ts';
import { useLanguage } from '../page/language.ts';
import './SummaryCounts.css';

const shown = ['records', 'added', 'changed', 'unchanged', 'refused'] as const;

/** How much was read and what became of it; what there is none of is left out, but for what is new. */
export function SummaryCounts({ summary }: { readonly summary: ImportSummary }) {
  const { locale } = useLanguage();
  const { counted } = importPageTexts[locale];
  return (
    <dl className="summary-counts">
      {shown
        .filter((count) => count === 'added' || summary[count] > 0)
        .map((count) => (
          <div key={count} className="summary-count">
            <dt>{counted[count]}</dt>
            <dd>{countText(summary[count], locale)}</dd>
          </div>
        ))}
    </dl>
  );
}

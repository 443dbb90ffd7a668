import type { FactKind } from '../../shared/fact/factKind.ts';
import type { ImportSource } from '../../shared/imports/importRun.ts';
import { fedBy } from '../../shared/kpi/fedBy.ts';
import { importPageTexts, listText } from '../../shared/texts/importPage.ts';
import { importTexts } from '../../shared/texts/imports.ts';
import { useLanguage } from '../page/language.ts';
import { ImportRunItem } from './ImportRunItem.tsx';
import './SourceGroup.css';

interface Props {
  readonly kind: FactKind;
  readonly sources: readonly ImportSource[];
}

/** The sources of one kind of measurements: the last import of each, and which are not used. */
export function SourceGroup({ kind, sources }: Props) {
  const { locale, texts: scorecard } = useLanguage();
  const texts = importPageTexts[locale];
  const { kinds, sources: names } = importTexts[locale];
  const runs = sources.flatMap(({ last }) => last ?? []);
  const unused = sources.filter(({ last }) => last === null).map(({ id }) => names[id] ?? id);
  return (
    <section className="source-group" aria-labelledby={`source-group-${kind}`}>
      <h3 id={`source-group-${kind}`} className="source-group-title">
        {kinds[kind]}
      </h3>
      <p className="source-group-norms">
        {texts.feeds(
          listText(
            fedBy[kind].map((kpi) => scorecard.kpis[kpi].name),
            locale,
          ),
        )}
      </p>
      {runs.length > 0 && (
        <ul className="source-group-runs">
          {runs.map((run) => (
            <ImportRunItem key={run.source} run={run} />
          ))}
        </ul>
      )}
      {unused.length > 0 && <p className="source-group-unused">{texts.notUsed(listText(unused, locale))}</p>}
    </section>
  );
}

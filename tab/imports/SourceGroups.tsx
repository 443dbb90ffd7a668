import { factKinds } from '../../shared/fact/factKind.ts';
import type { ImportSource } from '../../shared/imports/importRun.ts';
import { importPageTexts } from '../../shared/texts/importPage.ts';
import { useLanguage } from '../page/language.ts';
import { SourceGroup } from './SourceGroup.tsx';
import './SourceGroups.css';

/** What comes in, by the norms that it is for. */
export function SourceGroups({ sources }: { readonly sources: readonly ImportSource[] }) {
  const texts = importPageTexts[useLanguage().locale];
  return (
    <section aria-labelledby="sources">
      <h2 id="sources" className="source-groups-title">
        {texts.sources}
      </h2>
      <div className="source-groups">
        {factKinds.map((kind) => (
          <SourceGroup key={kind} kind={kind} sources={sources.filter((source) => source.kind === kind)} />
        ))}
      </div>
    </section>
  );
}

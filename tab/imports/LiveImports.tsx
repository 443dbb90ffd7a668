import { importPageTexts } from '../../shared/texts/importPage.ts';
import type { ZevenApi } from '../api/zevenApi.ts';
import { LivePage } from '../page/LivePage.tsx';
import { useLanguage } from '../page/language.ts';
import { PageHeader } from '../page/PageHeader.tsx';
import { useLive } from '../page/useLive.ts';
import { ImportForm } from './ImportForm.tsx';
import './LiveImports.css';
import { importsQuery } from './importsQuery.ts';
import { RecentImports } from './RecentImports.tsx';
import { SourceGroups } from './SourceGroups.tsx';

/** The page: import a file, and what came in lately, or why that is not known. */
export function LiveImports({ api }: { readonly api: ZevenApi }) {
  const texts = importPageTexts[useLanguage().locale];
  const live = useLive(importsQuery(api));
  const imports = live.data;
  return (
    <LivePage page="imports" live={live} texts={texts}>
      {imports ? (
        <>
          <PageHeader
            municipality={imports.municipality}
            freshness={texts.refreshesItself}
            title={texts.tabName}
          >
            <p className="imports-intro">{texts.intro}</p>
          </PageHeader>
          <ImportForm
            api={api}
            sources={imports.sources.filter(({ isFile }) => isFile)}
            onImported={live.retry}
          />
          <SourceGroups sources={imports.sources} />
          <RecentImports runs={imports.runs} />
        </>
      ) : (
        <h1 className="visually-hidden">{texts.tabName}</h1>
      )}
    </LivePage>
  );
}

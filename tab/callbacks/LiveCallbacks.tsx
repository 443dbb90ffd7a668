import { callbackPageTexts } from '../../shared/texts/callbackPage.ts';
import type { ZevenApi } from '../api/zevenApi.ts';
import { LivePage } from '../page/LivePage.tsx';
import { useLanguage } from '../page/language.ts';
import { PageHeader } from '../page/PageHeader.tsx';
import { useLive } from '../page/useLive.ts';
import { CallbackList } from './CallbackList.tsx';
import { callbacksQuery } from './callbacksQuery.ts';
import { DepartmentFilter } from './DepartmentFilter.tsx';
import { useDepartmentInAddress } from './departmentInAddress.ts';
import { UrgencyCounts } from './UrgencyCounts.tsx';

/** The page: what is open in all departments or in one, or why that is not known. */
export function LiveCallbacks({ api }: { readonly api: ZevenApi }) {
  const texts = callbackPageTexts[useLanguage().locale];
  const [department, choose] = useDepartmentInAddress();
  const live = useLive(callbacksQuery(api, department));
  const list = live.data;
  // Where nothing came in, another department may help only if this one is the problem.
  const mayChoose = list !== undefined || live.problem?.kind === 'badAddress';
  return (
    <LivePage page="callbacks" live={live} texts={texts}>
      {list ? (
        <PageHeader municipality={list.municipality} freshness={texts.refreshesItself} title={texts.tabName}>
          <UrgencyCounts counts={list.counts} />
        </PageHeader>
      ) : (
        <h1 className="visually-hidden">{texts.tabName}</h1>
      )}
      {mayChoose && (
        <DepartmentFilter departments={list?.departments ?? []} department={department} choose={choose} />
      )}
      {list && <CallbackList list={list} isOfOne={department !== undefined} />}
    </LivePage>
  );
}

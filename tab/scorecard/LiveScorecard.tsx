import { LivePage } from '../page/LivePage.tsx';
import { useLanguage } from '../page/language.ts';
import { useLive } from '../page/useLive.ts';
import { Scorecard } from './Scorecard.tsx';
import type { ScorecardQuery } from './scorecardQuery.ts';

/** The page: the figures, or why there are none, or both. */
export function LiveScorecard({ query }: { readonly query: ScorecardQuery }) {
  const { texts } = useLanguage();
  const live = useLive(query);
  return (
    <LivePage page="scorecard" live={live} texts={texts}>
      {live.data ? <Scorecard scorecard={live.data} /> : <h1 className="visually-hidden">{texts.tabName}</h1>}
    </LivePage>
  );
}

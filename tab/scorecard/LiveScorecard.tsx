import { useLanguage } from '../page/language.ts';
import './LiveScorecard.css';
import { ProblemMessage } from './ProblemMessage.tsx';
import { Scorecard } from './Scorecard.tsx';
import type { ScorecardQuery } from './scorecardQuery.ts';
import { useLiveScorecard } from './useLiveScorecard.ts';

/** The page: the figures, or why there are none, or both. */
export function LiveScorecard({ query }: { readonly query: ScorecardQuery }) {
  const { texts, format } = useLanguage();
  const { scorecard, fetchedAt, problem, isFetching, retry } = useLiveScorecard(query);
  const figuresOf = scorecard && texts.figuresOf(format.time(fetchedAt));
  return (
    <main className="live-scorecard">
      {/* Always there, so that a screen reader says what comes into it. */}
      <div role="status" className="live-scorecard-problem">
        {problem && <ProblemMessage {...{ problem, figuresOf, isFetching, retry }} />}
      </div>
      {scorecard ? <Scorecard scorecard={scorecard} /> : <h1 className="visually-hidden">{texts.tabName}</h1>}
    </main>
  );
}

import type { ReactNode } from 'react';
import type { LivePageTexts } from '../../shared/texts/pages.ts';
import './LivePage.css';
import { useLanguage } from './language.ts';
import { type PageName, PageNav } from './PageNav.tsx';
import { ProblemMessage } from './ProblemMessage.tsx';
import type { Live } from './useLive.ts';

interface Props {
  readonly page: PageName;
  readonly live: Live<unknown>;
  readonly texts: LivePageTexts;
  readonly children: ReactNode;
}

/** A page that keeps itself up to date, and says so when it cannot. */
export function LivePage({ page, live, texts, children }: Props) {
  const { format } = useLanguage();
  const { data, fetchedAt, problem, isFetching, retry } = live;
  const figuresOf = data === undefined ? undefined : texts.figuresOf(format.time(fetchedAt));
  return (
    <div className="live-page">
      <PageNav current={page} />
      <main>
        {/* Always there, so that a screen reader says what comes into it. */}
        <div role="status" className="live-page-problem">
          {problem && <ProblemMessage {...{ problem, texts, figuresOf, isFetching, retry }} />}
        </div>
        {children}
      </main>
    </div>
  );
}

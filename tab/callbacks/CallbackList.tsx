import { memo } from 'react';
import type { CallbackList as CallbackListData } from '../../shared/callback/callbackList.ts';
import { urgencies } from '../../shared/callback/urgency.ts';
import { callbackPageTexts } from '../../shared/texts/callbackPage.ts';
import { useLanguage } from '../page/language.ts';
import './CallbackList.css';
import { CallbackTable } from './CallbackTable.tsx';

interface Props {
  readonly list: CallbackListData;
  /** Whether all of them are of one department, which need not be said in each row then. */
  readonly isOfOne: boolean;
}

/** What is open, or that nothing is. Long lists are not drawn again as long as nothing in them changes. */
export const CallbackList = memo(({ list: { callbacks, counts }, isOfOne }: Props) => {
  const texts = callbackPageTexts[useLanguage().locale];
  const total = urgencies.reduce((sum, urgency) => sum + counts[urgency], 0);
  if (total === 0) {
    return (
      <div className="callback-list-empty">
        <p className="callback-list-empty-title">✓ {texts.empty}</p>
        <p>{texts.emptyHint}</p>
      </div>
    );
  }
  return (
    <>
      <CallbackTable callbacks={callbacks} isOfOne={isOfOne} />
      {callbacks.length < total && (
        <p className="callback-list-rest">{texts.onlyFirst(callbacks.length, total)}</p>
      )}
    </>
  );
});

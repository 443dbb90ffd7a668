import { type UrgencyCounts as Counts, urgencies } from '../../shared/callback/urgency.ts';
import { callbackListTexts } from '../../shared/texts/callbackList.ts';
import { useLanguage } from '../page/language.ts';
import './UrgencyCounts.css';
import { UrgencyMark } from './UrgencyMark.tsx';

/** "3 te laat, 5 vandaag, 12 later"; what there is none of is left out. */
export function UrgencyCounts({ counts }: { readonly counts: Counts }) {
  const { counted } = callbackListTexts[useLanguage().locale];
  return (
    <div aria-live="polite">
      <ul className="urgency-counts">
        {urgencies
          .filter((urgency) => counts[urgency] > 0)
          .map((urgency) => (
            <li key={urgency} className="urgency-count" data-urgency={urgency}>
              <UrgencyMark urgency={urgency} /> {counted[urgency](counts[urgency])}
            </li>
          ))}
      </ul>
    </div>
  );
}

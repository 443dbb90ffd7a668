import type { ReactNode } from 'react';
import type { ListedCallback } from '../../shared/callback/callbackList.ts';
import { callbackListTexts } from '../../shared/texts/callbackList.ts';
import { callbackPageTexts } from '../../shared/texts/callbackPage.ts';
import { shortMomentText } from '../../shared/texts/moments.ts';
import { useLanguage } from '../page/language.ts';
import { tableRoles } from './tableRoles.ts';
import { UrgencyMark } from './UrgencyMark.tsx';

interface Props {
  readonly callback: ListedCallback;
  readonly isOfOne: boolean;
}

/** One callback: what it is about, before when, and who took it. */
export function CallbackRow({ callback, isOfOne }: Props) {
  const { locale } = useLanguage();
  const { columns } = callbackPageTexts[locale];
  const { urgencies, nobody } = callbackListTexts[locale];
  const { subject, due, urgency, department, owner, askedAt } = callback;
  const moment = (instant: string) => shortMomentText({ epochMilliseconds: Date.parse(instant) }, locale);
  return (
    <tr className="callback-row" data-urgency={urgency} {...tableRoles.row}>
      <th scope="row" className="callback-row-subject" {...tableRoles.rowHeader}>
        {subject}
      </th>
      <td {...tableRoles.cell}>
        <div className="callback-row-deadline">
          <span className="callback-row-urgency">
            <UrgencyMark urgency={urgency} /> {urgencies[urgency]}
          </span>{' '}
          <time dateTime={due}>{moment(due)}</time>
        </div>
      </td>
      {!isOfOne && <Fact label={columns.department}>{department}</Fact>}
      <Fact label={columns.owner}>{owner ?? <i>{nobody}</i>}</Fact>
      <Fact label={columns.askedAt}>
        <time dateTime={askedAt}>{moment(askedAt)}</time>
      </Fact>
    </tr>
  );
}

/** A cell that says of which column it is where the columns have no heads: who hears the page knows it anyway. */
function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <td {...tableRoles.cell}>
      <span className="callback-row-label" aria-hidden="true">
        {label}:{' '}
      </span>
      {children}
    </td>
  );
}

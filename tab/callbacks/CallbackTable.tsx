import type { ListedCallback } from '../../shared/callback/callbackList.ts';
import { callbackPageTexts } from '../../shared/texts/callbackPage.ts';
import { useLanguage } from '../page/language.ts';
import { CallbackRow } from './CallbackRow.tsx';
import './CallbackTable.css';
import { tableRoles } from './tableRoles.ts';

interface Props {
  readonly callbacks: readonly ListedCallback[];
  readonly isOfOne: boolean;
}

/** The most urgent first. On a narrow screen each row is a card of its own. */
export function CallbackTable({ callbacks, isOfOne }: Props) {
  const { caption, columns } = callbackPageTexts[useLanguage().locale];
  return (
    <table className="callback-table" {...tableRoles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead {...tableRoles.rows}>
        <tr {...tableRoles.row}>
          <th scope="col" {...tableRoles.columnHeader}>
            {columns.subject}
          </th>
          <th scope="col" aria-sort="ascending" {...tableRoles.columnHeader}>
            {columns.due}
          </th>
          {!isOfOne && (
            <th scope="col" {...tableRoles.columnHeader}>
              {columns.department}
            </th>
          )}
          <th scope="col" {...tableRoles.columnHeader}>
            {columns.owner}
          </th>
          <th scope="col" {...tableRoles.columnHeader}>
            {columns.askedAt}
          </th>
        </tr>
      </thead>
      <tbody {...tableRoles.rows}>
        {callbacks.map((callback) => (
          <CallbackRow key={callback.id} callback={callback} isOfOne={isOfOne} />
        ))}
      </tbody>
    </table>
  );
}

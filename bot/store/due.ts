import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { type OpenCallback, openCallback } from '../../shared/alert/openCallback.ts';
import { type Callback, revisionOf } from '../../shared/callback/callback.ts';
import { isOpen, stateOf } from '../../shared/callback/state.ts';
import { ContactIdSchema } from '../../shared/contact/contactId.ts';
import { PersonSchema } from '../../shared/person.ts';
import { InstantColumn, JsonColumn, listRows, unlessMissing } from './rows.ts';
import type { Storage } from './storage.ts';

/** An open callback as the index has it, with what its card must show. */
export interface DueCallback extends OpenCallback {
  readonly revision: number;
  readonly assignment: number;
}

/**
 * Open callbacks in the order in which they fall due: one partition a tenant, row key
 * `<due>_<id>`, with what lists and alerts tell of them, so that a morning's run reads nothing else.
 * Follows from the callbacks themselves.
 */
export function openDueIndex(storage: Storage) {
  const table = storage.table('Due');

  return {
    /** Makes the index say what the callback says. */
    async follow(tenant: string, callback: Callback): Promise<void> {
      const rowKey = `${dueKey(callback.due)}_${callback.id}`;
      if (isOpen(stateOf(callback))) {
        const { department, subject, askedAt, askedBy, owner } = openCallback(callback);
        const row = {
          partitionKey: tenant,
          rowKey,
          department,
          subject,
          askedAt: askedAt.toString(),
          askedBy: JSON.stringify(askedBy),
          owner: owner && JSON.stringify(owner),
          revision: revisionOf(callback),
          assignment: stateOf(callback).assignment,
        };
        await table.upsertEntity(row, 'Replace');
      } else {
        await table.deleteEntity(tenant, rowKey).catch(unlessMissing);
      }
    },

    /** All open callbacks, the most urgent first. */
    async list(tenant: string): Promise<DueCallback[]> {
      const callbacks: DueCallback[] = [];
      for await (const row of listRows(table, tenant)) callbacks.push(parse(row));
      return callbacks;
    },

    /** Takes out a row that no callback stands behind. */
    async remove(tenant: string, { due, id }: Pick<DueCallback, 'due' | 'id'>): Promise<void> {
      await table.deleteEntity(tenant, `${dueKey(due)}_${id}`).catch(unlessMissing);
    },
  };
}

/** Of a fixed length, so that the order of the keys is the order in time. */
function dueKey(due: Temporal.Instant): string {
  return due.toString({ smallestUnit: 'second' });
}

const DueRow = v.object({
  rowKey: v.pipe(v.string(), v.regex(/^[^_]+_[^_]+$/)),
  department: v.string(),
  subject: v.string(),
  askedAt: InstantColumn,
  askedBy: JsonColumn(PersonSchema),
  owner: v.optional(JsonColumn(PersonSchema)),
  revision: v.optional(v.number(), 0),
  assignment: v.optional(v.number(), 0),
});

function parse(row: unknown): DueCallback {
  const { rowKey, owner, ...columns } = v.parse(DueRow, row);
  const [due = '', id = ''] = rowKey.split('_');
  return { ...columns, owner, id: v.parse(ContactIdSchema, id), due: Temporal.Instant.from(due) };
}

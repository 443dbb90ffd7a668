import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import type { Callback } from '../../shared/callback/callback.ts';
import { isOpen, stateOf } from '../../shared/callback/state.ts';
import { type ContactId, ContactIdSchema } from '../../shared/contact/contactId.ts';
import { isStatus, listRows } from './rows.ts';
import type { Storage } from './storage.ts';

/** An open callback in the index. */
export interface DueCallback {
  readonly id: ContactId;
  readonly due: Temporal.Instant;
  readonly department: string;
}

/**
 * Open callbacks in the order in which they fall due: one partition a tenant, row key
 * `<due>_<id>`. Follows from the callbacks themselves.
 */
export function openDueIndex(storage: Storage) {
  const table = storage.table('Due');

  return {
    /** Makes the index say what the callback says. */
    async follow(tenant: string, callback: Callback): Promise<void> {
      const state = stateOf(callback);
      const rowKey = `${dueKey(callback.due)}_${callback.id}`;
      if (isOpen(state)) {
        const row = { partitionKey: tenant, rowKey, department: state.department };
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
  };
}

/** Of a fixed length, so that the order of the keys is the order in time. */
function dueKey(due: Temporal.Instant): string {
  return due.toString({ smallestUnit: 'second' });
}

const DueRow = v.pipe(
  v.object({ rowKey: v.pipe(v.string(), v.regex(/^[^_]+_[^_]+$/)), department: v.string() }),
  v.transform(({ rowKey, department }) => {
    const [due = '', id = ''] = rowKey.split('_');
    return { id: v.parse(ContactIdSchema, id), due: Temporal.Instant.from(due), department };
  }),
);

function parse(row: unknown): DueCallback {
  return v.parse(DueRow, row);
}

function unlessMissing(error: unknown): void {
  if (!isStatus(error, 404)) throw error;
}

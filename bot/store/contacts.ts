import type { TransactionAction } from '@azure/data-tables';
import * as v from 'valibot';
import { type Callback, callbackResults, withdrawalReasons } from '../../shared/callback/callback.ts';
import { channels, outcomes } from '../../shared/contact/contact.ts';
import { type ContactId, contactId, dayOf, suffixOf } from '../../shared/contact/contactId.ts';
import type { Registered } from '../../shared/contact/register.ts';
import { PersonSchema } from '../../shared/person.ts';
import { DayColumn, daysWithRows, InstantColumn, JsonColumn, listRows, wins } from './rows.ts';
import type { Storage } from './storage.ts';

/** A registration as it was read, with what is needed to replace just that version. */
export interface StoredRegistration extends Registered {
  readonly etags: { readonly contact: string; readonly callback: string | undefined };
}

/**
 * Contacts and, beside each, its callback: one partition a tenant and day, one transaction a change.
 * Rows: `<suffix>_contact`, `<suffix>_callback`.
 */
export type ContactStore = ReturnType<typeof openContacts>;

export function openContacts(storage: Storage) {
  const table = storage.table('Contacts');

  return {
    /** Keeps a new registration in one transaction; false when this id was registered before. */
    create(tenant: string, registered: Registered): Promise<boolean> {
      return wins(table.submitTransaction(rowsOf(tenant, registered).map((row) => ['create', row])));
    },

    /** Replaces both rows in one transaction; false when either changed since it was read. */
    replace(tenant: string, registered: Registered, { etags }: StoredRegistration): Promise<boolean> {
      const [contact, callback] = rowsOf(tenant, registered);
      const actions: TransactionAction[] = [['update', contact, 'Replace', { etag: etags.contact }]];
      if (callback !== undefined) {
        actions.push(
          etags.callback === undefined
            ? ['create', callback]
            : ['update', callback, 'Replace', { etag: etags.callback }],
        );
      }
      return wins(table.submitTransaction(actions));
    },

    async read(tenant: string, id: ContactId): Promise<StoredRegistration | undefined> {
      const rows = await collect(listRows(table, partition(tenant, dayOf(id)), `${suffixOf(id)}_`));
      return rows.get(id);
    },

    /** Everything registered on a day, YYYY-MM-DD. */
    async readDay(tenant: string, day: string): Promise<Iterable<StoredRegistration>> {
      const rows = await collect(listRows(table, partition(tenant, day)));
      return rows.values();
    },

    /** The days that have registrations, YYYY-MM-DD, in order. */
    days: (tenant: string) => daysWithRows(table, tenant),

    /** Writes many registrations of one day at once, over what was there: importing twice changes nothing. */
    async putDay(tenant: string, registrations: readonly Registered[]): Promise<void> {
      const rows = registrations.flatMap((registered) => rowsOf(tenant, registered));
      for (let start = 0; start < rows.length; start += transactionLimit) {
        const batch = rows.slice(start, start + transactionLimit);
        await table.submitTransaction(batch.map((row) => ['upsert', row, 'Replace']));
      }
    },
  };
}

/** Azure Tables takes 100 rows a transaction. */
const transactionLimit = 100;

function partition(tenant: string, day: string): string {
  return `${tenant}_${day}`;
}

function rowsOf(tenant: string, { contact, callback }: Registered) {
  const partitionKey = partition(tenant, dayOf(contact.id));
  const suffix = suffixOf(contact.id);
  const contactRow = {
    partitionKey,
    rowKey: `${suffix}_contact`,
    channel: contact.channel,
    process: contact.process,
    department: contact.department,
    outcome: contact.outcome,
    note: contact.note,
    durationSeconds: contact.durationSeconds,
    receivedOn: contact.receivedOn?.toString(),
    registeredAt: contact.registeredAt.toString(),
    registeredBy: JSON.stringify(contact.registeredBy),
    correctedAt: contact.correctedAt?.toString(),
  };
  if (callback === undefined) return [contactRow] as const;
  const callbackRow = {
    partitionKey,
    rowKey: `${suffix}_callback`,
    citizenName: callback.request.citizen.name,
    citizenPhone: callback.request.citizen.phone,
    subject: callback.request.subject,
    preferredMoment: callback.request.preferredMoment,
    note: callback.note,
    process: callback.process,
    due: callback.due.toString(),
    promisedWorkingDays: callback.promisedWorkingDays,
    steps: JSON.stringify(callback.steps),
  };
  return [contactRow, callbackRow] as const;
}

const ContactRow = v.object({
  etag: v.string(),
  channel: v.picklist(channels),
  process: v.string(),
  department: v.string(),
  outcome: v.picklist(outcomes),
  note: v.string(),
  durationSeconds: v.optional(v.number()),
  receivedOn: v.optional(DayColumn),
  registeredAt: InstantColumn,
  registeredBy: JsonColumn(PersonSchema),
  correctedAt: v.optional(InstantColumn),
});

const happened = { at: InstantColumn, by: PersonSchema };
const StepSchema = v.variant('kind', [
  v.object({ ...happened, kind: v.literal('asked'), department: v.string() }),
  v.object({ ...happened, kind: v.literal('corrected') }),
  v.object({ ...happened, kind: v.literal('taken') }),
  v.object({ ...happened, kind: v.literal('attempted'), messageLeft: v.boolean() }),
  v.object({ ...happened, kind: v.literal('handedOver'), department: v.string() }),
  v.object({ ...happened, kind: v.literal('done'), result: v.picklist(callbackResults) }),
  v.object({ ...happened, kind: v.literal('reopened') }),
  // Rows from before there were reasons have none: then only a correction could withdraw.
  v.object({
    ...happened,
    kind: v.literal('withdrawn'),
    reason: v.optional(v.picklist([...withdrawalReasons, 'corrected']), 'corrected'),
  }),
]);

const CallbackRow = v.object({
  etag: v.string(),
  citizenName: v.string(),
  citizenPhone: v.string(),
  subject: v.string(),
  preferredMoment: v.string(),
  note: v.string(),
  process: v.string(),
  due: InstantColumn,
  promisedWorkingDays: v.number(),
  steps: JsonColumn(v.tupleWithRest([StepSchema], StepSchema)),
});

/** Puts contacts and callbacks together again; a callback without its contact cannot be: one transaction wrote both. */
async function collect(
  rows: AsyncIterable<Record<string, unknown>>,
): Promise<Map<ContactId, StoredRegistration>> {
  const contacts: [ContactId, v.InferOutput<typeof ContactRow>][] = [];
  const callbacks = new Map<ContactId, v.InferOutput<typeof CallbackRow>>();
  for await (const row of rows) {
    const { partitionKey, rowKey } = v.parse(KeyColumns, row);
    const [suffix = '', kind] = rowKey.split('_');
    const id = contactId(partitionKey.slice(-dayLength), suffix);
    if (kind === 'callback') callbacks.set(id, v.parse(CallbackRow, row));
    else contacts.push([id, v.parse(ContactRow, row)]);
  }
  return new Map(contacts.map(([id, row]) => [id, stored(id, row, callbacks.get(id))]));
}

const KeyColumns = v.object({ partitionKey: v.string(), rowKey: v.string() });
const dayLength = 'YYYY-MM-DD'.length;

function stored(
  id: ContactId,
  { etag, ...contact }: v.InferOutput<typeof ContactRow>,
  callbackRow: v.InferOutput<typeof CallbackRow> | undefined,
): StoredRegistration {
  return {
    contact: {
      ...contact,
      id,
      durationSeconds: contact.durationSeconds,
      receivedOn: contact.receivedOn,
      correctedAt: contact.correctedAt,
    },
    callback: callbackRow && callbackOf(id, callbackRow),
    etags: { contact: etag, callback: callbackRow?.etag },
  };
}

function callbackOf(id: ContactId, row: v.InferOutput<typeof CallbackRow>): Callback {
  const { citizenName, citizenPhone, subject, preferredMoment, etag: _, ...rest } = row;
  return {
    ...rest,
    id,
    request: { citizen: { name: citizenName, phone: citizenPhone }, subject, preferredMoment },
  };
}

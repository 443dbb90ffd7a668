import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { InstantColumn, keyPart, listRows, wins } from './rows.ts';
import type { Storage } from './storage.ts';

/** What somebody has been told: the channel of a department, or its team lead. */
export interface AlertRecord {
  readonly addressee: string;
  /** The day (YYYY-MM-DD) of its last daily or weekly alert; '' before the first. */
  readonly alertedOn: string;
  /** Every notice whose moment lies up to here was given, or needs no giving any more. */
  readonly toldUntil: Temporal.Instant;
  /** Until when somebody is posting; another may take over after that. */
  readonly claimedUntil: Temporal.Instant;
  readonly etag: string;
}

/** One row an addressee (partition: tenant). The intent is written before a post, the outcome after it. */
export function openAlerts(storage: Storage) {
  const table = storage.table('Alerts');

  return {
    async list(tenant: string): Promise<AlertRecord[]> {
      const records: AlertRecord[] = [];
      for await (const row of listRows(table, tenant)) records.push(parse(row));
      return records;
    },

    /** Starts the record of an addressee; one that is there stays. */
    async start(tenant: string, record: Told): Promise<void> {
      await wins(table.createEntity(rowOf(tenant, { ...record, claimedUntil: unclaimed })));
    },

    /** Claims the telling; false when somebody else was first. */
    claim(tenant: string, record: AlertRecord, claimedUntil: Temporal.Instant): Promise<boolean> {
      const { etag } = record;
      return wins(table.updateEntity(rowOf(tenant, { ...record, claimedUntil }), 'Replace', { etag }));
    },

    /** Writes what was told, and gives up the claim. */
    async settle(tenant: string, record: Told): Promise<void> {
      await table.upsertEntity(rowOf(tenant, { ...record, claimedUntil: unclaimed }), 'Replace');
    },
  };
}

type Told = Pick<AlertRecord, 'addressee' | 'alertedOn' | 'toldUntil'>;

const unclaimed = Temporal.Instant.fromEpochMilliseconds(0);

function rowOf(tenant: string, record: Omit<AlertRecord, 'etag'>) {
  const { addressee, alertedOn, toldUntil, claimedUntil } = record;
  return {
    partitionKey: tenant,
    rowKey: keyPart(addressee),
    addressee,
    alertedOn,
    toldUntil: toldUntil.toString(),
    claimedUntil: claimedUntil.toString(),
  };
}

const AlertRow = v.object({
  etag: v.string(),
  addressee: v.string(),
  alertedOn: v.string(),
  toldUntil: InstantColumn,
  claimedUntil: InstantColumn,
});

function parse(row: unknown): AlertRecord {
  return v.parse(AlertRow, row);
}

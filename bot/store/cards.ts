import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { type ContactId, dayOf, suffixOf } from '../../shared/contact/contactId.ts';
import { InstantColumn, listRows, wins } from './rows.ts';
import type { Storage } from './storage.ts';

/** The card of a callback in one channel: what stands there now. */
export interface CallbackCard {
  /** Which assignment it belongs to: a callback that is handed over gets a new card in a new channel. */
  readonly assignment: number;
  readonly conversation: string;
  /** Undefined while it is being posted. */
  readonly activity: string | undefined;
  /** The revision of the callback that the card shows. */
  readonly shownRevision: number;
  /** Until when somebody is posting or updating it; another may take over after that. */
  readonly claimedUntil: Temporal.Instant;
  readonly etag: string;
}

/**
 * Which cards stand in Teams. Partition: tenant and day; row: `<suffix>_<assignment>`. The intent is
 * written before a post, its position after it.
 */
export function openCards(storage: Storage) {
  const table = storage.table('Cards');

  return {
    async list(tenant: string, id: ContactId): Promise<CallbackCard[]> {
      const cards: CallbackCard[] = [];
      for await (const row of listRows(table, partition(tenant, id), `${suffixOf(id)}_`)) {
        cards.push(parse(row));
      }
      return cards;
    },

    /**
     * Claims a card before it is posted or updated; false when somebody else was first.
     * @param etag of the version that was read; undefined makes the row.
     */
    claim(tenant: string, id: ContactId, card: Omit<CallbackCard, 'etag'>, etag?: string): Promise<boolean> {
      const row = rowOf(tenant, id, card);
      return wins(
        etag === undefined ? table.createEntity(row) : table.updateEntity(row, 'Replace', { etag }),
      );
    },

    /** Writes where the card stands and what it shows, and gives up the claim. */
    async settle(
      tenant: string,
      id: ContactId,
      card: Omit<CallbackCard, 'claimedUntil' | 'etag'>,
    ): Promise<void> {
      const row = rowOf(tenant, id, { ...card, claimedUntil: unclaimed });
      await table.upsertEntity(row, 'Replace');
    },

    /** Forgets a card that does not stand in Teams any more. */
    async remove(tenant: string, id: ContactId, assignment: number): Promise<void> {
      await table.deleteEntity(partition(tenant, id), `${suffixOf(id)}_${assignment}`);
    },
  };
}

const unclaimed = Temporal.Instant.fromEpochMilliseconds(0);

function partition(tenant: string, id: ContactId): string {
  return `${tenant}_${dayOf(id)}`;
}

function rowOf(tenant: string, id: ContactId, card: Omit<CallbackCard, 'etag'>) {
  return {
    partitionKey: partition(tenant, id),
    rowKey: `${suffixOf(id)}_${card.assignment}`,
    conversation: card.conversation,
    activity: card.activity,
    shownRevision: card.shownRevision,
    claimedUntil: card.claimedUntil.toString(),
  };
}

const CardRow = v.object({
  etag: v.string(),
  rowKey: v.string(),
  conversation: v.string(),
  activity: v.optional(v.string()),
  shownRevision: v.number(),
  claimedUntil: InstantColumn,
});

function parse(row: unknown): CallbackCard {
  const { rowKey, activity, ...card } = v.parse(CardRow, row);
  return { ...card, activity, assignment: Number(rowKey.split('_')[1]) };
}

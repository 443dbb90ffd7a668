import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { type ContactId, contactId, dayOf, suffixOf } from '../../shared/contact/contactId.ts';
import { InstantColumn, listRows, readRow, wins } from './rows.ts';
import type { Storage } from './storage.ts';

/** What stands in one place in Teams of a callback. */
export interface Standing {
  readonly conversation: string;
  /** Undefined while it is being posted for the first time. */
  readonly activity: string | undefined;
  /** The revision of the callback that it shows. */
  readonly shownRevision: number;
  /** The revision that Teams will never take; 0: none. */
  readonly refusedRevision: number;
}

/** With who is at it now. */
export interface ClaimedStanding extends Standing {
  /** Until when somebody is posting or updating it; another may take over after that. */
  readonly claimedUntil: Temporal.Instant;
  readonly etag: string;
}

/** The card of a callback in the channel of one department. */
export interface CallbackCard extends ClaimedStanding {
  /** Which assignment it belongs to: a callback that is handed over gets a new card in a new channel. */
  readonly assignment: number;
}

/** What of a callback stands there: the card of an assignment, or the last news in the registrar's chat. */
export type CardSlot = CallbackCard['assignment'] | 'registrar';

/**
 * What stands in Teams. Partition: tenant and day; row: `<suffix>_<assignment>` or `<suffix>_registrar`.
 * The intent is written before a post, its position after it.
 */
export function openCards(storage: Storage) {
  const table = storage.table('Cards');

  async function listCards(partitionKey: string, prefix: string) {
    const cards: (CallbackCard & { readonly suffix: string })[] = [];
    for await (const row of listRows(table, partitionKey, prefix)) {
      const { rowKey, ...standing } = v.parse(CardRow, row);
      const [suffix = '', slot] = rowKey.split('_');
      if (slot !== 'registrar') cards.push({ ...standing, assignment: Number(slot), suffix });
    }
    return cards;
  }

  return {
    /** The cards in the channels. */
    async list(tenant: string, id: ContactId): Promise<CallbackCard[]> {
      const cards = await listCards(partition(tenant, dayOf(id)), `${suffixOf(id)}_`);
      return cards.map(({ suffix: _, ...card }) => card);
    },

    /** The same for every callback that was asked on a day, YYYY-MM-DD; those without a card are not in it. */
    async ofDay(tenant: string, day: string): Promise<ReadonlyMap<ContactId, readonly CallbackCard[]>> {
      const cards = await listCards(partition(tenant, day), '');
      return Map.groupBy(cards, ({ suffix }) => contactId(day, suffix));
    },

    /** The last news in the registrar's chat. */
    async registrarNews(tenant: string, id: ContactId): Promise<ClaimedStanding | undefined> {
      const row = await readRow(table, partition(tenant, dayOf(id)), rowKeyOf(id, 'registrar'));
      return row && v.parse(CardRow, row);
    },

    /**
     * Claims a slot before something is posted or updated there; false when somebody else was first.
     * @param etag of the version that was read; undefined makes the row.
     */
    claim(
      tenant: string,
      id: ContactId,
      slot: CardSlot,
      claimed: Omit<ClaimedStanding, 'etag'>,
      etag?: string,
    ): Promise<boolean> {
      const row = rowOf(tenant, id, slot, claimed);
      return wins(
        etag === undefined ? table.createEntity(row) : table.updateEntity(row, 'Replace', { etag }),
      );
    },

    /** Writes what stands there, and gives up the claim. */
    async settle(tenant: string, id: ContactId, slot: CardSlot, standing: Standing): Promise<void> {
      const row = rowOf(tenant, id, slot, { ...standing, claimedUntil: unclaimed });
      await table.upsertEntity(row, 'Replace');
    },

    /** Forgets what does not stand in Teams any more. */
    async remove(tenant: string, id: ContactId, slot: CardSlot): Promise<void> {
      await table.deleteEntity(partition(tenant, dayOf(id)), rowKeyOf(id, slot));
    },
  };
}

const unclaimed = Temporal.Instant.fromEpochMilliseconds(0);

function partition(tenant: string, day: string): string {
  return `${tenant}_${day}`;
}

function rowKeyOf(id: ContactId, slot: CardSlot): string {
  return `${suffixOf(id)}_${slot}`;
}

function rowOf(tenant: string, id: ContactId, slot: CardSlot, claimed: Omit<ClaimedStanding, 'etag'>) {
  return {
    partitionKey: partition(tenant, dayOf(id)),
    rowKey: rowKeyOf(id, slot),
    conversation: claimed.conversation,
    activity: claimed.activity,
    shownRevision: claimed.shownRevision,
    refusedRevision: claimed.refusedRevision,
    claimedUntil: claimed.claimedUntil.toString(),
  };
}

const CardRow = v.pipe(
  v.object({
    etag: v.string(),
    rowKey: v.string(),
    conversation: v.string(),
    activity: v.optional(v.string()),
    shownRevision: v.number(),
    refusedRevision: v.optional(v.number(), 0),
    claimedUntil: InstantColumn,
  }),
  v.transform((row) => ({ ...row, activity: row.activity })),
);

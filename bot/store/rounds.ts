import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { InstantColumn, readRow, wins } from './rows.ts';
import type { Storage } from './storage.ts';

/** What is gone through again and again, municipality by municipality: see bot/jobs/sweep.ts and pullImports.ts. */
export type Round = 'cards' | 'night' | `pull_${string}`;

/** Which round of a kind: the night's date, say. */
export interface RoundOf {
  readonly tenant: string;
  readonly round: Round;
  readonly name: string;
}

const RoundRow = v.object({ etag: v.string(), made: v.string(), claimedUntil: InstantColumn });

/**
 * Which rounds were made, so that any number of instances make each one once: a row a kind (partition:
 * tenant), with the name of the last one. Who claims a round and dies leaves it to the next.
 */
export function openRounds(storage: Storage) {
  const table = storage.table('Rounds');

  return {
    /**
     * True for one who asks; false when this round was made, or another is at it.
     * @param until when another may take over.
     */
    async claim({ tenant, round, name }: RoundOf, now: Temporal.Instant, until: Temporal.Instant) {
      const row = await readRow(table, tenant, round);
      const before = row && v.parse(RoundRow, row);
      if (before?.made === name) return false;
      if (before !== undefined && Temporal.Instant.compare(now, before.claimedUntil) < 0) return false;
      const claimed = rowOf(tenant, round, before?.made ?? '', until);
      return wins(
        before === undefined
          ? table.createEntity(claimed)
          : table.updateEntity(claimed, 'Replace', { etag: before.etag }),
      );
    },

    /** The round was made to its end. */
    async finish({ tenant, round, name }: RoundOf): Promise<void> {
      await table.upsertEntity(rowOf(tenant, round, name, unclaimed), 'Replace');
    },

    /** The round was broken off: it is for whoever comes next. */
    async leave({ tenant, round }: RoundOf): Promise<void> {
      await table.upsertEntity(rowOf(tenant, round, '', unclaimed), 'Replace');
    },
  };
}

const unclaimed = Temporal.Instant.fromEpochMilliseconds(0);

function rowOf(tenant: string, round: Round, made: string, claimedUntil: Temporal.Instant) {
  return { partitionKey: tenant, rowKey: round, made, claimedUntil: claimedUntil.toString() };
}

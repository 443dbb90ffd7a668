import { randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import type { Invitation } from '../../shared/feedback/invitation.ts';
import { cached } from './cached.ts';
import { InstantColumn, readRow, wins } from './rows.ts';
import type { Storage } from './storage.ts';

/** An invitation, and whether its rating was given. */
export interface StoredInvitation extends Invitation {
  readonly isUsed: boolean;
}

const InvitationRow = v.pipe(
  v.object({
    rowKey: v.string(),
    about: v.picklist(['case', 'contact']),
    department: v.string(),
    process: v.string(),
    createdAt: InstantColumn,
    expiresAt: InstantColumn,
    usedAt: v.optional(v.string()),
  }),
  v.transform(
    ({ rowKey, usedAt, ...rest }): StoredInvitation => ({
      ...rest,
      id: rowKey,
      isUsed: usedAt !== undefined,
    }),
  ),
);

const KeyRow = v.object({ key: v.pipe(v.instance(Uint8Array), v.length(32)) });

/** Nobody changes the key while the bot runs. */
const rememberKeyMs = 24 * 60 * 60 * 1000;

const keyRow = 'feedbackKey';

/**
 * Invitations to rate us (partition: tenant, row: the id), and the key that signs their links (table Settings,
 * row `feedbackKey`). Whoever deletes that row makes every link of the municipality useless.
 */
export function openInvitations(storage: Storage) {
  const table = storage.table('Invitations');
  const kept = storage.table('Settings');

  /** Several instances may make one at once: the first stands. */
  async function readOrMakeKey(tenant: string): Promise<Uint8Array> {
    const row = await readRow(kept, tenant, keyRow);
    if (row !== undefined) return v.parse(KeyRow, row).key;
    await wins(kept.createEntity({ partitionKey: tenant, rowKey: keyRow, key: randomBytes(32) }));
    return v.parse(KeyRow, await readRow(kept, tenant, keyRow)).key;
  }

  const keys = cached(readOrMakeKey, rememberKeyMs);

  return {
    async add(tenant: string, invitation: Invitation): Promise<void> {
      const { id, createdAt, expiresAt, ...work } = invitation;
      await table.createEntity({
        partitionKey: tenant,
        rowKey: id,
        ...work,
        createdAt: createdAt.toString(),
        expiresAt: expiresAt.toString(),
      });
    },

    async read(tenant: string, id: string): Promise<StoredInvitation | undefined> {
      const row = await readRow(table, tenant, id);
      return row && v.parse(InvitationRow, row);
    },

    /** Its rating was given: the page says so at once from now on. */
    async markUsed(tenant: string, id: string, at: Temporal.Instant): Promise<void> {
      await table.updateEntity({ partitionKey: tenant, rowKey: id, usedAt: at.toString() }, 'Merge');
    },

    /** 32 bytes. */
    signingKey: keys.read,
  };
}

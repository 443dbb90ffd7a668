import type { TableClient } from '@azure/data-tables';
import * as v from 'valibot';
import { keyPart, listRows, readRow, unlessMissing } from './rows.ts';

/** What tells a conversation in Teams, and the team whose channel it is; '' for a chat. */
export interface Whereabouts {
  readonly conversation: string;
  readonly team: string;
}

const ParkedRow = v.object({ conversation: v.string(), team: v.string() });

/**
 * Where the bot was removed: rows `parked_<conversation>` of the table Places, beside the places themselves,
 * so that an activity that refreshes a place cannot undo it unseen.
 */
export function openParked(table: TableClient) {
  async function list(tenant: string): Promise<Whereabouts[]> {
    const parked: Whereabouts[] = [];
    for await (const row of listRows(table, tenant, 'parked_')) parked.push(v.parse(ParkedRow, row));
    return parked;
  }

  return {
    list,

    async has(tenant: string, conversation: string): Promise<boolean> {
      return (await readRow(table, tenant, rowKey(conversation))) !== undefined;
    },

    async put(tenant: string, { conversation, team }: Whereabouts): Promise<void> {
      const row = { partitionKey: tenant, rowKey: rowKey(conversation), conversation, team };
      await table.upsertEntity(row, 'Replace');
    },

    /** Unparks a conversation, and all channels of its team; gives the conversations that were parked. */
    async remove(tenant: string, place: Whereabouts): Promise<string[]> {
      const back = (await list(tenant)).filter((one) => isTogether(one, place));
      const rows = back.map(({ conversation }) => rowKey(conversation));
      await Promise.all(rows.map((row) => table.deleteEntity(tenant, row).catch(unlessMissing)));
      return back.map(({ conversation }) => conversation);
    },
  };
}

/** A bot is put in a team, and comes to all its channels. */
export function isTogether(one: Whereabouts, other: Whereabouts): boolean {
  return one.conversation === other.conversation || (one.team !== '' && one.team === other.team);
}

function rowKey(conversation: string): string {
  return `parked_${keyPart(conversation)}`;
}

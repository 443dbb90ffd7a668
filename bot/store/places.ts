import * as v from 'valibot';
import { cached } from './cached.ts';
import { keyPart, listRows, readRow } from './rows.ts';
import type { Storage } from './storage.ts';

/** What is needed to post somewhere in Teams; refreshed by every activity that comes from there. */
const PlaceSchema = v.object({
  kind: v.picklist(['channel', 'person']),
  /** Teams' conversation id, without a `;messageid=`. */
  conversation: v.string(),
  /** Entra object id of the person; '' for a channel. */
  person: v.string(),
  serviceUrl: v.string(),
  /** The bot's own id in Teams (28:…). */
  botId: v.string(),
});
export type Place = Readonly<v.InferOutput<typeof PlaceSchema>>;

const LinkSchema = v.object({ department: v.string(), conversation: v.string() });
export type Link = Readonly<v.InferOutput<typeof LinkSchema>>;

/** For how long the links that were read may be used again, in milliseconds. */
const cacheTime = 30_000;

/**
 * Places, and which department has which channel. One partition a tenant; rows: `channel_<conversation>`,
 * `person_<id>`, `department_<id>`.
 */
export type PlaceStore = ReturnType<typeof openPlaces>;

export function openPlaces(storage: Storage) {
  const table = storage.table('Places');
  const links = cached(loadLinks, cacheTime);

  async function loadLinks(tenant: string): Promise<Link[]> {
    const found: Link[] = [];
    for await (const row of listRows(table, tenant, 'department_')) found.push(v.parse(LinkSchema, row));
    return found;
  }

  async function channel(tenant: string, conversation: string): Promise<Place | undefined> {
    const row = await readRow(table, tenant, channelKey(conversation));
    return row && v.parse(PlaceSchema, row);
  }

  return {
    async put(tenant: string, place: Place): Promise<void> {
      const rowKey =
        place.kind === 'channel' ? channelKey(place.conversation) : `person_${keyPart(place.person)}`;
      await table.upsertEntity({ partitionKey: tenant, rowKey, ...place }, 'Replace');
    },

    channel,

    /** The channel that is linked to a department. */
    async channelOf(tenant: string, department: string): Promise<Place | undefined> {
      const link = await readRow(table, tenant, departmentKey(department));
      return link && channel(tenant, v.parse(LinkSchema, link).conversation);
    },

    /** Which channel belongs to which department, at most half a minute old. */
    links: links.read,

    async link(tenant: string, department: string, conversation: string): Promise<void> {
      const row = { partitionKey: tenant, rowKey: departmentKey(department), department, conversation };
      await table.upsertEntity(row, 'Replace');
      links.forget(tenant);
    },

    async unlink(tenant: string, department: string): Promise<void> {
      await table.deleteEntity(tenant, departmentKey(department));
      links.forget(tenant);
    },
  };
}

function channelKey(conversation: string): string {
  return `channel_${keyPart(conversation)}`;
}

function departmentKey(department: string): string {
  return `department_${keyPart(department)}`;
}

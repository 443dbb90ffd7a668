import * as v from 'valibot';
import { settings } from '../../shared/settings.ts';
import { cached } from './cached.ts';
import { isTogether, openParked, type Whereabouts } from './parked.ts';
import { keyPart, listRows, readRow } from './rows.ts';
import type { Storage } from './storage.ts';

/** What is needed to post somewhere in Teams; refreshed by every activity that comes from there. */
const PlaceSchema = v.object({
  kind: v.picklist(['channel', 'person']),
  /** Teams' conversation id, without a `;messageid=`. */
  conversation: v.string(),
  /** Entra object id of the person; '' for a channel. */
  person: v.string(),
  /** Teams' id of the team that the channel is in; '' for a person. */
  team: v.optional(v.string(), ''),
  serviceUrl: v.string(),
  /** The bot's own id in Teams (28:…). */
  botId: v.string(),
});
export type Place = Readonly<v.InferOutput<typeof PlaceSchema>>;

const LinkSchema = v.object({ department: v.string(), conversation: v.string() });
export type Link = Readonly<v.InferOutput<typeof LinkSchema>>;

/**
 * Places, which department has which channel, and where the bot was removed (parked). One partition a tenant;
 * rows: `channel_<conversation>`, `person_<id>`, `department_<id>`, `parked_<conversation>`.
 */
export type PlaceStore = ReturnType<typeof openPlaces>;

export function openPlaces(storage: Storage) {
  const table = storage.table('Places');
  const parked = openParked(table);
  const known = cached(load, settings.store.rememberMs);

  async function load(tenant: string): Promise<{ links: Link[]; parked: Whereabouts[] }> {
    const links: Link[] = [];
    for await (const row of listRows(table, tenant, 'department_')) links.push(v.parse(LinkSchema, row));
    return { links, parked: await parked.list(tenant) };
  }

  async function read(tenant: string, rowKey: string): Promise<Place | undefined> {
    const row = await readRow(table, tenant, rowKey);
    return row && v.parse(PlaceSchema, row);
  }

  /** The channel, unless the bot was removed from it. */
  async function channel(tenant: string, conversation: string): Promise<Place | undefined> {
    const [place, isParked] = await Promise.all([
      read(tenant, channelKey(conversation)),
      parked.has(tenant, conversation),
    ]);
    return isParked ? undefined : place;
  }

  return {
    async put(tenant: string, place: Place): Promise<void> {
      const rowKey = place.kind === 'channel' ? channelKey(place.conversation) : personKey(place.person);
      await table.upsertEntity({ partitionKey: tenant, rowKey, ...place }, 'Replace');
    },

    channel,

    /** The channel that is linked to a department, unless the bot was removed from it. */
    async channelOf(tenant: string, department: string): Promise<Place | undefined> {
      const link = await readRow(table, tenant, departmentKey(department));
      return link && channel(tenant, v.parse(LinkSchema, link).conversation);
    },

    /** The chat with a person, by Entra object id, whether or not the bot was removed from it. */
    person: (tenant: string, id: string) => read(tenant, personKey(id)),

    /** Which channel belongs to which department, where the bot may post; at most half a minute old. */
    async links(tenant: string): Promise<Link[]> {
      const { links, parked } = await known.read(tenant);
      return links.filter((link) => !parked.some(({ conversation }) => conversation === link.conversation));
    },

    /** The same, with the channels that the bot was removed from. */
    async allLinks(tenant: string): Promise<Link[]> {
      return (await known.read(tenant)).links;
    },

    async link(tenant: string, department: string, conversation: string): Promise<void> {
      const row = { partitionKey: tenant, rowKey: departmentKey(department), department, conversation };
      await table.upsertEntity(row, 'Replace');
      known.forget(tenant);
    },

    async unlink(tenant: string, department: string): Promise<void> {
      await table.deleteEntity(tenant, departmentKey(department));
      known.forget(tenant);
    },

    isParked: parked.has,

    /** The conversations that the bot was removed from; at most half a minute old. */
    async parked(tenant: string): Promise<ReadonlySet<string>> {
      return new Set((await known.read(tenant)).parked.map(({ conversation }) => conversation));
    },

    /** Nothing is posted there any more, until the bot comes back. */
    async park(tenant: string, place: Whereabouts): Promise<void> {
      await parked.put(tenant, place);
      known.forget(tenant);
    },

    /** Whether something is parked there or in the same team, as was known half a minute ago at most. */
    async seemsParked(tenant: string, place: Whereabouts): Promise<boolean> {
      return (await known.read(tenant)).parked.some((one) => isTogether(one, place));
    },

    /** The bot is back in a conversation, and in all channels of its team; gives those that were parked. */
    async unpark(tenant: string, place: Whereabouts): Promise<string[]> {
      const back = await parked.remove(tenant, place);
      known.forget(tenant);
      return back;
    },
  };
}

function channelKey(conversation: string): string {
  return `channel_${keyPart(conversation)}`;
}

function personKey(id: string): string {
  return `person_${keyPart(id)}`;
}

function departmentKey(department: string): string {
  return `department_${keyPart(department)}`;
}

import { beforeEach, describe, expect, it } from 'vitest';
import { openPlaces, type Place, type PlaceStore } from '../../../bot/store/places.ts';
import { openStorage } from '../../../bot/store/storage.ts';
import { testStorage } from '../../rig/azurite.ts';

const tenant = 'waterland';

let places: PlaceStore;
/** The same rows, as another instance sees them. */
let elsewhere: PlaceStore;

beforeEach(async () => {
  const storage = await openStorage({ kind: 'connectionString', ...testStorage() });
  places = openPlaces(storage);
  elsewhere = openPlaces(storage);
  for (const [department, place] of [
    ['grondzaken', channel(1)],
    ['vergunningen', channel(2)],
    ['belastingen', channel(3, '19:other-team')],
  ] as const) {
    await places.put(tenant, place);
    await places.link(tenant, department, place.conversation);
  }
});

function channel(number: number, team = '19:team'): Place {
  return {
    kind: 'channel',
    conversation: `19:${number}@thread.tacv2`,
    person: '',
    team,
    serviceUrl: 'http://teams.test/',
    botId: '28:bot',
  };
}

const linked = async (store = places) => (await store.links(tenant)).map(({ department }) => department);

describe('a channel that is parked', () => {
  beforeEach(() => places.park(tenant, channel(1)));

  it('is not there to post to, and its department has none', async () => {
    expect(await places.channel(tenant, channel(1).conversation)).toBeUndefined();
    expect(await places.channelOf(tenant, 'grondzaken')).toBeUndefined();
    expect(await linked()).toEqual(['belastingen', 'vergunningen']);
    expect(await places.channelOf(tenant, 'vergunningen')).toEqual(channel(2));
  });

  it('stays linked', async () => {
    expect((await places.allLinks(tenant)).map(({ department }) => department)).toContain('grondzaken');
  });

  it('is so for every instance', async () => {
    expect(await elsewhere.channelOf(tenant, 'grondzaken')).toBeUndefined();
    expect(await linked(elsewhere)).toEqual(['belastingen', 'vergunningen']);
  });

  it('stays so when what is needed to post there is refreshed', async () => {
    await places.put(tenant, { ...channel(1), serviceUrl: 'http://elsewhere.test/' });
    expect(await places.isParked(tenant, channel(1).conversation)).toBe(true);
  });

  it('seems parked to who hears something from there, or from its team', async () => {
    expect(await places.seemsParked(tenant, channel(1))).toBe(true);
    expect(await places.seemsParked(tenant, channel(2))).toBe(true);
    expect(await places.seemsParked(tenant, channel(3, '19:other-team'))).toBe(false);
  });
});

describe('the bot is back', () => {
  beforeEach(async () => {
    for (const place of [channel(1), channel(2), channel(3, '19:other-team')])
      await places.park(tenant, place);
  });

  it('in a channel: it is back in all channels of that team, and in no other', async () => {
    const back = await elsewhere.unpark(tenant, channel(1));
    expect(back.toSorted()).toEqual([channel(1).conversation, channel(2).conversation]);
    expect(await places.channelOf(tenant, 'vergunningen')).toEqual(channel(2));
    expect(await places.channelOf(tenant, 'belastingen')).toBeUndefined();
  });

  it('in a chat: it is back there only', async () => {
    const chats = ['a:1', 'a:2'].map((conversation) => ({ conversation, team: '' }));
    for (const chat of chats) await places.park(tenant, chat);
    expect(await places.unpark(tenant, { conversation: 'a:1', team: '' })).toEqual(['a:1']);
    expect(await places.isParked(tenant, 'a:2')).toBe(true);
  });

  it('twice: that does no harm', async () => {
    const both = await Promise.all([places.unpark(tenant, channel(1)), elsewhere.unpark(tenant, channel(1))]);
    expect(both.flat().length).toBeGreaterThanOrEqual(2);
    expect(await places.unpark(tenant, channel(1))).toEqual([]);
  });
});

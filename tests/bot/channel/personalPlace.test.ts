import { beforeEach, describe, expect, it } from 'vitest';
import { personalPlace } from '../../../bot/channel/personalPlace.ts';
import type { Opening } from '../../../bot/messenger.ts';
import type { Place } from '../../../bot/store/places.ts';
import { type TestServices, testServices } from '../../rig/services.ts';

const tenant = 'waterland';
const kaatje = { id: '7e000000-0000-4000-8000-000000000001' };
const near: Place = {
  kind: 'channel',
  conversation: '19:1',
  person: '',
  team: '19:team',
  serviceUrl: 'http://teams.test/',
  botId: '28:bot',
};
const chat: Place = { ...near, kind: 'person', conversation: 'a:1', person: kaatje.id, team: '' };

let services: TestServices;
let opened: number;
let opening: Opening;

beforeEach(async () => {
  opened = 0;
  opening = { kind: 'opened', place: chat };
  services = await testServices({
    messenger: {
      post: () => expect.fail('Nothing is posted here'),
      update: () => expect.fail('Nothing is updated here'),
      openChat: async () => {
        opened++;
        return opening;
      },
    },
  });
});

const find = () => personalPlace(tenant, kaatje, near, services);

describe('the chat with a person', () => {
  it('that the bot knows is used as it is', async () => {
    await services.store.places.put(tenant, chat);
    expect(await find()).toEqual({ kind: 'opened', place: chat });
    expect(opened).toBe(0);
  });

  it('is opened the first time, and remembered', async () => {
    expect(await find()).toEqual({ kind: 'opened', place: chat });
    expect(await find()).toEqual({ kind: 'opened', place: chat });
    expect(opened).toBe(1);
  });

  it.each<Opening>([{ kind: 'away' }, { kind: 'gone' }, { kind: 'refused' }, { kind: 'later', seconds: 7 }])(
    'that cannot be opened says why, and is tried anew: %o',
    async (result) => {
      opening = result;
      expect(await find()).toEqual(result);
      opening = { kind: 'opened', place: chat };
      expect(await find()).toMatchObject({ kind: 'opened' });
    },
  );

  it('from which the bot was removed is not used, until it is back', async () => {
    await services.store.places.put(tenant, chat);
    await services.store.places.park(tenant, chat);
    expect(await find()).toEqual({ kind: 'away' });
    await services.store.places.unpark(tenant, chat);
    expect(await find()).toMatchObject({ kind: 'opened' });
    expect(opened).toBe(0);
  });
});

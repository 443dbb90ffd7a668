import { beforeEach, expect, it } from 'vitest';
import { tellRegistrar } from '../../bot/callback/tellRegistrar.ts';
import type { Delivery } from '../../bot/messenger.ts';
import type { Place } from '../../bot/store/places.ts';
import { type TestServices, testServices } from '../rig/services.ts';
import { acted, asked, kaatje, spoken } from '../shared/callback/asked.ts';

/** Telling news once, whoever looks and whatever falls over. */
const tenant = 'waterland';
const done = acted(asked, spoken);

let services: TestServices;
/** What was posted, and where. */
let posts: string[];
let delivery: Delivery;

beforeEach(async () => {
  posts = [];
  delivery = { kind: 'delivered', activity: '1' };
  services = await testServices({
    messenger: {
      async post(_tenant, { conversation }, { kind }) {
        posts.push(`${kind} in ${conversation}`);
        return delivery;
      },
      update: () => expect.fail('News is never an update'),
      openChat: () => expect.fail('The chat is known'),
    },
  });
  services.itIs('2026-04-28T10:00:00Z');
  const common = { serviceUrl: 'http://x/', botId: '28:1', team: '' };
  const channel: Place = { kind: 'channel', conversation: '19:1', person: '', ...common };
  await services.store.places.put(tenant, channel);
  await services.store.places.link(tenant, 'grondzaken', '19:1');
  await services.store.places.put(tenant, {
    kind: 'person',
    conversation: 'a:1',
    person: kaatje.id,
    ...common,
  });
});

const tell = () => tellRegistrar(tenant, done, services);

it('is done once, however many look at the same time', async () => {
  await Promise.all(Array.from({ length: 8 }, tell));
  expect(await tell()).toEqual({ kind: 'shown' });
  expect(posts).toEqual(['registrarNews in a:1']);
});

it('is left to who is at it, and taken over when they fell over', async () => {
  const claimedUntil = services.now().add({ seconds: 20 });
  const standing = { conversation: 'a:1', activity: undefined, shownRevision: 0, refusedRevision: 0 };
  await services.store.cards.claim(tenant, done.id, 'registrar', { ...standing, claimedUntil });
  expect((await tell()).kind).toBe('later');
  expect(posts).toEqual([]);
  services.itIs('2026-04-28T10:00:20Z');
  expect(await tell()).toEqual({ kind: 'shown' });
  expect(posts).toHaveLength(1);
});

it.each<[when: string, Delivery]>([
  ['Teams asks for patience', { kind: 'later', seconds: 7 }],
  ['Teams is out of reach', { kind: 'later', seconds: undefined }],
])('is tried again when %s', async (_, trouble) => {
  delivery = trouble;
  expect(await tell()).toEqual(trouble);
  delivery = { kind: 'delivered', activity: '1' };
  await tell();
  await tell();
  expect(posts).toHaveLength(2);
});

it.each<[who: string, Delivery]>([
  ['removed the bot', { kind: 'away' }],
  ['blocked it', { kind: 'gone' }],
])('ends with who %s, and what they were told before stays told', async (_, refusal) => {
  await tell();
  const reopened = acted(done, { kind: 'reopen' });
  delivery = refusal;
  expect(await tellRegistrar(tenant, reopened, services)).toEqual({ kind: 'shown' });
  const told = await services.store.cards.registrarNews(tenant, done.id);
  expect(told?.shownRevision).toBe(2);
});

it('ends with who Teams does not know any more: what else follows from the callback goes on', async () => {
  delivery = { kind: 'refused' };
  expect(await tell()).toEqual({ kind: 'shown' });
  expect(await tell()).toEqual({ kind: 'shown' });
  expect(posts).toHaveLength(1);
});

it('says nothing where no channel says where Teams is', async () => {
  await services.store.places.unlink(tenant, 'grondzaken');
  expect(await tell()).toEqual({ kind: 'shown' });
  expect(posts).toEqual([]);
});

it('does not count as a card in a channel', async () => {
  await tell();
  expect(await services.store.cards.list(tenant, done.id)).toEqual([]);
});

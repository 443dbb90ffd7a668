import { QueueClient } from '@azure/storage-queue';
import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, it } from 'vitest';
import { giveRating } from '../../../bot/feedback/giveRating.ts';
import { invite } from '../../../bot/feedback/invite.ts';
import { openInvitation } from '../../../bot/feedback/openInvitation.ts';
import type { FactServices } from '../../../bot/services.ts';
import { openStore } from '../../../bot/store/store.ts';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import { defaultRules } from '../../../shared/calendar/rules.ts';
import { TENANT } from '../../rig/activities.ts';
import { testStorage } from '../../rig/azurite.ts';

class Died extends Error {}

const { connectionString, prefix } = testStorage();
const queue = new QueueClient(connectionString, `${prefix}work`);
const page = 'https://zeven.example/beoordeling';
const feedback = { score: 8, remark: '' };

let services: FactServices;
// No worker runs on this storage: what is announced stays to be seen.
beforeAll(async () => {
  const store = await openStore({ kind: 'connectionString', connectionString, prefix }, () => 'Testdam');
  const now = () => Temporal.Instant.from('2026-11-26T10:32+01:00');
  services = { store, calendar: createCalendar(defaultRules), now };
});

async function opened() {
  const work = { about: 'case', department: 'grondzaken', process: '' } as const;
  const { link } = await invite(TENANT, work, page, services);
  const token = link.slice(page.length + 1);
  return (await openInvitation(token, new Set([TENANT]), services)) ?? expect.fail();
}

/** Also those that nobody may see yet. */
async function announcements(): Promise<number> {
  return (await queue.getProperties()).approximateMessagesCount ?? expect.fail();
}

/** The process ends right after the mark is kept. */
function dying(): FactServices {
  const { store } = services;
  const addOnce: typeof store.facts.addOnce = async (...given) => {
    await store.facts.addOnce(...given);
    throw new Died();
  };
  return { ...services, store: { ...store, facts: { ...store.facts, addOnce } } };
}

it('has the figures computed as soon as a mark is kept', async () => {
  expect(await giveRating(await opened(), feedback, services)).toBe(true);
  const received = await services.store.work.receive();
  expect(received.map(({ work }) => work)).toMatchObject([{ tenant: TENANT, figures: 'ratings' }]);
  await queue.clearMessages();
});

it('leaves word that figures must be computed when it dies right after, and once only', async () => {
  const invitation = await opened();
  await expect(giveRating(invitation, feedback, dying())).rejects.toThrow(Died);
  expect(await announcements()).toBe(1);

  expect(await giveRating(invitation, feedback, services)).toBe(false);
  expect(await announcements()).toBe(1);
});

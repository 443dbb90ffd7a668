import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CallbackList, CallbackListSchema } from '../../../shared/callback/callbackList.ts';
import { apiTexts } from '../../../shared/texts/api.ts';
import { askCallback, cardIn, linkBoth } from '../../rig/callbacks.ts';
import { citizenData } from '../../rig/cardWords.ts';
import { askedEarlier } from '../../rig/earlierCallbacks.ts';
import { startTestZeven, type TestZeven } from '../../rig/zeven.ts';

let house: TestZeven;
let headers: Record<string, string>;
let clock: Temporal.Instant;

beforeEach(async () => {
  clock = Temporal.Instant.from('2026-11-26T10:32+01:00'); // a Thursday
  house = await startTestZeven({ now: () => clock });
  const answer = await fetch(`${house.url}/api/local/token`, { method: 'POST' });
  const { token } = (await answer.json()) as { token: string };
  headers = { authorization: `Bearer ${token}` };
});
afterEach(() => house.stop());

function get(query = '', more: Record<string, string> = {}): Promise<Response> {
  return fetch(`${house.url}/api/callbacks${query}`, { headers: { ...headers, ...more } });
}

async function list(query = ''): Promise<CallbackList> {
  const response = await get(query);
  expect(response.status).toBe(200);
  return v.parse(v.strictObject(CallbackListSchema.entries), await response.json());
}

const gijs = { id: 'gijs', name: 'Gijs Grondvast' };

describe('the list', () => {
  beforeEach(() =>
    askedEarlier(house, [
      { at: '2026-11-26T09:00+01:00', subject: 'Berm' },
      { at: '2026-11-20T10:00+01:00', subject: 'Erfpacht', owner: gijs },
      { at: '2026-11-25T10:00+01:00', subject: 'Dakkapel', department: 'vergunningen' },
      { at: '2026-11-24T10:00+01:00', subject: 'Snippergroen' },
    ]),
  );

  it('has what is open in all departments, the most urgent first, with who took it and since when', async () => {
    const { callbacks, counts, municipality } = await list();
    expect(municipality).toBe('Gemeente Testdam');
    expect(counts).toEqual({ overdue: 1, today: 1, nextWorkingDay: 1, later: 1 });
    const at = (moment: string) => Temporal.Instant.from(moment).toString();
    expect(callbacks.map(({ id: _, ...callback }) => callback)).toEqual([
      {
        subject: 'Erfpacht',
        department: 'Grondzaken',
        due: at('2026-11-24T17:00+01:00'),
        urgency: 'overdue',
        askedAt: at('2026-11-20T10:00+01:00'),
        owner: 'Gijs Grondvast',
      },
      {
        subject: 'Snippergroen',
        department: 'Grondzaken',
        due: at('2026-11-26T17:00+01:00'),
        urgency: 'today',
        askedAt: at('2026-11-24T10:00+01:00'),
        owner: null,
      },
      {
        subject: 'Dakkapel',
        department: 'Vergunningen',
        due: at('2026-11-27T17:00+01:00'),
        urgency: 'nextWorkingDay',
        askedAt: at('2026-11-25T10:00+01:00'),
        owner: null,
      },
      {
        subject: 'Berm',
        department: 'Grondzaken',
        due: at('2026-11-30T17:00+01:00'),
        urgency: 'later',
        askedAt: at('2026-11-26T09:00+01:00'),
        owner: null,
      },
    ]);
  });

  it('of one department has that department’s, and counts them', async () => {
    const { callbacks, counts } = await list('?department=vergunningen');
    expect(callbacks.map(({ subject }) => subject)).toEqual(['Dakkapel']);
    expect(counts).toEqual({ overdue: 0, today: 0, nextWorkingDay: 1, later: 0 });
  });

  it('names every department that can be asked for, and the contact centre only where it has work', async () => {
    const { departments } = await list();
    expect(departments).toEqual([
      { id: 'grondzaken', name: 'Grondzaken' },
      { id: 'vergunningen', name: 'Vergunningen' },
    ]);
    await askedEarlier(house, [{ at: '2026-11-25T10:00+01:00', subject: 'Klacht', department: 'kcc' }]);
    expect((await list()).departments.at(-1)).toEqual({ id: 'kcc', name: 'Klantcontactcentrum' });
    expect((await list('?department=kcc')).callbacks).toHaveLength(1);
  });

  it('changes with the clock: what is due today is too late from the second after its deadline', async () => {
    clock = Temporal.Instant.from('2026-11-26T17:00+01:00');
    expect((await list()).counts).toMatchObject({ overdue: 1, today: 1 });
    clock = Temporal.Instant.from('2026-11-26T17:00:01+01:00');
    expect((await list()).counts).toMatchObject({ overdue: 2, today: 0 });
  });

  it('is without what is done', async () => {
    await linkBoth(house);
    await askCallback(house, { subject: 'Net gevraagd' });
    const subjects = async () => (await list()).callbacks.map(({ subject }) => subject);
    await expect.poll(subjects).toContain('Net gevraagd');
    const card = await cardIn(house, house.grondzaken, 'Net gevraagd');
    await house.click(house.grondzaken, card, 'Afgerond');
    await expect.poll(subjects).not.toContain('Net gevraagd');
  });

  it('holds nothing of the citizen', async () => {
    expect(await (await get()).text()).not.toMatch(citizenData);
  });
});

it('a very long list has its most urgent rows, and counts all', async () => {
  const many = Array.from({ length: 205 }, (_, index) => ({
    at: '2026-11-26T09:00+01:00',
    subject: `${index}`,
  }));
  await askedEarlier(house, [...many, { at: '2026-11-20T10:00+01:00', subject: 'De oudste' }]);
  const { callbacks, counts } = await list();
  expect(callbacks).toHaveLength(200);
  expect(callbacks[0]?.subject).toBe('De oudste');
  expect(counts).toEqual({ overdue: 1, today: 0, nextWorkingDay: 0, later: 205 });
});

describe('a question that cannot be answered', () => {
  it.each([
    '?department=riool',
    '?department=',
    '?department=Grondzaken',
    '?department=grondzaken&department=vergunningen',
    '?department[]=grondzaken',
    "?department=grondzaken'%20or%20'1'%20eq%20'1",
  ])('%s is told to choose a department', async (query) => {
    const response = await get(query, { 'accept-language': 'en' });
    expect(response.status).toBe(400);
    const { badDepartment } = apiTexts.en;
    expect(await response.json()).toEqual({ error: { code: 'badDepartment', message: badDepartment } });
  });
});

describe('the door', () => {
  it.each([
    ['nobody', {}],
    ['who has no good token', { authorization: 'Bearer garbage' }],
  ])('is closed for %s', async (_, wrong) => {
    const response = await fetch(`${house.url}/api/callbacks`, { headers: wrong });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'unauthorized' } });
  });

  it('lets a browser keep a list that did not change', async () => {
    await askedEarlier(house, [{ at: '2026-11-26T09:00+01:00', subject: 'Berm' }]);
    const first = await get();
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const tag = first.headers.get('etag') ?? '';
    const again = await get('', { 'if-none-match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await askedEarlier(house, [{ at: '2026-11-26T09:00+01:00', subject: 'Erfpacht' }]);
    expect((await get('', { 'if-none-match': tag })).status).toBe(200);
  });
});

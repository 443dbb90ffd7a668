import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type KpiId, kpiIds, kpis } from '../../shared/kpi/kpi.ts';
import { type Scorecard, ScorecardSchema } from '../../shared/kpi/scorecard.ts';
import { conversationOf, message } from '../rig/activities.ts';
import type { StandingCard } from '../rig/fakeConnector.ts';
import { startTestZeven, type TestZeven } from '../rig/zeven.ts';

/** What somebody does must show on the scorecard within this time, in milliseconds. */
const promptly = { timeout: 5_000 };

let house: TestZeven;
let headers: Record<string, string>;
let clock: Temporal.Instant;

beforeEach(async () => {
  // Only the timer of the watch: storage and HTTP must go on by themselves.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  // Monday, the sixteenth working day of November.
  itIs('2026-11-23T10:00+01:00');
  house = await startTestZeven({ now: () => clock });
  const answer = await fetch(`${house.url}/api/local/token`, { method: 'POST' });
  const { token } = (await answer.json()) as { token: string };
  headers = { authorization: `Bearer ${token}` };
});
afterEach(async () => {
  await house.stop();
  vi.useRealTimers();
});

function itIs(moment: string): void {
  clock = Temporal.Instant.from(moment);
}

/** Half a minute passes in which nobody does anything. */
function halfAMinutePasses(): void {
  vi.advanceTimersByTime(30_000);
}

function get(query = '', more: Record<string, string> = {}): Promise<Response> {
  return fetch(`${house.url}/api/scorecard${query}`, { headers: { ...headers, ...more } });
}

async function scorecard(query = ''): Promise<Scorecard> {
  const response = await get(query);
  expect(response.status).toBe(200);
  return v.parse(ScorecardSchema, await response.json());
}

type Figures = Partial<Record<KpiId, readonly [numerator: number, denominator: number]>>;

/** Numerator and denominator of whatever was measured. */
async function figures(query = ''): Promise<Figures> {
  const { answers } = await scorecard(query);
  const measured = answers.filter(({ denominator }) => denominator > 0);
  return Object.fromEntries(measured.map(({ id, numerator, denominator }) => [id, [numerator, denominator]]));
}

function expectFigures(query = '') {
  return expect.poll(() => figures(query), promptly);
}

async function register(button: string, inputs: object): Promise<StandingCard> {
  return fillIn(await house.type(house.kaatje, 'contact'), button, inputs);
}

async function fillIn(card: StandingCard, button: string, inputs: object): Promise<StandingCard> {
  const receipt = await house.click(house.kaatje, card, button, { channel: 'telephone', ...inputs });
  expect(JSON.stringify(receipt.value)).toContain('Vastgelegd');
  return { ...card, card: receipt.value };
}

const callback = {
  department: 'grondzaken',
  citizenName: 'Jan Testburger',
  citizenPhone: '06 12345678',
  subject: 'Berm',
};

/** Asks for a callback; gives its card in the department's channel. */
async function askCallback(inputs: object = {}): Promise<StandingCard> {
  const { connector, grondzaken } = house;
  await house.send(message(grondzaken, 'koppel Grondzaken'));
  await register('Terugbelverzoek vastleggen', { ...callback, ...inputs });
  const cards = () => connector.cards(conversationOf(grondzaken));
  await connector.until(() => cards().length > 0, 'the card stands in the channel');
  const [card] = cards();
  if (card === undefined) throw new Error('No card stands in the channel');
  return card;
}

/** A member of the department clicks these buttons, each on the card that the click before it gave. */
async function actOn(card: StandingCard, ...buttons: readonly string[]): Promise<void> {
  let shown = card;
  for (const button of buttons) {
    const answer = await house.click(house.grondzaken, shown, button);
    shown = { ...card, card: answer.value };
  }
}

describe('a registration shows on the scorecard within five seconds', () => {
  it.each<[what: string, button: string, inputs: object, expected: Figures]>([
    ['a question that was answered at once', 'Direct opgelost', {}, { firstTimeRight: [1, 1] }],
    [
      'the length of a call',
      'Direct opgelost',
      { durationMinutes: '4,5' },
      { firstTimeRight: [1, 1], callDuration: [270, 1] },
    ],
    [
      'a transfer that was picked up',
      'Opgenomen',
      { department: 'grondzaken' },
      { firstTimeRight: [0, 1], transferReach: [1, 1] },
    ],
    [
      'a transfer that nobody picked up',
      'Niet opgenomen',
      { department: 'grondzaken' },
      { firstTimeRight: [0, 1], transferReach: [0, 1] },
    ],
    [
      'the answer to an e-mail of Wednesday: three working days, the weekend does not count',
      'Direct opgelost',
      { channel: 'email', receivedOn: '2026-11-18' },
      { firstTimeRight: [1, 1], firstResponse: [3, 1] },
    ],
    [
      'a question that was passed on',
      'Schriftelijk doorgezet',
      { process: 'strook-grond' },
      { firstTimeRight: [0, 1] },
    ],
  ])('%s', async (_, button, inputs, expected) => {
    await register(button, inputs);
    await expectFigures().toEqual(expected);
  });

  it('and many of them are summed, each once', async () => {
    const answers = [
      ['Direct opgelost', { durationMinutes: '1' }],
      ['Direct opgelost', { durationMinutes: '2' }],
      ['Direct opgelost', { durationMinutes: '6' }],
      ['Opgenomen', { department: 'vergunningen' }],
      ['Niet opgenomen', { department: 'grondzaken' }],
    ] as const;
    const clicks: (() => Promise<unknown>)[] = [];
    for (const [button, inputs] of answers) {
      const card = await house.type(house.kaatje, 'contact');
      clicks.push(() => fillIn(card, button, inputs));
    }
    await Promise.all(clicks.map((click) => click()));
    await expectFigures().toEqual({ firstTimeRight: [3, 5], callDuration: [540, 3], transferReach: [1, 2] });
  });
});

describe('a callback', () => {
  it('counts as on time when it is finished before its deadline, and not before that', async () => {
    const card = await askCallback();
    await expectFigures().toEqual({ firstTimeRight: [0, 1] });
    await actOn(card, 'Oppakken', 'Afgerond');
    await expectFigures().toEqual({ firstTimeRight: [0, 1], callbackOnTime: [1, 1] });
  });

  it('counts as late as soon as its deadline passes, without anybody doing anything', async () => {
    await askCallback();
    await expectFigures().toEqual({ firstTimeRight: [0, 1] });
    // Two working days, till the office closes.
    itIs('2026-11-25T17:00:01+01:00');
    expect(await figures()).toEqual({ firstTimeRight: [0, 1] });
    halfAMinutePasses();
    await expectFigures().toEqual({ firstTimeRight: [0, 1], callbackOnTime: [0, 1] });
  });

  it('stays late, and counts once, when it is finished after all', async () => {
    const card = await askCallback();
    itIs('2026-11-26T09:00+01:00');
    halfAMinutePasses();
    await expectFigures().toHaveProperty('callbackOnTime', [0, 1]);
    const { computedAt } = await scorecard();
    itIs('2026-11-26T09:05+01:00');
    await actOn(card, 'Afgerond');
    await expect.poll(async () => (await scorecard()).computedAt, promptly).not.toBe(computedAt);
    expect(await figures()).toHaveProperty('callbackOnTime', [0, 1]);
  });

  it('counts in the month in which it was asked, whenever it is done', async () => {
    itIs('2026-11-30T10:00+01:00');
    const card = await askCallback();
    itIs('2026-12-01T10:00+01:00');
    await actOn(card, 'Afgerond');
    await expectFigures('?period=2026-11').toHaveProperty('callbackOnTime', [1, 1]);
    expect(await figures()).toEqual({});
  });

  it('that was asked at the end of a month and never done is late in that month', async () => {
    itIs('2026-11-30T10:00+01:00');
    await askCallback();
    itIs('2026-12-02T17:01+01:00');
    halfAMinutePasses();
    await expectFigures('?period=2026-11').toHaveProperty('callbackOnTime', [0, 1]);
  });

  it('has the deadline of its process where that promises it sooner', async () => {
    await askCallback({ process: 'kapvergunning' });
    itIs('2026-11-24T17:00:01+01:00');
    halfAMinutePasses();
    await expectFigures().toHaveProperty('callbackOnTime', [0, 1]);
  });
});

describe('a correction changes the figures', () => {
  async function correct(receipt: StandingCard, button: string, inputs: object): Promise<void> {
    const form = await house.click(house.kaatje, receipt, 'Corrigeren');
    const corrected = await house.click(house.kaatje, { ...receipt, card: form.value }, button, inputs);
    expect(JSON.stringify(corrected.value)).toContain('Gecorrigeerd');
  }

  it('of the outcome', async () => {
    const receipt = await register('Direct opgelost', { durationMinutes: '3' });
    await expectFigures().toEqual({ firstTimeRight: [1, 1], callDuration: [180, 1] });
    await correct(receipt, 'Niet opgenomen', {
      channel: 'telephone',
      department: 'grondzaken',
      durationMinutes: '5',
    });
    await expectFigures().toEqual({
      firstTimeRight: [0, 1],
      callDuration: [300, 1],
      transferReach: [0, 1],
    });
  });

  it('and takes away what does not hold any more', async () => {
    const receipt = await register('Direct opgelost', { durationMinutes: '3' });
    await expectFigures().toHaveProperty('callDuration');
    await correct(receipt, 'Direct opgelost', { channel: 'counter', durationMinutes: '' });
    await expectFigures().toEqual({ firstTimeRight: [1, 1] });
  });

  it('and a callback that was withdrawn is never late', async () => {
    const receipt = await register('Terugbelverzoek vastleggen', callback);
    await correct(receipt, 'Direct opgelost', { channel: 'telephone', ...callback });
    await expectFigures().toEqual({ firstTimeRight: [1, 1] });
    itIs('2026-11-26T09:00+01:00');
    halfAMinutePasses();
    await register('Direct opgelost', {});
    await expectFigures().toEqual({ firstTimeRight: [2, 2] });
  });
});

describe('the scorecard', () => {
  it('has all eleven norms, group after group, also when nothing was measured yet', async () => {
    const { answers, computedAt, period, municipality } = await scorecard();
    expect({ computedAt, period, municipality }).toEqual({
      computedAt: null,
      period: { kind: 'month', name: '2026-11', first: '2026-11-01', last: '2026-11-30' },
      municipality: 'Gemeente Testdam',
    });
    expect(answers.map(({ id }) => id)).toEqual(kpiIds);
    const groups = answers.map(({ id }) => kpis.find((kpi) => kpi.id === id)?.group);
    expect([...new Set(groups)]).toEqual(['reachability', 'speed', 'quality']);
    expect(groups).toEqual(groups.toSorted((one, other) => groups.indexOf(one) - groups.indexOf(other)));
    for (const answer of answers) {
      expect(answer).toMatchObject({
        status: 'noData',
        value: null,
        interval: null,
        errorBudget: null,
        coverage: { measured: 0, expected: 16 },
      });
    }
  });

  it('says of a few measurements that they are too few', async () => {
    await register('Direct opgelost', {});
    await expectFigures().toEqual({ firstTimeRight: [1, 1] });
    const { answers, computedAt } = await scorecard();
    expect(answers.find(({ id }) => id === 'firstTimeRight')).toMatchObject({
      status: 'tooFew',
      value: 1,
      coverage: { measured: 1, expected: 16 },
      norm: { comparison: 'moreThan', target: 0.95 },
    });
    expect(answers.filter(({ status }) => status === 'noData')).toHaveLength(10);
    expect(computedAt).toBe('2026-11-23T09:00:00Z');
  });

  it('keeps the months before, and begins each month empty', async () => {
    await register('Direct opgelost', {});
    await expectFigures().toEqual({ firstTimeRight: [1, 1] });
    itIs('2026-12-01T09:00+01:00');
    expect(await figures('?period=2026-11')).toEqual({ firstTimeRight: [1, 1] });
    const before = await scorecard('?period=2026-11');
    expect(before.answers[0]?.coverage.expected).toBe(21);
    const fresh = await scorecard();
    expect(fresh).toMatchObject({ period: { name: '2026-12' }, computedAt: null });
    expect(await figures()).toEqual({});
  });

  it('counts a day by the Dutch clock: a question at half past midnight is of the new month', async () => {
    itIs('2026-11-30T23:30Z');
    await register('Direct opgelost', { channel: 'social' });
    await expectFigures('?period=2026-12').toEqual({ firstTimeRight: [1, 1] });
    expect((await scorecard()).period.name).toBe('2026-12');
    expect(await figures('?period=2026-11')).toEqual({});
  });

  it('expects nothing yet of a month that has to come', async () => {
    const { answers } = await scorecard('?period=2027-01');
    for (const { status, coverage } of answers) {
      expect([status, coverage]).toEqual(['noData', { measured: 0, expected: 0 }]);
    }
  });
});

describe('a question for the scorecard that cannot be answered', () => {
  it.each([
    '?period=2026-13',
    '?period=2026-00',
    '?period=2026-1',
    '?period=2026-11-31',
    '?period=2026-W54',
    '?period=2026-Q5',
    '?period=12m-2026-13',
    '?period=november',
    '?period=',
    '?period=2026-11&period=2026-10',
    '?period[]=2026-11',
    "?period=2026-11'%20or%20PartitionKey%20ne%20'",
    '?period=2026-11%0A',
  ])('%s is told how to ask', async (query) => {
    const response = await get(query);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { code: 'badPeriod', message: expect.stringMatching(/^Deze periode bestaat niet\./) },
    });
  });

  it('is told so in the language of who asks', async () => {
    const response = await get('?period=november', { 'accept-language': 'en-GB,en;q=0.9' });
    expect(await response.json()).toMatchObject({
      error: { message: expect.stringMatching(/^This period does not exist\./) },
    });
  });
});

describe('figures that a browser has already', () => {
  async function tagOf(response: Response): Promise<string> {
    await response.text();
    return response.headers.get('etag') ?? '';
  }

  it.each([
    ['its tag', (tag: string) => tag],
    ['the tag as a proxy writes it that packed the answer', (tag: string) => `W/${tag}`],
    ['one of several tags', (tag: string) => `"old", ${tag}`],
  ])('are not sent again to who shows %s', async (_, shown) => {
    const first = await get();
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const tag = await tagOf(first);
    const again = await get('', { 'if-none-match': shown(tag) });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('etag')).toBe(tag);
  });

  it('are sent again when a registration changed them', async () => {
    const tag = await tagOf(await get());
    await register('Direct opgelost', {});
    await expectFigures().toEqual({ firstTimeRight: [1, 1] });
    const again = await get('', { 'if-none-match': tag });
    expect(again.status).toBe(200);
    expect(await tagOf(again)).not.toBe(tag);
  });

  it('of one month are not those of another', async () => {
    const tag = await tagOf(await get('?period=2026-11'));
    expect((await get('?period=2026-10', { 'if-none-match': tag })).status).toBe(200);
  });

  it('are not for who has no token any more, whatever tag they show', async () => {
    const tag = await tagOf(await get());
    const answer = await get('', { authorization: '', 'if-none-match': tag });
    expect([answer.status, answer.headers.get('etag')]).toEqual([401, null]);
  });
});

describe('a token for a plain browser on this machine', () => {
  it('is good for an hour, and is kept nowhere', async () => {
    const response = await fetch(`${house.url}/api/local/token`, { method: 'POST' });
    const { expiresAt } = (await response.json()) as { expiresAt: string };
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(3_590_000);
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(3_600_000);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('is checked like any other', async () => {
    const { authorization = '' } = headers;
    for (const wrong of ['', 'Bearer garbage', `${authorization.slice(0, -6)}AAAAAA`]) {
      expect((await get('', { authorization: wrong })).status).toBe(401);
    }
  });
});

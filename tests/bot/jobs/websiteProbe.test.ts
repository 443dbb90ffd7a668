import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWebsiteProbe, type WebsiteProbe } from '../../../bot/jobs/websiteProbe.ts';
import { checkWebsite, type WebsiteCheck } from '../../../bot/probe/checkWebsite.ts';
import { type Website, WebsiteSchema } from '../../../shared/uptime/website.ts';
import { startHttpsSite } from '../../rig/httpsSite.ts';

const up: WebsiteCheck = { isUp: true };
const down: WebsiteCheck = { isUp: false, reason: 'status', detail: '503' };

let now: Temporal.Instant;
/** What it waits for until the next minute, and how many milliseconds that is. */
let waiting: { readonly ms: number; ring(): void } | undefined;
let sites: Readonly<Record<string, readonly string[]>>;
let check: (website: Website) => Promise<WebsiteCheck>;
let recorded: string[];
let recording: (line: string) => Promise<void>;
let logged: Record<string, unknown>[];
let probe: WebsiteProbe | undefined;

vi.mock('node:timers/promises', () => ({
  setTimeout: (ms: number, _: unknown, { signal }: { signal: AbortSignal }) =>
    new Promise<void>((ring, reject) => {
      waiting = { ms, ring };
      if (signal.aborted) reject(signal.reason);
      signal.addEventListener('abort', () => reject(signal.reason));
    }),
}));

beforeEach(() => {
  now = Temporal.Instant.from('2026-04-29T08:00:12.345Z');
  waiting = undefined;
  sites = { waterland: ['site', 'form'] };
  check = async () => up;
  recorded = [];
  recording = async () => undefined;
  logged = [];
});
afterEach(async () => {
  await probe?.stop();
  probe = undefined;
});

function website(id: string): Website {
  return v.parse(WebsiteSchema, { id, name: id, url: `https://${id}.example` });
}

function start(read = async (tenant: string) => sites[tenant] ?? []): void {
  const log = pino({ level: 'info' }, { write: (line) => logged.push(JSON.parse(line)) });
  probe = startWebsiteProbe(
    Object.keys(sites),
    {
      readWebsites: async (tenant) => (await read(tenant)).map(website),
      check: (one) => check(one),
      record: async (tenant, id, at, isUp) => {
        const line = `${tenant} ${id} ${at} ${isUp ? 'up' : 'down'}`;
        await recording(line);
        recorded.push(line);
      },
      now: () => now,
    },
    log,
  );
}

/** The next round begins at this moment. */
async function itIs(moment: string): Promise<void> {
  const { ring } = await vi.waitUntil(() => waiting);
  waiting = undefined;
  now = Temporal.Instant.from(moment);
  ring();
}

async function roundIsOver(): Promise<void> {
  await vi.waitUntil(() => waiting);
}

async function round(moment = '2026-04-29T08:01:00.004Z'): Promise<void> {
  await itIs(moment);
  await roundIsOver();
}

describe('every minute', () => {
  it('every website channel of every municipality is looked at and recorded', async () => {
    sites = { waterland: ['site', 'form'], edam: ['site'] };
    check = async ({ id }) => (id === 'form' ? down : up);
    start();
    await round();
    expect(recorded.sort()).toEqual([
      'edam site 2026-04-29T08:01:00Z up',
      'waterland form 2026-04-29T08:01:00Z down',
      'waterland site 2026-04-29T08:01:00Z up',
    ]);
  });

  it('begins on the minute', async () => {
    start();
    expect((await vi.waitUntil(() => waiting)).ms).toBe(47_655);
    await round('2026-04-29T08:01:00.250Z');
    expect(waiting?.ms).toBe(59_750);
  });

  it('is the minute it is meant for, when the timer rings a moment early', async () => {
    sites = { waterland: ['site'] };
    start();
    await round('2026-04-29T08:00:59.999Z');
    expect(recorded).toEqual(['waterland site 2026-04-29T08:01:00Z up']);
  });

  it('reads anew which website channels there are', async () => {
    sites = { waterland: ['site'] };
    start();
    await round();
    sites = { waterland: ['form'] };
    await round('2026-04-29T08:02:00Z');
    expect(recorded).toEqual([
      'waterland site 2026-04-29T08:01:00Z up',
      'waterland form 2026-04-29T08:02:00Z up',
    ]);
  });
});

describe('one that does not answer', () => {
  it('holds up no other', async () => {
    const slow = Promise.withResolvers<WebsiteCheck>();
    check = async ({ id }) => (id === 'site' ? slow.promise : up);
    start();
    await itIs('2026-04-29T08:01:00Z');
    await vi.waitFor(() => expect(recorded).toEqual(['waterland form 2026-04-29T08:01:00Z up']));
    slow.resolve(down);
    await roundIsOver();
    expect(recorded).toContain('waterland site 2026-04-29T08:01:00Z down');
  });

  it('is one of a bounded number', async () => {
    sites = { waterland: Array.from({ length: 300 }, (_, place) => `site-${place}`) };
    let open = 0;
    let most = 0;
    check = async () => {
      most = Math.max(most, ++open);
      await new Promise(setImmediate);
      open--;
      return up;
    };
    start();
    await round();
    expect([recorded.length, most]).toEqual([300, 128]);
  });

  it('is told in the log with why, and without its address', async () => {
    check = async ({ id }) => (id === 'site' ? down : up);
    start();
    await round();
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({
      tenant: 'waterland',
      website: 'site',
      reason: 'status',
      detail: '503',
    });
    expect(JSON.stringify(logged)).not.toContain('https://');
  });
});

describe('when storage fails', () => {
  it('for the list of one municipality, the others are measured', async () => {
    sites = { waterland: ['site'], edam: ['site'] };
    start(async (tenant) => (tenant === 'waterland' ? Promise.reject(new Error('out of order')) : ['site']));
    await round();
    expect(recorded).toEqual(['edam site 2026-04-29T08:01:00Z up']);
    expect(logged).toMatchObject([{ tenant: 'waterland' }]);
  });

  it('for one minute of one, the others are kept and the next round comes', async () => {
    recording = async (line) => {
      if (line.includes('site 2026-04-29T08:01')) throw new Error('out of order');
    };
    start();
    await round();
    await round('2026-04-29T08:02:00Z');
    expect(recorded).toEqual([
      'waterland form 2026-04-29T08:01:00Z up',
      'waterland site 2026-04-29T08:02:00Z up',
      'waterland form 2026-04-29T08:02:00Z up',
    ]);
    expect(logged).toMatchObject([{ tenant: 'waterland', website: 'site' }]);
  });
});

describe('stopping', () => {
  it('waits for the checks that are under way, and begins no others', async () => {
    sites = { waterland: Array.from({ length: 200 }, (_, place) => `site-${place}`) };
    const answer = Promise.withResolvers<WebsiteCheck>();
    const looking = vi.fn(() => answer.promise);
    check = looking;
    start();
    await itIs('2026-04-29T08:01:00Z');
    await vi.waitFor(() => expect(looking).toHaveBeenCalledTimes(128));
    const stopped = probe?.stop();
    answer.resolve(up);
    await stopped;
    expect([looking.mock.calls.length, recorded.length]).toEqual([128, 128]);
  });

  it('between two minutes is at once', async () => {
    start();
    await round();
    await probe?.stop();
    expect(recorded).toHaveLength(2);
  });
});

it('a real site that goes down is seen to', async () => {
  const site = await startHttpsSite();
  sites = { waterland: ['site'] };
  check = (one) => checkWebsite({ ...one, url: site.url }, { mayReach: () => true, ca: site.ca });
  start();
  await round();
  await site.stop();
  await round('2026-04-29T08:02:00Z');
  expect(recorded).toEqual([
    'waterland site 2026-04-29T08:01:00Z up',
    'waterland site 2026-04-29T08:02:00Z down',
  ]);
});

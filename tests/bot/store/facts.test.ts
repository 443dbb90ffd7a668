import { beforeEach, describe, expect, it } from 'vitest';
import { type FactStore, openFacts } from '../../../bot/store/facts.ts';
import { openStorage } from '../../../bot/store/storage.ts';
import type { Call } from '../../../shared/fact/call.ts';
import type { Case } from '../../../shared/fact/case.ts';
import { testStorage } from '../../rig/azurite.ts';

let facts: FactStore;
beforeEach(async () => {
  facts = openFacts(await openStorage({ kind: 'connectionString', ...testStorage() }));
});

const tenant = '7e000000-0000-4000-8000-000000000001';

function call(id: string, but: Partial<Call> = {}): Call {
  return {
    id,
    day: '2026-04-23',
    second: 30_000,
    department: 'kcc',
    waitSeconds: 12,
    talkSeconds: 240,
    isAnswered: true,
    transfer: undefined,
    ...but,
  };
}

function aCase(number: number, but: Partial<Case> = {}): Case {
  return {
    id: `Z/2026 #${number}?`,
    department: 'vergunningen',
    process: 'bouwen',
    startedOn: '2026-02-02',
    dueOn: '2026-04-01',
    closedOn: undefined,
    ...but,
  };
}

async function allCases(): Promise<Case[]> {
  const all: Case[] = [];
  for await (const some of facts.readAll(tenant, 'cases')) all.push(...some);
  return all;
}

describe('facts of a day', () => {
  it('come back as they went in, by day', async () => {
    const transferred = call('2', { transfer: { department: 'grondzaken', isPickedUp: false } });
    const other = call('1', { day: '2026-04-24' });
    await facts.put(tenant, 'calls', '3cx', [call('1'), transferred, other]);
    expect(await facts.readDay(tenant, 'calls', '2026-04-23')).toEqual([call('1'), transferred]);
    expect(await facts.readDay(tenant, 'calls', '2026-04-24')).toEqual([other]);
    const days: string[] = [];
    for await (const day of facts.days(tenant, 'calls')) days.push(day);
    expect(days).toEqual(['2026-04-23', '2026-04-24']);
  });

  it('of two sources stand beside each other, also under the same id', async () => {
    await facts.put(tenant, 'calls', '3cx', [call('1')]);
    await facts.put(tenant, 'calls', 'asterisk', [call('1')]);
    expect(await facts.readDay(tenant, 'calls', '2026-04-23')).toHaveLength(2);
  });

  it('are not those of another municipality', async () => {
    await facts.put(`${tenant.slice(0, -1)}2`, 'calls', '3cx', [call('1')]);
    expect(await facts.readDay(tenant, 'calls', '2026-04-23')).toEqual([]);
  });
});

describe('putting facts again', () => {
  it('adds what is new, replaces what differs and leaves the rest', async () => {
    await facts.put(tenant, 'calls', '3cx', [call('1'), call('2')]);
    const counts = await facts.put(tenant, 'calls', '3cx', [
      call('1'),
      call('2', { waitSeconds: 3 }),
      call('3'),
    ]);
    expect(counts).toEqual({ added: 1, changed: 1, unchanged: 1 });
    const waits = (await facts.readDay(tenant, 'calls', '2026-04-23')).map(({ waitSeconds }) => waitSeconds);
    expect(waits).toEqual([12, 3, 12]);
  });

  it('in a dry run counts, and keeps nothing', async () => {
    const counts = await facts.put(tenant, 'cases', 'csv', [aCase(1)], { isDryRun: true });
    expect(counts).toEqual({ added: 1, changed: 0, unchanged: 0 });
    expect(await allCases()).toEqual([]);
  });

  it('of a case moves its days: it stays one case', async () => {
    await facts.put(tenant, 'cases', 'csv', [aCase(1), aCase(2)]);
    const moved = aCase(1, { startedOn: '2025-12-01', closedOn: '2026-03-01' });
    expect(await facts.put(tenant, 'cases', 'csv', [moved])).toEqual({ added: 0, changed: 1, unchanged: 0 });
    expect((await allCases()).toSorted((one, other) => one.id.localeCompare(other.id))).toEqual([
      moved,
      aCase(2),
    ]);
  });

  it('the last of two with one id counts', async () => {
    const twice = [call('1'), call('1', { waitSeconds: 60 })];
    const counts = [
      await facts.put(tenant, 'calls', '3cx', twice),
      await facts.put(tenant, 'calls', '3cx', twice),
    ];
    expect(counts).toEqual([
      { added: 1, changed: 0, unchanged: 0 },
      { added: 0, changed: 0, unchanged: 1 },
    ]);
    const [kept] = await facts.readDay(tenant, 'calls', '2026-04-23');
    expect(kept?.waitSeconds).toBe(60);
  });

  it('side by side loses none of them', async () => {
    const writers = Array.from({ length: 6 }, (_, writer) =>
      facts.put(
        tenant,
        'cases',
        'csv',
        Array.from({ length: 40 }, (_, number) => aCase(writer * 40 + number)),
      ),
    );
    const counts = await Promise.all(writers);
    expect(counts.reduce((sum, { added }) => sum + added, 0)).toBe(240);
    expect(new Set((await allCases()).map(({ id }) => id)).size).toBe(240);
  });
});

describe('minutes of a probe', () => {
  const probe = (minutes: string) => ({ id: 'site', day: '2026-04-23', minutes });

  it('that two instances measured come together', async () => {
    await facts.put(tenant, 'probes', 'probe', [probe('1 0')]);
    await facts.put(tenant, 'probes', 'probe', [probe(' 11')]);
    expect(await facts.readDay(tenant, 'probes', '2026-04-23')).toEqual([probe('111')]);
  });
});

describe('a fact that may come once', () => {
  it('is kept once, whoever is first', async () => {
    const rating = {
      id: 'invitation',
      day: '2026-04-23',
      about: 'contact' as const,
      department: 'kcc',
      process: '',
      remark: '',
    };
    const won = await Promise.all(
      [9, 1, 5].map((score) => facts.addOnce(tenant, 'ratings', 'feedback', { ...rating, score })),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
  });
});

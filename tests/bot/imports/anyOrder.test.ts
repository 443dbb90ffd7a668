import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { importContacts } from '../../../bot/contact/importContacts.ts';
import { keepFacts } from '../../../bot/imports/keepFacts.ts';
import { rollUpFacts } from '../../../bot/scorecard/rollUpFacts.ts';
import type { Services } from '../../../bot/services.ts';
import type { FactKind } from '../../../shared/fact/factKind.ts';
import { type TestServices, testServices } from '../../rig/services.ts';
import { type ImportKind, importKinds, type VersionOf, versionOf } from './versions.ts';

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
  services.itIs('2026-05-01T09:00+02:00');
});

/** Which of a few facts, and what is said of it this time. */
interface Said {
  readonly fact: number;
  readonly version: number;
}

/** How a program dies during an import. */
interface Crash {
  readonly at: 'put' | 'write';
  /** At which of its calls; of one put of facts, after how many of them. */
  readonly after: number;
  /** Whether storage did what it was asked before the program died. */
  readonly isDone: boolean;
  /** Whether the file is imported again; either way the worker computes what was announced, after all else. */
  readonly isTriedAgain: boolean;
}

interface Import {
  readonly kind: ImportKind;
  readonly said: readonly Said[];
  readonly crash: Crash | undefined;
}

const anImport: fc.Arbitrary<Import> = fc.record({
  kind: fc.constantFrom(...importKinds),
  said: fc.array(fc.record({ fact: fc.nat(5), version: fc.nat(3) }), { minLength: 1, maxLength: 5 }),
  crash: fc.option(
    fc.record({
      at: fc.constantFrom('put', 'write'),
      after: fc.nat(2),
      isDone: fc.boolean(),
      isTriedAgain: fc.boolean(),
    }),
    { nil: undefined, freq: 2 },
  ),
});

/** One after another, and now and then two sources at a time. */
const history = fc.array(
  fc.uniqueArray(anImport, { minLength: 1, maxLength: 2, selector: ({ kind }) => kind }),
  {
    minLength: 2,
    maxLength: 8,
  },
);

class Died extends Error {}

/** What storage was told of each fact: of most the last version, of probes every one. */
function memory() {
  const told = new Map<ImportKind, Map<string, Said>>();
  return {
    tell(kind: ImportKind, said: readonly Said[]): void {
      const ofKind = told.get(kind) ?? new Map<string, Said>();
      told.set(kind, ofKind);
      for (const one of said)
        ofKind.set(kind === 'probes' ? `${one.fact} ${one.version}` : `${one.fact}`, one);
    },
    all: () => Array.from(told, ([kind, ofKind]) => ({ kind, said: [...ofKind.values()] })),
  };
}

async function importSaid(
  tenant: string,
  kind: ImportKind,
  said: readonly Said[],
  on: Services,
): Promise<void> {
  if (kind === 'contacts') {
    // Of one contact there is one registration; of other facts a file may say two things.
    const last = new Map(said.map((one) => [one.fact, one]));
    return importContacts(tenant, versionsOf(kind, [...last.values()]), on);
  }
  await keepFacts(tenant, kind, 'source', inOneLot(versionsOf(kind, said)), on, { isDryRun: false });
}

async function* inOneLot<Fact>(facts: readonly Fact[]): AsyncGenerator<readonly Fact[]> {
  yield facts;
}

function versionsOf<Kind extends ImportKind>(kind: Kind, said: readonly Said[]): VersionOf<Kind>[] {
  return said.map(({ fact, version }) => versionOf(kind, fact, version));
}

/** The same services, on which a program dies. */
function dying(on: Services, { at, after, isDone }: Crash): Services {
  const { contacts, facts, rollups } = on.store;
  let calls = 0;
  const until =
    <Given extends unknown[], Answer>(call: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      const isLast = calls++ === after;
      if (isLast && !isDone) throw new Died();
      const answer = await call(...given);
      if (isLast) throw new Died();
      return answer;
    };
  const put: typeof facts.put = async (tenant, kind, source, some, options) => {
    await facts.put(tenant, kind, source, some.slice(0, after), options);
    throw new Died();
  };
  const dead =
    at === 'put'
      ? { contacts: { ...contacts, putDay: until(contacts.putDay) }, facts: { ...facts, put } }
      : { rollups: { ...rollups, write: until(rollups.write) } };
  return { ...on, store: { ...on.store, ...dead } };
}

interface Announced {
  readonly kind: FactKind;
  readonly days: readonly string[] | undefined;
}

/** The same services, and what was announced on them and never finished: that is what the worker finds. */
function watched(): { readonly on: Services; readonly left: ReadonlySet<Announced> } {
  const left = new Set<Announced>();
  const { work } = services.store;
  const announceFigures: typeof work.announceFigures = async (tenant, kind, days) => {
    const announced = { kind, days };
    const announcement = await work.announceFigures(tenant, kind, days);
    left.add(announced);
    return {
      ...announcement,
      async finish() {
        await announcement.finish();
        left.delete(announced);
      },
    };
  };
  return { on: { ...services, store: { ...services.store, work: { ...work, announceFigures } } }, left };
}

async function survives(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof Died) return false;
    throw error;
  }
}

/** Plays a history into storage. @returns what a clean import would bring. */
async function play(tenant: string, imports: readonly (readonly Import[])[]) {
  const told = memory();
  const { on, left } = watched();
  async function run({ kind, said, crash }: Import): Promise<void> {
    if (crash === undefined) await importSaid(tenant, kind, said, on);
    else if (!(await survives(importSaid(tenant, kind, said, dying(on, crash))))) {
      // Nobody announces contacts: who takes them over sees that it failed, and does it again.
      if (crash.isTriedAgain || kind === 'contacts') await importSaid(tenant, kind, said, on);
      else if (crash.at === 'put') return told.tell(kind, said.slice(0, crash.after));
    }
    told.tell(kind, said);
  }
  for (const together of imports) await Promise.all(together.map(run));
  for (const { kind, days } of left) await rollUpFacts(tenant, kind, days, services);
  return told.all();
}

async function figures(tenant: string) {
  const months = ['2026-01', '2026-12'] as const;
  const [days, totals] = await Promise.all([
    services.store.rollups.readMonths(tenant, ...months),
    services.store.rollups.readTotals(tenant, ...months),
  ]);
  const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();
  return {
    days: sorted([...days.values()].flatMap(({ measurements }) => measurements)),
    totals: sorted(totals.flatMap(({ month, totals: rows }) => rows.map((row) => ({ month, ...row })))),
  };
}

let runs = 0;

it('any order of imports, corrections and crashes gives the figures of one clean import', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (imports) => {
      runs++;
      const [messy, clean] = [`messy${runs}`, `clean${runs}`];
      for (const { kind, said } of await play(messy, imports)) await importSaid(clean, kind, said, services);
      expect(await figures(messy)).toEqual(await figures(clean));
    }),
    { numRuns: 6 },
  );
});

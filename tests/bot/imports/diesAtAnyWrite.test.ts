import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { importContacts } from '../../../bot/contact/importContacts.ts';
import { isDayKind } from '../../../bot/store/facts.ts';
import { openStorage, type Storage } from '../../../bot/store/storage.ts';
import type { FactOf } from '../../../shared/fact/factKind.ts';
import { mergeMinutes } from '../../../shared/uptime/minutes.ts';
import { testStorage } from '../../rig/azurite.ts';
import type { Death } from '../../rig/dyingStorage.ts';
import { type TestServices, testServices } from '../../rig/services.ts';
import { someId, someRegistration } from '../registered.ts';
import { type AnyFile, anyFile } from './anyFile.ts';
import { openDesk } from './importDesk.ts';
import { figuresOfFacts, keptFigures } from './keptFigures.ts';

let storage: Storage;
let services: TestServices;
beforeAll(async () => {
  const own = testStorage();
  storage = await openStorage({ kind: 'connectionString', ...own });
  services = await testServices({ storage: own });
  services.itIs('2026-05-20T09:00+02:00');
});

/** People register, too: what counts of it depends on what is imported. */
const registrations = [
  someRegistration({ outcome: 'transferPickedUp', durationSeconds: 90 }, someId('2026-04-01')),
  someRegistration({ process: 'kapvergunning' }, someId('2026-04-02')),
];

const attempt = fc.record({
  file: anyFile,
  /** When the program dies that imports it; undefined: it does not. */
  death: fc.option(fc.record<Death>({ afterWrites: fc.nat(4), isLastMade: fc.boolean() }), {
    nil: undefined,
  }),
  /** What is done about a death before the next file comes. */
  remedy: fc.constantFrom('nothing', 'worker', 'again'),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer One> ? One : never;

/** Imports of one source do not run at the same time, for which of them is the later? */
const sideBySide = fc.uniqueArray(attempt, {
  minLength: 1,
  maxLength: 2,
  selector: ({ file }) => `${file.kind} ${file.source}`,
});

it('whatever is imported in whatever order, by programs that die at any write: the figures are those of one clean import', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(sideBySide, { minLength: 1, maxLength: 6 }),
      fc.nat(6),
      async (attempts, turn) => {
        const tenant = crypto.randomUUID();
        const desk = openDesk(tenant, storage, services);
        const known = lastVersions();
        const unfinished: AnyFile[] = [];

        async function bring({ file, death, remedy }: Attempt): Promise<void> {
          const isKept =
            (await desk.keep(file, death)) || (remedy === 'again' && (await desk.keep(file, undefined)));
          if (isKept) known.add(file);
          else unfinished.push(file);
          if (!isKept && remedy === 'worker') await desk.work();
        }

        for (const [index, some] of attempts.entries()) {
          if (index === turn) await importContacts(tenant, registrations, services);
          await Promise.all(some.map(bring));
        }
        if (turn >= attempts.length) await importContacts(tenant, registrations, services);

        await desk.work();
        const { measurements } = await keptFigures(tenant, services);
        const ofFacts = measurements.filter((measurement) => !measurement.includes('registrations'));
        expect(ofFacts).toEqual(await figuresOfFacts(tenant, services));

        for (const file of unfinished) {
          await desk.keep(file, undefined);
          known.add(file);
        }
        const clean = crypto.randomUUID();
        await importContacts(clean, registrations, services);
        for (const file of known.files()) await openDesk(clean, storage, services).keep(file, undefined);
        expect(await keptFigures(tenant, services)).toEqual(await keptFigures(clean, services));
      },
    ),
    { numRuns: 15, interruptAfterTimeLimit: 40_000 },
  );
}, 60_000);

/** What each source said last of each of its facts. */
function lastVersions() {
  const byFile = new Map<
    string,
    { readonly file: AnyFile; readonly facts: Map<string, AnyFile['facts'][number]> }
  >();
  return {
    add(file: AnyFile): void {
      const key = `${file.kind} ${file.source}`;
      const { facts } = byFile.get(key) ?? { facts: new Map() };
      byFile.set(key, { file, facts });
      for (const fact of file.facts) {
        const id = isDayKind(file.kind) ? `${(fact as FactOf['calls']).day} ${fact.id}` : fact.id;
        facts.set(id, succeeding(facts.get(id), fact));
      }
    },
    files: (): AnyFile[] =>
      Array.from(byFile.values(), ({ file, facts }) => ({ ...file, facts: [...facts.values()] })),
  };
}

/** Looks at a website are added up; of everything else the last version stands. */
function succeeding<Fact extends AnyFile['facts'][number]>(before: Fact | undefined, after: Fact): Fact {
  if (before === undefined || !('minutes' in before) || !('minutes' in after)) return after;
  return { ...after, minutes: mergeMinutes(before.minutes, after.minutes) };
}

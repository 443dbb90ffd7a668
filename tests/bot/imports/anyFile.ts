import fc from 'fast-check';
import type { FactKind, FactOf } from '../../../shared/fact/factKind.ts';

/** Any few facts of one source: so few days and ids that files often speak of the same. */

const ids = fc.constantFrom('1', '2', '3');
const day = fc.constantFrom('2026-03-31', '2026-04-01', '2026-04-02', '2026-05-04');
const ofWhom = {
  department: fc.constantFrom('kcc', 'grondzaken'),
  process: fc.constantFrom('', 'strook-grond', 'kapvergunning'),
};

const facts: { readonly [Kind in FactKind]: fc.Arbitrary<FactOf[Kind]> } = {
  calls: fc.record({
    id: ids,
    day,
    second: fc.nat(86_399),
    department: ofWhom.department,
    waitSeconds: fc.constantFrom(5, 20, 95),
    talkSeconds: fc.nat(300),
    isAnswered: fc.boolean(),
    transfer: fc.option(fc.record({ department: ofWhom.department, isPickedUp: fc.boolean() }), {
      nil: undefined,
    }),
  }),
  responses: fc.record({
    id: ids,
    ...ofWhom,
    receivedOn: day,
    respondedOn: fc.option(day, { nil: undefined }),
  }),
  cases: fc.record({
    id: ids,
    ...ofWhom,
    startedOn: fc.constant('2026-02-02'),
    dueOn: day,
    closedOn: fc.option(day, { nil: undefined }),
  }),
  ratings: fc.record({
    id: ids,
    day,
    score: fc.integer({ min: 1, max: 10 }),
    about: fc.constantFrom('case', 'contact'),
    ...ofWhom,
    remark: fc.constant(''),
  }),
  webCounts: fc.record({ id: fc.constantFrom('strook-grond', 'kapvergunning'), day, handled: fc.nat(9) }),
  probes: fc.record({
    id: fc.constantFrom('www', 'formulieren'),
    day,
    minutes: fc.string({ unit: fc.constantFrom('1', '0', 'd', ' '), minLength: 6, maxLength: 6 }),
  }),
};

export interface AnyFile<Kind extends FactKind = FactKind> {
  readonly kind: Kind;
  readonly source: string;
  readonly facts: readonly FactOf[Kind][];
}

function fileOf<Kind extends FactKind>(kind: Kind): fc.Arbitrary<AnyFile> {
  return fc.record({
    kind: fc.constant(kind),
    source: fc.constantFrom('one', 'other'),
    facts: fc.array<FactOf[FactKind]>(facts[kind], { minLength: 1, maxLength: 6 }),
  });
}

export const anyFile = fc.oneof(...(Object.keys(facts) as FactKind[]).map(fileOf));

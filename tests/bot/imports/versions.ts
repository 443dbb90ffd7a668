import { Temporal } from 'temporal-polyfill';
import { contactId } from '../../../shared/contact/contactId.ts';
import type { Registered } from '../../../shared/contact/register.ts';
import { type FactKind, type FactOf, factKinds } from '../../../shared/fact/factKind.ts';
import { someRegistration } from '../registered.ts';

/** What can be imported. */
export const importKinds = [...factKinds, 'contacts'] as const;
export type ImportKind = (typeof importKinds)[number];
export type VersionOf<Kind extends ImportKind> = Kind extends FactKind ? FactOf[Kind] : Registered;

/** Of two months, so that figures of one import are written in two rows. */
const days = ['2026-03-30', '2026-03-31', '2026-04-01'];
const departments = ['kcc', 'grondzaken', 'vergunningen'];
const processes = ['', 'strook-grond', 'kapvergunning'];

const versions: { readonly [Kind in ImportKind]: (fact: number, version: number) => VersionOf<Kind> } = {
  calls: (fact, version) => ({
    id: `C${fact}`,
    day: at(days, fact),
    second: 36_000,
    department: at(departments, version),
    waitSeconds: 60 * version,
    talkSeconds: 100 + version,
    isAnswered: true,
    transfer: version > 1 ? { department: 'grondzaken', isPickedUp: version > 2 } : undefined,
  }),
  responses: (fact, version) => ({
    id: `R${fact}`,
    department: at(departments, fact),
    process: at(processes, version),
    receivedOn: '2026-03-20',
    respondedOn: version === 0 ? undefined : at(days, version),
  }),
  cases: (fact, version) => ({
    id: `Z${fact}`,
    department: at(departments, fact),
    process: at(processes, fact),
    startedOn: '2026-02-01',
    dueOn: at(days, version),
    closedOn: version > 1 ? at(days, fact) : undefined,
  }),
  ratings: (fact, version) => ({
    id: `W${fact}`,
    day: at(days, fact + version),
    score: 4 + version,
    about: fact > 2 ? 'case' : 'contact',
    department: at(departments, version),
    process: '',
    remark: '',
  }),
  webCounts: (fact, version) => ({
    id: at(processes, 1 + (fact % 2)),
    day: at(days, fact),
    handled: 3 * version,
  }),
  probes: (fact, version) => ({
    id: 'site',
    day: at(days, fact),
    minutes: ['1', '0', 'd', ' '][version]?.repeat(version + 2).padStart(10 * (version + 1), '01') ?? '',
  }),
  contacts: (fact, version) =>
    someRegistration(
      {
        outcome: version > 1 ? 'transferPickedUp' : 'resolved',
        process: at(processes, fact),
        durationSeconds: 60 + version,
      },
      contactId(Temporal.PlainDate.from(at(days, fact)), String(fact).padStart(16, '0')),
    ),
};

/** What is said of a fact: always the same of the same version, and of each version something else. */
export function versionOf<Kind extends ImportKind>(
  kind: Kind,
  fact: number,
  version: number,
): VersionOf<Kind> {
  return versions[kind](fact, version);
}

function at(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

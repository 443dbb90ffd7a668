import type { DuckDBConnection } from '@duckdb/node-api';
import type { Registered } from '../../../shared/contact/register.ts';
import type { FactKind, FactOf } from '../../../shared/fact/factKind.ts';
import type { Delivery } from './delivery.ts';
import { type Columns, loadTable } from './loadTable.ts';

type Column = Columns[string];
type Value = Column[1][number];

/** The columns of a kind of facts, as SQL knows it: a table a kind, with every version that was delivered. */
const tables: {
  readonly [Kind in FactKind]: {
    readonly table: string;
    readonly columns: Readonly<Record<string, readonly [Column[0], (fact: FactOf[Kind]) => Value]>>;
  };
} = {
  calls: {
    table: 'call',
    columns: {
      id: ['varchar', ({ id }) => id],
      day: ['varchar', ({ day }) => day],
      department: ['varchar', ({ department }) => department],
      wait_seconds: ['integer', ({ waitSeconds }) => waitSeconds],
      talk_seconds: ['integer', ({ talkSeconds }) => talkSeconds],
      is_answered: ['boolean', ({ isAnswered }) => isAnswered],
      transfer_department: ['varchar', ({ transfer }) => transfer?.department],
      transfer_picked_up: ['boolean', ({ transfer }) => transfer?.isPickedUp],
    },
  },
  responses: {
    table: 'response',
    columns: {
      id: ['varchar', ({ id }) => id],
      department: ['varchar', ({ department }) => department],
      process: ['varchar', ({ process }) => process],
      received_on: ['varchar', ({ receivedOn }) => receivedOn],
      responded_on: ['varchar', ({ respondedOn }) => respondedOn],
    },
  },
  cases: {
    table: 'case_fact',
    columns: {
      id: ['varchar', ({ id }) => id],
      department: ['varchar', ({ department }) => department],
      process: ['varchar', ({ process }) => process],
      due_on: ['varchar', ({ dueOn }) => dueOn],
      closed_on: ['varchar', ({ closedOn }) => closedOn],
    },
  },
  ratings: {
    table: 'rating',
    columns: {
      id: ['varchar', ({ id }) => id],
      day: ['varchar', ({ day }) => day],
      score: ['integer', ({ score }) => score],
      about: ['varchar', ({ about }) => about],
      department: ['varchar', ({ department }) => department],
      process: ['varchar', ({ process }) => process],
    },
  },
  webCounts: {
    table: 'web_count',
    columns: {
      id: ['varchar', ({ id }) => id],
      day: ['varchar', ({ day }) => day],
      handled: ['integer', ({ handled }) => handled],
    },
  },
  probes: {
    table: 'probe',
    columns: {
      id: ['varchar', ({ id }) => id],
      day: ['varchar', ({ day }) => day],
      minutes: ['varchar', ({ minutes }) => minutes],
    },
  },
};

/** Loads what was delivered as it is; `seq` numbers the versions of a kind in the order in which they came. */
export async function loadDeliveries(
  connection: DuckDBConnection,
  deliveries: readonly Delivery[],
): Promise<void> {
  for (const kind of Object.keys(tables) as FactKind[]) await loadKind(connection, kind, deliveries);
  await loadContacts(
    connection,
    deliveries.flatMap((delivery) => (delivery.kind === 'contacts' ? delivery.registrations : [])),
  );
}

async function loadKind<Kind extends FactKind>(
  connection: DuckDBConnection,
  kind: Kind,
  deliveries: readonly Delivery[],
): Promise<void> {
  const { table, columns } = tables[kind];
  const facts: FactOf[Kind][] = [];
  const sources: string[] = [];
  for (const delivery of deliveries) {
    if (delivery.kind !== kind) continue;
    for (const fact of delivery.facts) {
      facts.push(fact as FactOf[Kind]);
      sources.push(delivery.source);
    }
  }
  const values = Object.entries(columns).map(([name, [type, read]]): [string, Column] => [
    name,
    [type, facts.map(read)],
  ]);
  await loadTable(connection, table, {
    seq: ['integer', facts.map((_, seq) => seq)],
    source: ['varchar', sources],
    ...Object.fromEntries(values),
  });
}

/** Of an instant the milliseconds since 1970: SQL has its own idea of the time zone. */
async function loadContacts(
  connection: DuckDBConnection,
  registrations: readonly Registered[],
): Promise<void> {
  const contacts = registrations.map(({ contact }) => contact);
  await loadTable(connection, 'contact', {
    seq: ['integer', contacts.map((_, seq) => seq)],
    id: ['varchar', contacts.map(({ id }) => id)],
    registered_at: ['double', contacts.map(({ registeredAt }) => registeredAt.epochMilliseconds)],
    channel: ['varchar', contacts.map(({ channel }) => channel)],
    department: ['varchar', contacts.map(({ department }) => department)],
    process: ['varchar', contacts.map(({ process }) => process)],
    outcome: ['varchar', contacts.map(({ outcome }) => outcome)],
    duration_seconds: ['integer', contacts.map(({ durationSeconds }) => durationSeconds)],
    received_on: ['varchar', contacts.map(({ receivedOn }) => receivedOn?.toString())],
    due: ['double', registrations.map(({ callback }) => callback?.due.epochMilliseconds)],
  });
  const steps = registrations.flatMap(({ callback }, seq) =>
    (callback?.steps ?? []).map((step, number) => ({ seq, number, step })),
  );
  await loadTable(connection, 'step', {
    seq: ['integer', steps.map(({ seq }) => seq)],
    number: ['integer', steps.map(({ number }) => number)],
    kind: ['varchar', steps.map(({ step }) => step.kind)],
    happened_at: ['double', steps.map(({ step }) => step.at.epochMilliseconds)],
    department: ['varchar', steps.map(({ step }) => ('department' in step ? step.department : undefined))],
  });
}

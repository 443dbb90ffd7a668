import type { TableClient, TransactionAction } from '@azure/data-tables';
import * as v from 'valibot';
import type { FactKind, FactOf } from '../../shared/fact/factKind.ts';
import { mergeMinutes } from '../../shared/uptime/minutes.ts';
import { cellsOf, columnsOf, factsOf } from './factRows.ts';
import { pack, unpack } from './packed.ts';
import { daysWithRows, keyPart, listPartitions, listRows, readRow, wins } from './rows.ts';
import type { Storage } from './storage.ts';

/** What became of facts that were put. */
export interface PutCounts {
  readonly added: number;
  readonly unchanged: number;
  readonly changed: number;
}

/** Facts of one source that are kept in one row. */
interface Home {
  readonly partitionKey: string;
  readonly rowKey: string;
}

/**
 * Where facts are kept. What happens at one moment is kept by its day: the figures of a day are one read.
 * What goes on for weeks is kept by its id, since the day on which it counts may move.
 */
const homes = {
  calls: 'day',
  webCounts: 'day',
  probes: 'day',
  responses: 'id',
  cases: 'id',
  ratings: 'id',
} as const satisfies Record<FactKind, 'day' | 'id'>;

/** Kinds whose figures of a day follow from the facts of that day alone. */
export type DayKind = { [Kind in FactKind]: (typeof homes)[Kind] extends 'day' ? Kind : never }[FactKind];

export function isDayKind(kind: FactKind): kind is DayKind {
  return homes[kind] === 'day';
}

/** So many rows share the facts of a source that are kept by id; a few changes rewrite a few small rows. */
const buckets = 64;

const tables = {
  calls: 'Calls',
  responses: 'Responses',
  cases: 'Cases',
  ratings: 'Ratings',
  webCounts: 'WebCounts',
  probes: 'Probes',
} as const satisfies Record<FactKind, string>;

/** Azure Tables takes 100 rows and 4 MiB a transaction; with some room for what stands around them. */
const transactionRows = 100;
const transactionBytes = 3 * 1024 * 1024;

/** How many days are written side by side. */
const sideBySide = 16;

/**
 * Facts from other systems: a table a kind, many facts a row. Putting the same facts again changes nothing.
 * Rows: by day `<source>` in partition `<tenant>_<day>`; by id `<source>_<bucket>` in partition `<tenant>`.
 */
export type FactStore = ReturnType<typeof openFacts>;

export function openFacts(storage: Storage) {
  /** Merges facts into their rows of one partition, and writes the rows that changed. */
  async function putPartition<Kind extends FactKind>(
    kind: Kind,
    partitionKey: string,
    byRow: Map<string, readonly FactOf[Kind][]>,
    isDryRun: boolean,
  ): Promise<PutCounts> {
    const table = storage.table(tables[kind]);
    const counts: PutCounts[] = [];
    // Rows that another wrote meanwhile stay, and are merged with what it wrote.
    while (byRow.size > 0) {
      const stored = await readRows(table, partitionKey, byRow.keys());
      const merges = Array.from(byRow, ([rowKey, facts]) =>
        mergeRow(kind, { partitionKey, rowKey }, stored.get(rowKey), facts),
      );
      for (const batch of batchesOf(merges)) {
        const actions = batch.flatMap(({ action }): TransactionAction[] => (action ? [action] : []));
        const isWritten = actions.length > 0 && !isDryRun;
        if (isWritten && !(await wins(table.submitTransaction(actions)))) continue;
        for (const { rowKey, counted } of batch) {
          counts.push(counted);
          byRow.delete(rowKey);
        }
      }
    }
    return totalOf(counts);
  }

  return {
    /**
     * Keeps facts of a source: those that are not there yet are added, those that differ replaced. In a dry
     * run nothing is kept, and only counted what would be.
     * @throws TooLarge when a day has more of them than a row holds.
     */
    async put<Kind extends FactKind>(
      tenant: string,
      kind: Kind,
      source: string,
      facts: readonly FactOf[Kind][],
      { isDryRun = false }: { readonly isDryRun?: boolean } = {},
    ): Promise<PutCounts> {
      const byPartition = Map.groupBy(facts, (fact) => homeOf(tenant, kind, source, fact).partitionKey);
      const counts: PutCounts[] = [];
      const partitions = [...byPartition];
      for (let start = 0; start < partitions.length; start += sideBySide) {
        const some = partitions.slice(start, start + sideBySide);
        const done = await Promise.all(
          some.map(([partitionKey, ofPartition]) => {
            const byRow = Map.groupBy(ofPartition, (fact) => homeOf(tenant, kind, source, fact).rowKey);
            return putPartition(kind, partitionKey, byRow, isDryRun);
          }),
        );
        counts.push(...done);
      }
      return totalOf(counts);
    },

    /** Keeps a fact, unless there is one with its id already: then false. */
    async addOnce<Kind extends FactKind>(
      tenant: string,
      kind: Kind,
      source: string,
      fact: FactOf[Kind],
    ): Promise<boolean> {
      const home = homeOf(tenant, kind, source, fact);
      const table = storage.table(tables[kind]);
      for (;;) {
        const row = await readRow(table, home.partitionKey, home.rowKey);
        const known = row === undefined ? [] : factsOf(kind, unpack(row));
        if (known.some(({ id }) => id === fact.id)) return false;
        const action = actionOf(kind, home, [...known, fact], row);
        if (await wins(table.submitTransaction([action]))) return true;
      }
    },

    /** What all sources have of a day (YYYY-MM-DD). */
    async readDay<Kind extends DayKind>(tenant: string, kind: Kind, day: string): Promise<FactOf[Kind][]> {
      const facts: FactOf[Kind][] = [];
      for await (const row of listRows(storage.table(tables[kind]), `${tenant}_${day}`)) {
        facts.push(...factsOf(kind, unpack(row)));
      }
      return facts;
    },

    /** The days that have facts of a kind, YYYY-MM-DD, in order. */
    days: (tenant: string, kind: DayKind) => daysWithRows(storage.table(tables[kind]), tenant),

    /** Everything of a kind, row by row: of a kind kept by day in the order of the days. */
    async *readAll<Kind extends FactKind>(tenant: string, kind: Kind): AsyncGenerator<FactOf[Kind][]> {
      const table = storage.table(tables[kind]);
      const rows = isDayKind(kind) ? listPartitions(table, `${tenant}_`) : listRows(table, tenant);
      for await (const row of rows) yield factsOf(kind, unpack(row));
    },
  };
}

function homeOf<Kind extends FactKind>(tenant: string, kind: Kind, source: string, fact: FactOf[Kind]): Home {
  if (isDayKind(kind)) {
    const { day } = fact as FactOf[DayKind];
    return { partitionKey: `${tenant}_${day}`, rowKey: keyPart(source) };
  }
  return { partitionKey: tenant, rowKey: `${keyPart(source)}_${bucketOf(fact.id)}` };
}

/** FNV-1a over the characters: spreads ids evenly, and always the same way. */
function bucketOf(id: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  return ((hash >>> 0) % buckets).toString(16).padStart(2, '0');
}

type Row = Readonly<Record<string, unknown>>;

/** One row is asked for by its key; of several, all rows of their source in one go. */
async function readRows(table: TableClient, partitionKey: string, keys: Iterable<string>) {
  const wanted = [...keys];
  const [first = ''] = wanted;
  const rows = new Map<string, Row>();
  if (wanted.length === 1) {
    const row = await readRow(table, partitionKey, first);
    if (row !== undefined) rows.set(first, row);
    return rows;
  }
  for await (const row of listRows(table, partitionKey, first.slice(0, first.lastIndexOf('_') + 1))) {
    if (row.rowKey !== undefined) rows.set(row.rowKey, row);
  }
  return rows;
}

interface Merge {
  readonly rowKey: string;
  /** Undefined when the row stays as it is. */
  readonly action: TransactionAction | undefined;
  readonly bytes: number;
  readonly counted: PutCounts;
}

function mergeRow<Kind extends FactKind>(
  kind: Kind,
  home: Home,
  row: Row | undefined,
  facts: readonly FactOf[Kind][],
): Merge {
  const known = new Map<string, FactOf[Kind]>();
  if (row !== undefined) for (const fact of factsOf(kind, unpack(row))) known.set(fact.id, fact);
  // Of two with one id the last counts, as if the first had never been said.
  const fresh = new Map<string, FactOf[Kind]>();
  for (const fact of facts) {
    const earlier = fresh.get(fact.id);
    fresh.set(fact.id, earlier === undefined ? fact : succeed(kind, earlier, fact));
  }
  let added = 0;
  let changed = 0;
  for (const fact of fresh.values()) {
    const before = known.get(fact.id);
    const after = before === undefined ? fact : succeed(kind, before, fact);
    if (before === undefined) added++;
    else if (isSame(kind, before, after)) continue;
    else changed++;
    known.set(fact.id, after);
  }
  const counted = { added, changed, unchanged: fresh.size - added - changed };
  if (added + changed === 0) return { rowKey: home.rowKey, action: undefined, bytes: 0, counted };
  const action = actionOf(kind, home, [...known.values()], row);
  return { rowKey: home.rowKey, action, bytes: bytesOf(action), counted };
}

/** What comes later replaces what was there; but each minute of a probe is a measurement of its own. */
function succeed<Kind extends FactKind>(kind: Kind, before: FactOf[Kind], after: FactOf[Kind]): FactOf[Kind] {
  if (kind !== 'probes') return after;
  const [one, other] = [before, after] as FactOf['probes'][];
  if (one === undefined || other === undefined) return after;
  return { ...after, minutes: mergeMinutes(one.minutes, other.minutes) };
}

function isSame<Kind extends FactKind>(kind: Kind, one: FactOf[Kind], other: FactOf[Kind]): boolean {
  return JSON.stringify(cellsOf(kind, one)) === JSON.stringify(cellsOf(kind, other));
}

function actionOf<Kind extends FactKind>(
  kind: Kind,
  home: Home,
  facts: readonly FactOf[Kind][],
  before: Row | undefined,
): TransactionAction {
  const row = { ...home, ...pack(columnsOf(kind, facts)) };
  return before === undefined
    ? ['create', row]
    : ['update', row, 'Replace', { etag: v.parse(v.string(), before['etag']) }];
}

function bytesOf([, row]: TransactionAction): number {
  return Object.values(row).reduce<number>(
    (sum, value) => sum + (value instanceof Uint8Array ? value.length : 0),
    0,
  );
}

/** As many together as a transaction takes. */
function batchesOf(merges: readonly Merge[]): Merge[][] {
  const batches: Merge[][] = [];
  let room = { rows: 0, bytes: 0 };
  for (const merge of merges) {
    // Packed bytes travel as base64: a third more.
    const bytes = (merge.bytes * 4) / 3;
    if (room.rows < 1 || room.bytes < bytes) {
      batches.push([]);
      room = { rows: transactionRows, bytes: transactionBytes };
    }
    batches.at(-1)?.push(merge);
    room = { rows: room.rows - 1, bytes: room.bytes - bytes };
  }
  return batches;
}

function totalOf(counts: readonly PutCounts[]): PutCounts {
  const sum = (of: keyof PutCounts) => counts.reduce((all, one) => all + one[of], 0);
  return { added: sum('added'), unchanged: sum('unchanged'), changed: sum('changed') };
}

import * as v from 'valibot';
import type { FactKind, FactOf } from '../../shared/fact/factKind.ts';

/** JSON knows no undefined. */
function optional<Schema extends v.GenericSchema>(schema: Schema) {
  return v.pipe(
    v.nullable(schema),
    v.transform((value) => value ?? undefined),
  );
}

const schemas = {
  calls: v.object({
    id: v.string(),
    day: v.string(),
    second: v.number(),
    department: v.string(),
    waitSeconds: v.number(),
    talkSeconds: v.number(),
    isAnswered: v.boolean(),
    transfer: optional(v.object({ department: v.string(), isPickedUp: v.boolean() })),
  }),
  responses: v.object({
    id: v.string(),
    department: v.string(),
    process: v.string(),
    receivedOn: v.string(),
    respondedOn: optional(v.string()),
  }),
  cases: v.object({
    id: v.string(),
    department: v.string(),
    process: v.string(),
    startedOn: v.string(),
    dueOn: v.string(),
    closedOn: optional(v.string()),
  }),
  ratings: v.object({
    id: v.string(),
    day: v.string(),
    score: v.number(),
    about: v.picklist(['case', 'contact']),
    department: v.string(),
    process: v.string(),
    remark: v.string(),
  }),
  webCounts: v.object({ id: v.string(), day: v.string(), handled: v.number() }),
  probes: v.object({ id: v.string(), day: v.string(), minutes: v.string() }),
} satisfies { readonly [Kind in FactKind]: v.GenericSchema<unknown, FactOf[Kind]> };

/** A fact as a list of its values, in the order of its schema. */
export function cellsOf<Kind extends FactKind>(kind: Kind, fact: FactOf[Kind]): unknown[] {
  const values = fact as unknown as Readonly<Record<string, unknown>>;
  return Object.keys(schemas[kind].entries).map((name) => values[name] ?? null);
}

/** Facts as columns: the same few names and days stand beside each other, which packs far better. */
export function columnsOf<Kind extends FactKind>(
  kind: Kind,
  facts: readonly FactOf[Kind][],
): Record<string, unknown[]> {
  const names = Object.keys(schemas[kind].entries);
  const rows = facts.map((fact) => cellsOf(kind, fact));
  return Object.fromEntries(names.map((name, column) => [name, rows.map((row) => row[column])]));
}

const Columns = v.record(v.string(), v.array(v.unknown()));

/** @throws when a stored row is not what `columnsOf` made. */
export function factsOf<Kind extends FactKind>(kind: Kind, stored: unknown): FactOf[Kind][] {
  const columns = v.parse(Columns, stored);
  const schema: v.GenericSchema<unknown, unknown> = schemas[kind];
  const names = Object.keys(schemas[kind].entries);
  return (columns['id'] ?? []).map((_, row) => {
    const fact = Object.fromEntries(names.map((name) => [name, columns[name]?.[row]]));
    return v.parse(schema, fact) as FactOf[Kind];
  });
}

import * as v from 'valibot';
import { factKinds } from '../fact/factKind.ts';
import { badFileReasons, refusalReasons } from '../fact/refusal.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const RefusalSchema = v.object({
  line: count,
  column: v.string(),
  reason: v.picklist(refusalReasons),
});

/** What an import did, or in a dry run would do. */
export const ImportSummarySchema = v.object({
  /** Records that were looked at. Of some no fact is made, such as an outgoing call. */
  records: count,
  /** Facts that were not there yet… */
  added: count,
  /** …that were there, but said something else… */
  changed: count,
  /** …and that were there just so. */
  unchanged: count,
  refused: count,
  /** The first of those that were refused. */
  refusals: v.array(RefusalSchema),
});
export type ImportSummary = v.InferOutput<typeof ImportSummarySchema>;

/** Why another system did not give what it was asked for. */
export const pullFailedReasons = [
  /** It does not answer, or goes on being too busy. */
  'unreachable',
  /** It does not know the client or its secret, or does not let it see this. */
  'unauthorized',
  /** It says that it does not answer this, or it may not be asked at all: another address, or plain http. */
  'refused',
  /** The answer is not what this system gives: another address, or one that leads elsewhere. */
  'badAnswer',
  /** The environment variable with the secret is not set. */
  'missingSecret',
  /** It gives more than there can be. */
  'tooMany',
] as const;
export type PullFailedReason = (typeof pullFailedReasons)[number];

/** Why nothing was taken. */
export const failureReasons = [
  ...badFileReasons,
  /** More facts on one day than any municipality has. */
  'tooManyOnADay',
  /** The mapping does not fit the source. */
  'badMapping',
  ...pullFailedReasons,
] as const;

const FailureSchema = v.object({
  reason: v.picklist(failureReasons),
  /** The columns that are missing, what is wrong with the mapping, or where was asked. */
  details: v.array(v.string()),
  /** The first lines that were refused, where most were. */
  refusals: v.array(RefusalSchema),
});
export type ImportFailure = v.InferOutput<typeof FailureSchema>;

/** How an import ended: nothing is taken of a file that failed. */
export const ImportResultSchema = v.variant('kind', [
  v.object({ kind: v.literal('imported'), isDryRun: v.boolean(), summary: ImportSummarySchema }),
  v.object({ kind: v.literal('failed'), failure: FailureSchema }),
]);
export type ImportResult = v.InferOutput<typeof ImportResultSchema>;

/** One import, for who asks what came in and when. */
export const ImportRunSchema = v.object({
  /** Id of the source. */
  source: v.string(),
  /** The file's name, or how it came in. */
  name: v.string(),
  /** UTC instants. */
  startedAt: v.string(),
  finishedAt: v.nullable(v.string()),
  /** `interrupted`: it began and nobody finished it. Importing the file again does. */
  state: v.picklist(['running', 'interrupted', 'done', 'failed']),
  summary: v.nullable(ImportSummarySchema),
  failure: v.nullable(FailureSchema),
});
export type ImportRun = v.InferOutput<typeof ImportRunSchema>;

/** Where measurements come from, and when they last did. */
const ImportSourceSchema = v.object({
  id: v.string(),
  kind: v.picklist(factKinds),
  /** Files of it can be imported; if not, it is another system that is asked every night. */
  isFile: v.boolean(),
  /** Null where nothing came in yet. */
  last: v.nullable(ImportRunSchema),
});
export type ImportSource = v.InferOutput<typeof ImportSourceSchema>;

/** Answer of `GET /api/imports`. */
export const ImportsSchema = v.object({
  /** The municipality's name. */
  municipality: v.string(),
  sources: v.array(ImportSourceSchema),
  /** The last imports of all sources, the latest first. */
  runs: v.array(ImportRunSchema),
});
export type Imports = v.InferOutput<typeof ImportsSchema>;

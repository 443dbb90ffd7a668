import type { Temporal } from 'temporal-polyfill';
import type * as v from 'valibot';
import type { FactKind, FactOf } from '../../shared/fact/factKind.ts';
import type { Refusal } from '../../shared/fact/refusal.ts';
import type { Municipality } from '../../shared/municipality/municipality.ts';

/** What of a file was read since the last part. */
export interface ReadPart<Kind extends FactKind> {
  readonly facts: readonly FactOf[Kind][];
  readonly refused: readonly Refusal[];
  /** How many records were looked at; of some no fact is made, such as an outgoing call. */
  readonly records: number;
}

export interface ReadContext<Mapping> {
  readonly mapping: Mapping;
  readonly municipality: Municipality;
  readonly now: Temporal.Instant;
}

/** A kind of file that measurements come in. */
export interface FileSource<Kind extends FactKind = FactKind, Mapping = unknown> {
  /** As people type it: `npm run import -- <id> <file>`. Lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly kind: Kind;
  /** What the municipality sets once, such as which queue belongs to which department. */
  readonly mapping: v.GenericSchema<unknown, Mapping>;
  /**
   * Reads a file part by part, so that a file of any size fits in memory.
   * @throws BadFile where it is not such a file at all.
   */
  read(file: AsyncIterable<Uint8Array>, context: ReadContext<Mapping>): AsyncIterable<ReadPart<Kind>>;
}

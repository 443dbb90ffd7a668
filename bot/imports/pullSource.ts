import type * as v from 'valibot';
import type { FactKind } from '../../shared/fact/factKind.ts';
import type { AskContext } from './pull/askJson.ts';
import type { ReadContext, ReadPart } from './source.ts';

export interface PullContext<Mapping> extends ReadContext<Mapping>, AskContext {
  /** What changed or was counted on this day (YYYY-MM-DD) or later is asked for. */
  readonly since: string;
  /** A secret by its name in the mapping; undefined where nobody set it. See pull/secrets.ts. */
  secret(name: string): string | undefined;
}

/** Another system that measurements are asked from, over HTTP. */
export interface PullSource<Kind extends FactKind = FactKind, Mapping = unknown> {
  /** As people type it. Lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly kind: Kind;
  /** What the municipality sets once: where to ask, and what the answer means. Never a secret itself. */
  readonly mapping: v.GenericSchema<unknown, Mapping>;
  /**
   * Asks for the measurements part by part. What was given already stays right when a later part fails: to
   * ask again is enough.
   * @throws PullFailed where the other system does not give them; what aborted, where the signal did.
   */
  pull(context: PullContext<Mapping>): AsyncIterable<ReadPart<Kind>>;
}

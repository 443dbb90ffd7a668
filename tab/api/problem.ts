import type { ProblemKind } from '../../shared/texts/scorecard.ts';

interface Details {
  /** What the server advises, in the reader's language. */
  readonly advice?: string | undefined;
  /** What another system said of it, such as a code of Teams. */
  readonly reason?: string | undefined;
}

/** Why there are no fresh figures. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly advice: string | undefined;
  readonly reason: string | undefined;

  constructor(kind: ProblemKind, { advice, reason }: Details = {}) {
    super(kind);
    this.kind = kind;
    this.advice = advice;
    this.reason = reason;
  }

  /** Whether waiting may help. */
  get mayPass(): boolean {
    return this.kind === 'unreachable' || this.kind === 'unavailable';
  }
}

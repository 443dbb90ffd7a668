import type { PullFailedReason } from '../../shared/imports/importRun.ts';

/** Another system did not give what it was asked for. Holds no secret and nothing personal. */
export class PullFailed extends Error {
  readonly reason: PullFailedReason;
  /** Where it was asked, and what is known besides, such as the status; for people to look into. */
  readonly details: readonly string[];

  constructor(reason: PullFailedReason, details: readonly string[]) {
    super(`${reason} ${details.join(' ')}`.trim());
    this.reason = reason;
    this.details = details;
  }
}

import type { RefusalReason } from '../../../shared/fact/refusal.ts';
import type { CsvRecord } from '../csv/csvRecord.ts';

/** What Kuma knew of a monitor in one minute. */
export interface Look {
  /** Since the epoch. */
  readonly minute: number;
  readonly state: 'up' | 'down' | 'maintenance';
}

/** What is wrong with a row. */
export interface Wrong {
  readonly column: string;
  readonly reason: RefusalReason;
}

/** One of Kuma's tables, row by row. */
export interface Table {
  /** @param monitor by which rows of the same monitor know each other. */
  read(record: CsvRecord, monitor: string): Look | Wrong;
  /**
   * Looks back at the rows so far.
   * @throws BadFile when they are a selection, or of a table that only looks alike.
   */
  assertWhole(): void;
}

/** Uptime Kuma's first version is of July 2021. */
const earliest = 1_609_459_200;

/** Why a moment, in seconds since the epoch, cannot be one at which Kuma looked. */
export function whyNotThen(seconds: number, now: number): RefusalReason | undefined {
  if (Number.isNaN(seconds)) return 'notATime';
  if (seconds < earliest) return 'outOfRange';
  return seconds > now ? 'inFuture' : undefined;
}

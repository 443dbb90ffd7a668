/**
 * One call that was offered to a queue or number of the municipality. Holds no telephone number and no
 * name: nothing here needs them.
 */
export interface Call {
  /** The telephone system's own id; unique within a day. */
  readonly id: string;
  /** The local day on which it came in, YYYY-MM-DD. */
  readonly day: string;
  /** When it came in, in seconds after midnight, local time. */
  readonly second: number;
  /** Id of the department whose queue it came in at: that of the KCC for its own. */
  readonly department: string;
  /** From entering the queue until it was answered or given up. */
  readonly waitSeconds: number;
  /** Of the first conversation; 0 when it was not answered. */
  readonly talkSeconds: number;
  readonly isAnswered: boolean;
  /** Whether it was put through, and how that ended. */
  readonly transfer: Transfer | undefined;
}

export interface Transfer {
  /** Id of the department that it was put through to. */
  readonly department: string;
  readonly isPickedUp: boolean;
}

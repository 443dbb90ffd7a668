/** One website channel on one day, minute by minute. */
export interface Probe {
  /** Id of the website channel. */
  readonly id: string;
  /** The local day, YYYY-MM-DD. */
  readonly day: string;
  /**
   * A character for each minute of the day, from local midnight: `1` it answered as it should, `0` it did
   * not, `d` it was down by the word of a monitor that had tried again already, a space nobody looked. A
   * day on which the clock changes has 1,380 or 1,500. See shared/uptime/minutes.ts for what they come to.
   */
  readonly minutes: string;
}

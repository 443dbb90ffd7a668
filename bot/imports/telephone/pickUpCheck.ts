import { BadFile } from '../../../shared/fact/refusal.ts';

/** Nobody picks up a telephone faster, but a queue of which the telephone system itself does. */
const fastest = 1;

/**
 * Finds out whether the time of answering is that of a colleague. Where the system itself picks up, and lets
 * the caller wait after that, nobody seems to wait: the service level would be 100%, and it would be a lie.
 */
export class PickUpCheck {
  readonly #column: string;
  #answered = 0;
  #atOnce = 0;

  /** @param column with the time of answering. */
  constructor(column: string) {
    this.#column = column;
  }

  /** A queue's call that was answered. */
  add(waitSeconds: number): void {
    this.#answered++;
    if (waitSeconds <= fastest) this.#atOnce++;
  }

  /** @throws BadFile when most calls were answered at once. */
  assertByColleagues(): void {
    if (2 * this.#atOnce > this.#answered) throw new BadFile('otherFormat', [this.#column]);
  }
}

import type { Refusal, RefusalReason } from '../../../shared/fact/refusal.ts';

/** What cannot be read of a record is NaN, and it is refused: for the first reason that was found. */
export class RecordCheck {
  readonly #line: number;
  #refusal: Refusal | undefined;

  /** @param line on which the record starts. */
  constructor(line: number) {
    this.#line = line;
  }

  get refusal(): Refusal | undefined {
    return this.#refusal;
  }

  refuse(column: string, reason: RefusalReason): void {
    this.#refusal ??= { line: this.#line, column, reason };
  }

  refuseIf(column: string, reason: RefusalReason | undefined): void {
    if (reason !== undefined) this.refuse(column, reason);
  }

  number(column: string, value: number | RefusalReason): number {
    if (typeof value === 'number') return value;
    this.refuse(column, value);
    return Number.NaN;
  }
}

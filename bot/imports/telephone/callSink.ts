import type { Call } from '../../../shared/fact/call.ts';
import type { Refusal } from '../../../shared/fact/refusal.ts';
import type { ReadPart } from '../source.ts';

/** Gathers what is made of the records, until it is taken. */
export class CallSink {
  #calls: Call[] = [];
  #refused: Refusal[] = [];
  #records = 0;

  /** One more record was looked at. */
  count(): void {
    this.#records++;
  }

  add(call: Call): void {
    this.#calls.push(call);
  }

  refuse(refusal: Refusal): void {
    this.#refused.push(refusal);
  }

  takePart(): ReadPart<'calls'> {
    const part = { facts: this.#calls, refused: this.#refused, records: this.#records };
    this.#calls = [];
    this.#refused = [];
    this.#records = 0;
    return part;
  }
}

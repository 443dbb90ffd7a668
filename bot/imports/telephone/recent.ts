const none: readonly never[] = [];

/**
 * What is remembered of calls for as long as more may come of them. Those that were kept longest ago make room
 * for others, many at a time, so that a file of any size fits in memory.
 */
export class Recent<Value> {
  readonly #least: number;
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();

  /** @param least that are remembered; at most twice as many are. */
  constructor(least: number) {
    this.#least = least;
  }

  get(key: string): Value | undefined {
    return this.#young.get(key) ?? this.#old.get(key);
  }

  /** Gives the values that made room. */
  keep(key: string, value: Value): readonly Value[] {
    this.#old.delete(key);
    this.#young.set(key, value);
    if (this.#young.size < this.#least) return none;
    const forgotten = [...this.#old.values()];
    this.#old = this.#young;
    this.#young = new Map();
    return forgotten;
  }

  delete(key: string): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }

  /** All of them. */
  all(): readonly Value[] {
    return [...this.#old.values(), ...this.#young.values()];
  }
}

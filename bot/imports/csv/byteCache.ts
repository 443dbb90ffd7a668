/** Slots; a power of two. */
const size = 4096;

/** In bytes: what is longer is no name and no day, and would fill the memory. */
const longestKept = 100;

/** How many slots a value may lie in, from its own on. */
const reach = 4;

interface Known<Meaning> {
  readonly bytes: Uint8Array;
  readonly meaning: Meaning;
}

/** What bytes were found to mean: for columns that say the same few things over and over. */
export class ByteCache<Meaning> {
  /** Found last: most values are that of the line before. */
  #last: Known<Meaning> | undefined;
  readonly #slots = new Array<Known<Meaning> | undefined>(size + reach).fill(undefined);

  /** Undefined where it is not known, or no longer. */
  find(bytes: Uint8Array, start: number, end: number): Known<Meaning> | undefined {
    const last = this.#last;
    if (last !== undefined && isSame(last.bytes, bytes, start, end)) return last;
    const first = slotOf(bytes, start, end);
    for (let slot = first; slot < first + reach; slot++) {
      const known = this.#slots[slot];
      if (known === undefined) return undefined;
      if (isSame(known.bytes, bytes, start, end)) {
        this.#last = known;
        return known;
      }
    }
    return undefined;
  }

  keep(bytes: Uint8Array, start: number, end: number, meaning: Meaning): void {
    if (end - start > longestKept) return;
    const first = slotOf(bytes, start, end);
    let slot = first;
    while (slot < first + reach - 1 && this.#slots[slot] !== undefined) slot++;
    this.#slots[slot] = { bytes: Uint8Array.from(bytes.subarray(start, end)), meaning };
  }
}

/** FNV-1a. */
function slotOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return (hash ^ (hash >>> 15)) & (size - 1);
}

function isSame(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  const { length } = known;
  if (length !== end - start) return false;
  for (let at = 0; at < length; at++) {
    if (known[at] !== bytes[start + at]) return false;
  }
  return true;
}

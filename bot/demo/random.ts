import { createHash } from 'node:crypto';

/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** From 0 up to, but never, 1. */
  next(): number;
  /** True in this share of the cases. */
  chance(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Picks an item as often as its weight says. */
  weigh<Item extends { readonly weight: number }>(items: readonly Item[]): Item;
}

/**
 * sfc32 (Small Fast Counting, Chris Doty-Humphrey, PractRand: pracrand.sourceforge.net). Its state is
 * taken from the SHA-256 of the seed, so that seeds that look alike give numbers that do not.
 */
export function seededRandom(seed: string): Random {
  const digest = createHash('sha256').update(seed).digest();
  let a = digest.readInt32LE(0);
  let b = digest.readInt32LE(4);
  let c = digest.readInt32LE(8);
  let counter = 1;

  function next(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  return {
    next,
    chance: (share) => next() < share,
    pick: (items) => at(items, Math.floor(next() * items.length)),
    weigh(items) {
      let left = next() * items.reduce((sum, { weight }) => sum + weight, 0);
      const found = items.findIndex(({ weight }) => {
        left -= weight;
        return left < 0;
      });
      // -1 is the last one: rounding took its part away.
      return at(items, found);
    },
  };
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items.at(index);
  if (item === undefined) throw new RangeError('There is nothing to choose from.');
  return item;
}

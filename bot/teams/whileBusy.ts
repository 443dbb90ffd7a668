export interface Kept<Item> {
  of(key: string): Item;
}

/** How often what is idle is looked for, in milliseconds. */
const interval = 60_000;

/** Something for each key, made when it is asked for and dropped when it is idle: memory stays flat over time. */
export function whileBusy<Item>(
  make: () => Item,
  isIdle: (item: Item, now: number) => boolean,
  now: () => number,
): Kept<Item> {
  const items = new Map<string, Item>();
  let lookedAt = now();

  function dropIdle(): void {
    const moment = now();
    if (moment - lookedAt < interval) return;
    lookedAt = moment;
    for (const [key, item] of items) if (isIdle(item, moment)) items.delete(key);
  }

  return {
    of(key) {
      dropIdle();
      const item = items.get(key) ?? make();
      items.set(key, item);
      return item;
    },
  };
}

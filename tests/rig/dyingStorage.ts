import type { Storage } from '../../bot/store/storage.ts';

/** When the program that writes dies. */
export interface Death {
  /** After so many writes that went well… */
  readonly afterWrites: number;
  /** …and with the next one made or not, nobody hears which. */
  readonly isLastMade: boolean;
}

export class Died extends Error {}

/** Storage under a program that dies at one of its writes, and makes none after it. */
export function dyingStorage(storage: Storage, { afterWrites, isLastMade }: Death): Storage {
  let left = afterWrites;
  return {
    ...storage,
    table(name) {
      const table = storage.table(name);
      const submit = table.submitTransaction.bind(table);
      table.submitTransaction = async (actions) => {
        left--;
        if (left === -1 && isLastMade) await submit(actions);
        if (left < 0) throw new Died();
        return submit(actions);
      };
      return table;
    },
  };
}

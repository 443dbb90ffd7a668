import { keepFacts } from '../../../bot/imports/keepFacts.ts';
import { rollUpFacts } from '../../../bot/scorecard/rollUpFacts.ts';
import type { Services } from '../../../bot/services.ts';
import { openFacts } from '../../../bot/store/facts.ts';
import { openRollups } from '../../../bot/store/rollups.ts';
import type { Storage } from '../../../bot/store/storage.ts';
import type { FactKind } from '../../../shared/fact/factKind.ts';
import { type Death, Died, dyingStorage } from '../../rig/dyingStorage.ts';
import type { AnyFile } from './anyFile.ts';

/** Where the files of one municipality are imported, by programs that may die. */
export interface ImportDesk {
  /** False when the program died. */
  keep(file: AnyFile, death: Death | undefined): Promise<boolean>;
  /** Does what a worker does: computes the figures that were announced, and that nobody finished. */
  work(): Promise<void>;
}

interface Announced {
  readonly kind: FactKind;
  readonly days: readonly string[] | undefined;
}

export function openDesk(tenant: string, storage: Storage, services: Services): ImportDesk {
  /** In the place of the queue, where what was announced shows up after minutes only. */
  const announced = new Set<Announced>();
  const work: Services['store']['work'] = {
    ...services.store.work,
    async announceFigures(_tenant, kind, days) {
      const one = { kind, days };
      announced.add(one);
      return {
        release: async () => undefined,
        finish: async () => void announced.delete(one),
      };
    },
  };

  return {
    async keep({ kind, source, facts }, death) {
      const own = death === undefined ? storage : dyingStorage(storage, death);
      const store = { ...services.store, work, facts: openFacts(own), rollups: openRollups(own) };
      const inOne = async function* () {
        yield facts;
      };
      try {
        await keepFacts(tenant, kind, source, inOne(), { ...services, store }, { isDryRun: false });
        return true;
      } catch (error) {
        if (error instanceof Died) return false;
        throw error;
      }
    },

    async work() {
      for (const one of announced) {
        await rollUpFacts(tenant, one.kind, one.days, services);
        announced.delete(one);
      }
    },
  };
}

import { importContacts } from '../../../bot/contact/importContacts.ts';
import { keepFacts } from '../../../bot/imports/keepFacts.ts';
import type { FactServices } from '../../../bot/services.ts';
import type { Delivery } from './delivery.ts';
import { town } from './town.ts';

/** Brings in what was delivered by the ways that imports take, into storage that has nothing of the tenant yet. */
export async function keepDeliveries(
  tenant: string,
  deliveries: readonly Delivery[],
  services: FactServices,
): Promise<void> {
  for (const process of town.processes) await services.store.municipalities.putProcess(tenant, process);
  for (const delivery of deliveries) {
    if (delivery.kind === 'contacts') {
      await importContacts(tenant, delivery.registrations, services);
    } else {
      const { kind, source, facts } = delivery;
      await keepFacts(tenant, kind, source, inParts(facts), services, { isDryRun: false });
    }
  }
}

/** As a file is read: so many records at a time. */
const partSize = 1_000;

async function* inParts<Fact>(facts: readonly Fact[]): AsyncGenerator<readonly Fact[]> {
  for (let start = 0; start < facts.length; start += partSize) yield facts.slice(start, start + partSize);
}

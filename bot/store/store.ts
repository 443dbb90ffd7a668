import { openAlerts } from './alerts.ts';
import { openCards } from './cards.ts';
import { openContacts } from './contacts.ts';
import { openDueIndex } from './due.ts';
import { openFacts } from './facts.ts';
import { openImports } from './importRuns.ts';
import { openInvitations } from './invitations.ts';
import { openMunicipalities } from './municipalities.ts';
import { openPlaces } from './places.ts';
import { openPulse } from './pulse.ts';
import { openRollups } from './rollups.ts';
import { openRounds } from './rounds.ts';
import { openStorage, type StorageConfig } from './storage.ts';
import { openWorkQueue } from './workQueue.ts';

/** Everything that Zeven keeps. */
export type Store = Awaited<ReturnType<typeof openStore>>;

export async function openStore(config: StorageConfig, nameOf: (tenant: string) => string) {
  const storage = await openStorage(config);
  return {
    contacts: openContacts(storage),
    facts: openFacts(storage),
    imports: openImports(storage),
    invitations: openInvitations(storage),
    due: openDueIndex(storage),
    alerts: openAlerts(storage),
    rollups: openRollups(storage),
    rounds: openRounds(storage),
    cards: openCards(storage),
    places: openPlaces(storage),
    municipalities: openMunicipalities(storage, nameOf),
    work: await openWorkQueue(storage),
    pulse: openPulse(storage),
  };
}

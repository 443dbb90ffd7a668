import { startAzurite } from '../../bot/local/azurite.ts';
import { openStore } from '../../bot/store/store.ts';
import { settings } from '../../shared/settings.ts';
import { local } from '../shared/alert/openCallbacks.ts';
import { print } from './bench.ts';
import { bestSpan } from './morning/bestSchedule.ts';
import { benchHistory } from './morning/history.ts';
import { copy, departments, settle, tenantId } from './morning/municipalities.ts';
import { runMorning, type Took } from './morning/outage.ts';
import { latency } from './morning/simulatedTeams.ts';

const tenants = Array.from({ length: 342 }, (_, index) => tenantId(index));
const cards = 30;

/** Tenants do not touch each other's limits: a few tell as much as all of them. */
const aFew = tenants.slice(0, 20);

/**
 * The morning of all municipalities, on a simulated clock. Twelve alerts a municipality are fewer than Teams
 * takes in a second; what binds are the cards that wait after a weekend in which the bot was down.
 */
export async function benchMorning(): Promise<void> {
  const { connectionString, stop } = await startAzurite();
  const storage = { connectionString, prefix: 'morning' };
  const [first = '', ...others] = tenants;
  const store = await openStore({ kind: 'connectionString', ...storage }, () => 'Gemeente Testdam');
  await settle(store, first, { at: local('2026-04-20T09:00'), open: 2 });
  await copy(first, others, storage);

  const best = bestSpan({ conversations: departments.length, each: cards + 1 }) + latency;
  const load = tenants.length * departments.length;
  print(`The morning of ${tenants.length} municipalities × ${departments.length} departments, simulated`);
  print(
    `  ${load.toLocaleString('en')} alerts and ${cards} cards a department at once; Teams answers in ${latency} ms`,
  );
  print(
    '  Real: storage, alerts and their messages, turns. Simulated: time, Teams; of the cards only the turns.',
  );
  print(`  ${oneProcess()}`);

  const morning = { cards, storage } as const;
  report(
    `${tenants.length} municipalities`,
    await runMorning({ ...morning, tenants, first: 'alerts', startsAt: '2026-04-22T08:30' }),
    best,
  );
  report(
    `${aFew.length} municipalities, the cards ask first`,
    await runMorning({ ...morning, tenants: aFew, first: 'cards', startsAt: '2026-04-23T08:30' }),
    best,
  );
  await benchHistory(connectionString);
  await stop();
}

/** What the limits of Teams say nothing of, and what is not simulated. */
function oneProcess(): string {
  const { delivery, work } = settings;
  const atBest = (messages: number, sideBySide: number) => seconds((messages / sideBySide) * latency);
  const alerts = tenants.length * departments.length;
  return `As if each municipality had its own process. In one for all, ${delivery.connections} connections carry the alerts in ${atBest(alerts, delivery.connections)} at best, and a worker with ${work.sideBySide} in hand the cards in ${atBest(alerts * cards, work.sideBySide)}.`;
}

function report(what: string, { alerts, all, taken, refused }: Took, best: number): void {
  print(
    `  ${what}: ${taken.toLocaleString('en')} posts in ${seconds(all)}, ${(all / best).toFixed(3)}× the best possible ${seconds(best)} (goal ≤ 1.05×); ${refused} times 429 (goal 0); the last alert after ${seconds(alerts)}`,
  );
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

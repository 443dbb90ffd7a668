import { pino } from 'pino';
import { sendAlerts } from '../../../bot/alert/sendAlerts.ts';
import { seededRandom } from '../../../bot/demo/random.ts';
import { openStore, type Store } from '../../../bot/store/store.ts';
import { TeamsAdapter } from '../../../bot/teams/adapter.ts';
import { createMessenger } from '../../../bot/teams/messenger.ts';
import { sendTurns } from '../../../bot/teams/sendTurns.ts';
import { settings } from '../../../shared/settings.ts';
import { inFlight } from '../../bot/scenarios/inFlight.ts';
import { simulatedClock } from '../../rig/simulatedClock.ts';
import { local } from '../../shared/alert/openCallbacks.ts';
import { calendar, conversationOf, departments } from './municipalities.ts';
import { simulatedTeams } from './simulatedTeams.ts';

export interface Morning {
  readonly tenants: readonly string[];
  /** Cards that wait for each department. */
  readonly cards: number;
  /** Which of both asks for its turns first, by a hair. */
  readonly first: 'alerts' | 'cards';
  /** When it begins: a moment at which the alerts are due. */
  readonly startsAt: string;
  readonly storage: { readonly connectionString: string; readonly prefix: string };
}

/** What it took, in milliseconds from half past eight. */
export interface Took {
  readonly alerts: number;
  readonly all: number;
  readonly taken: number;
  readonly refused: number;
}

/** A bot that comes back at half past eight: the cards of the weekend wait, and the alerts are due. */
export async function runMorning({ tenants, cards, first, startsAt, storage }: Morning): Promise<Took> {
  const io = inFlight();
  const clock = simulatedClock(io.isBusy);
  const teams = simulatedTeams(clock, seededRandom('teams'));
  const turns = sendTurns(clock);
  const config = { kind: 'connectionString', ...storage } as const;
  const store: Store = io.watch(await openStore(config, () => 'Gemeente Testdam'));
  const start = local(startsAt);
  const now = () => start.add({ milliseconds: Math.ceil(clock.now()) });
  let alertsDoneAt = 0;

  const realFetch = globalThis.fetch;
  globalThis.fetch = (url, init) => teams.fetch(String(url), init ?? {});
  try {
    const after = (kind: Morning['first']) => clock.sleep(first === kind ? 0 : 1);
    await clock.until(
      Promise.all(
        tenants.map((tenant) =>
          Promise.all([after('alerts').then(() => sendAll(tenant)), after('cards').then(() => post(tenant))]),
        ),
      ),
    );
  } finally {
    globalThis.fetch = realFetch;
  }
  return { alerts: alertsDoneAt, all: teams.lastAnswerAt, taken: teams.taken, refused: teams.refused };

  /** As the alert clock does. Every municipality has connections of its own, as with a process of its own. */
  async function sendAll(tenant: string): Promise<void> {
    const messenger = createMessenger(new TeamsAdapter({ kind: 'anonymous' }), {
      turns,
      places: store.places,
      log: pino({ level: 'silent' }),
      now,
      links: () => ({ scorecard: 'https://zeven.test/', callbacks: 'https://zeven.test/' }),
    });
    const services = { store, messenger, calendar, now };
    for (;;) {
      const told = await sendAlerts(tenant, services);
      if (told.kind === 'told') break;
      await clock.sleep((told.seconds ?? settings.alert.lookEvery) * 1000);
    }
    alertsDoneAt = Math.max(alertsDoneAt, clock.now());
  }

  async function post(tenant: string): Promise<void> {
    const waiting = departments.flatMap((department) => Array<string>(cards).fill(department));
    await Promise.all(waiting.map((department) => postCard(tenant, conversationOf(tenant, department))));
  }

  /** As messenger and worker do, but for drawing the card and looking it up. */
  async function postCard(tenant: string, conversation: string): Promise<void> {
    for (;;) {
      const turn = await turns.take(tenant, conversation);
      if (turn.kind === 'later') {
        await clock.sleep(turn.seconds * 1000);
        continue;
      }
      const roomAfter = await teams.post(tenant, conversation);
      if (roomAfter === undefined) return turn.end();
      await clock.sleep(turn.endInTrouble(roomAfter) * 1000);
    }
  }
}

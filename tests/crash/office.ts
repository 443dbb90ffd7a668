import type { Random } from '../../bot/demo/random.ts';
import type { Store } from '../../bot/store/store.ts';
import type { OpenCallback } from '../../shared/alert/openCallback.ts';
import { revisionOf } from '../../shared/callback/callback.ts';
import { isOpen, stateOf } from '../../shared/callback/state.ts';
import type { ContactId } from '../../shared/contact/contactId.ts';
import { someId } from '../bot/registered.ts';
import { channel, execute, inChannel, inChat, person, type Scene, send, TENANT } from '../rig/activities.ts';
import type { FakeConnector } from '../rig/fakeConnector.ts';

/** What the people of the test do, and what they were told was done. */
export interface Office {
  readonly channels: Readonly<Record<string, Scene>>;
  readonly kaatje: Scene;
  /** Callbacks whose registration was confirmed, with their subject, which no other has. */
  readonly asked: ReadonlyMap<ContactId, string>;
  /** Callbacks that somebody was told are done. */
  readonly finished: ReadonlySet<ContactId>;
  /** How long it takes to get the first things done after a start, on this machine, in milliseconds. */
  pace(): number;
  /** Registers, and works on what stands in the channels, until the bot does not answer any more. */
  work(url: string, today: string): Promise<void>;
}

const departments = ['grondzaken', 'vergunningen'];

const mostOpen = 10;

export function office(connector: FakeConnector, store: Store, random: Random): Office {
  const gijs = person(2, 'Gijs Grondvast');
  const channels: Record<string, Scene> = {
    grondzaken: inChannel(connector, gijs, channel(1, 'Grondzaken')),
    vergunningen: inChannel(connector, gijs, channel(2, 'Vergunningen')),
  };
  const kaatje = inChat(connector, person(1, 'Kaatje Contactlijn'));
  const asked = new Map<ContactId, string>();
  const finished = new Set<ContactId>();
  let pace = 200;

  return {
    channels,
    kaatje,
    asked,
    finished,
    pace: () => pace,
    async work(url, today) {
      const started = performance.now();
      let isFirst = true;
      try {
        for (;;) {
          await doSomething(url, today);
          if (isFirst) pace = (pace + performance.now() - started) / 2;
          isFirst = false;
        }
      } catch (error) {
        // It was killed: whatever it had not confirmed may or may not have happened.
        if (!isCutOff(error)) throw error;
        if (isFirst) pace *= 1.5;
      }
    },
  };

  async function doSomething(url: string, today: string): Promise<void> {
    const open = await store.due.list(TENANT);
    // Few enough for an alert to name them all.
    const asking = open.length < mostOpen ? register(url, today) : undefined;
    await Promise.all([asking, act(url, open)]);
  }

  async function register(url: string, today: string): Promise<void> {
    const id = someId(today);
    const subject = `Vraag ${id.slice(-8)}`;
    const data = {
      verb: 'registration.submit',
      id,
      outcome: 'callback',
      correcting: false,
      channel: 'telephone',
      department: random.pick(departments),
      citizenName: 'Jan Testburger',
      citizenPhone: '0612345678',
      subject,
    };
    if (await click(url, kaatje, data)) asked.set(id, subject);
  }

  async function act(url: string, open: readonly Pick<OpenCallback, 'id'>[]): Promise<void> {
    const candidates = [...open.map(({ id }) => id), ...[...finished].slice(-2)];
    if (candidates.length === 0) return;
    const id = random.pick(candidates);
    const callback = (await store.contacts.read(TENANT, id))?.callback;
    if (callback === undefined) throw new Error(`Callback ${id} is in the index and not there`);
    const state = stateOf(callback);
    const scene = channels[state.department];
    if (scene === undefined) return;
    const base = { verb: 'callback.act', id, revision: revisionOf(callback) };
    const other = departments.find((department) => department !== state.department);
    const action = isOpen(state)
      ? random.weigh([
          { weight: 1, action: 'take' },
          { weight: 1, action: 'attempt', messageLeft: 'true' },
          { weight: 1, action: 'handOver', department: other },
          { weight: 4, action: 'finish', result: 'spoken' },
        ])
      : { action: 'reopen' };
    // Once it is asked to be opened again, nobody can say that it is done.
    finished.delete(id);
    const isConfirmed = await click(url, scene, { ...base, ...action });
    if (isConfirmed && action.action === 'finish') finished.add(id);
  }

  /** Whether the bot confirmed it, with a card and not with an apology. */
  async function click(url: string, scene: Scene, data: { verb: string; [field: string]: unknown }) {
    const { status, body } = await send(url, execute(scene, { activityId: '1', verb: data.verb, data }));
    return status === 200 && String(body?.type).endsWith('card.adaptive');
  }
}

/** What fetch says of a connection that breaks, or cannot be made. */
function isCutOff(error: unknown): boolean {
  return error instanceof TypeError && /fetch failed|terminated/.test(error.message);
}

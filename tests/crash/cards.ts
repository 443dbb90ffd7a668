import type { Store } from '../../bot/store/store.ts';
import type { Callback } from '../../shared/callback/callback.ts';
import { type CallbackState, isOpen, stateOf } from '../../shared/callback/state.ts';
import { conversationOf, TENANT } from '../rig/activities.ts';
import { wordsOn } from '../rig/cardWords.ts';
import type { FakeConnector, StandingCard } from '../rig/fakeConnector.ts';
import type { Office } from './office.ts';

/** What is not as it was confirmed, or does not stand in the channels as it should. */
export interface CardMistakes {
  readonly lost: readonly string[];
  /** Cards that stand in a channel more than once. */
  readonly repeated: number;
}

/** Compares what people were told with what storage holds, and that with what stands in Teams. */
export async function cardMistakes(
  connector: FakeConnector,
  store: Store,
  { asked, finished, channels }: Office,
): Promise<CardMistakes> {
  const lost: string[] = [];
  let repeated = 0;
  const open = new Set((await store.due.list(TENANT)).map(({ id }) => id));
  const standing = new Map(
    Object.entries(channels).map(([department, scene]) => [
      department,
      connector.cards(conversationOf(scene)),
    ]),
  );
  for (const [id, subject] of asked) {
    const callback = (await store.contacts.read(TENANT, id))?.callback;
    if (callback === undefined) {
      lost.push(`callback ${id} was confirmed and is not there`);
      continue;
    }
    const state = stateOf(callback);
    if (finished.has(id) && state.status !== 'done')
      lost.push(`callback ${id} was finished and is ${state.status}`);
    if (isOpen(state) !== open.has(id))
      lost.push(`the due index does not know that ${id} is ${state.status}`);
    for (const [department, cards] of standing) {
      const own = cards.filter((card) => isCardOf(card, subject));
      repeated += Math.max(0, own.length - timesIn(callback, department));
      if (department === state.department && !own.some((card) => shows(card, state.status))) {
        lost.push(`no card in ${department} shows that ${id} is ${state.status}`);
      }
    }
  }
  return { lost, repeated };
}

/** How often a department had it: every time it gets a card of its own. */
function timesIn({ steps }: Callback, department: string): number {
  return steps.filter((step) => 'department' in step && step.department === department).length;
}

function isCardOf({ card }: StandingCard, subject: string): boolean {
  const words = wordsOn(card);
  return words.includes(subject) && /Terugbelverzoek voor|Overgedragen aan/.test(words);
}

const signs = {
  open: /Nog niet opgepakt|Te laat"/,
  taken: /opgepakt door/i,
  done: /Afgerond, (?:op tijd|te laat)/,
  withdrawn: /Ingetrokken/,
} as const;

function shows({ card }: StandingCard, status: CallbackState['status']): boolean {
  return signs[status].test(wordsOn(card));
}

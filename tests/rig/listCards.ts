import { vi } from 'vitest';
import { execute, type Scene } from './activities.ts';
import type { StandingCard } from './fakeConnector.ts';
import type { TestZeven } from './zeven.ts';

type Card = StandingCard['card'];

export interface RowOnCard {
  readonly words: string;
  /** What a click on the row does. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the bot sent.
  readonly action: any;
}

/** The callbacks on a card with a list. */
export function rowsOn(card: Card): readonly RowOnCard[] {
  const rows = card.body.filter(({ type }: { type: string }) => type === 'ColumnSet');
  return rows.map((row: { columns: unknown; selectAction?: unknown }) => ({
    words: textsIn(row.columns).join(' '),
    action: row.selectAction,
  }));
}

function textsIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const inner = Object.values(part).flatMap(textsIn);
  return 'text' in part && typeof part.text === 'string' ? [part.text, ...inner] : inner;
}

/** The list as who clicks "Open lijst" on an alert sees it; `changes` are to what Teams sends. */
export async function listFor(house: TestZeven, scene: Scene, changes: object = {}): Promise<Card> {
  const data = { verb: 'callbacks.list', from: 0 };
  const click = execute(scene, { activityId: '1', verb: data.verb, data });
  const { body } = await house.send({ ...click, ...changes });
  return body.value;
}

/** Types "open" until the list has a row: it follows what was asked in a moment. */
export function openWithRow(house: TestZeven, scene: Scene): Promise<StandingCard> {
  return vi.waitUntil(async () => {
    const list = await house.type(scene, 'open');
    return rowsOn(list.card).length > 0 && list;
  });
}

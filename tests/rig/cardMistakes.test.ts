import { describe, expect, it } from 'vitest';
import { cardMistakes, cardsIn } from './cardMistakes.ts';

const card = (...body: object[]) => ({ type: 'AdaptiveCard', version: '1.5', body });
const button = { type: 'Action.Execute', title: 'Oppakken', data: { verb: 'take' } };

describe('a card that Teams would not draw as it is meant', () => {
  it.each([
    ['an element that does not exist', card({ type: 'TextBlok', text: 'Berm' })],
    ['a value that does not exist', card({ type: 'TextBlock', text: 'Berm', color: 'purple' })],
    ['an input without an id', card({ type: 'Input.Text' })],
    ['two inputs with one id', card({ type: 'Input.Text', id: 'note' }, { type: 'Input.Text', id: 'note' })],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of a card's template.
    ['an expression that was not filled in', card({ type: 'TextBlock', text: '${title}' })],
    ['a button that older phones do not know', { ...card(), actions: [button] }],
    ['more than fits', card({ type: 'TextBlock', text: 'a'.repeat(28 * 1024) })],
  ])('%s', (_what, content) => {
    expect(cardMistakes(content)).toHaveLength(1);
  });

  it('is told apart from a good one', () => {
    const fallback = { ...button, type: 'Action.Submit' };
    const good = card({ type: 'TextBlock', text: 'Berm', color: 'good' }, { type: 'Input.Text', id: 'note' });
    expect(cardMistakes({ ...good, actions: [{ ...button, fallback }] })).toEqual([]);
  });
});

it('finds a card wherever it is in what the bot sent', () => {
  const answer = { task: { type: 'continue', value: { card: { content: card() } } } };
  expect(cardsIn(answer)).toEqual([card()]);
  expect(cardsIn({ attachments: [{ content: card() }] })).toEqual([card()]);
  expect(cardsIn({ text: 'Goed' })).toEqual([]);
});

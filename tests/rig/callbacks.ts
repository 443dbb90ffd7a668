import type { ContactId } from '../../shared/contact/contactId.ts';
import { idOn } from '../bot/cardId.ts';
import { conversationOf, message, type Scene } from './activities.ts';
import { citizen, wordsOn } from './cardWords.ts';
import type { StandingCard } from './fakeConnector.ts';
import type { ClickAnswer, TestZeven } from './zeven.ts';

/** A registration that Kaatje made: its receipt stands in her chat. */
export interface Asked {
  readonly id: ContactId;
  readonly receipt: StandingCard;
}

/** Links the two departments of the test municipality to their channels. */
export async function linkBoth({ send, grondzaken, vergunningen }: TestZeven): Promise<void> {
  await send(message(grondzaken, 'koppel Grondzaken'));
  await send(message(vergunningen, 'koppel Vergunningen'));
}

/** Kaatje registers; returns when the receipt stands in her chat, so that no update of hers is still under way. */
export async function register(house: TestZeven, button: string, inputs: object): Promise<Asked> {
  const { kaatje, connector } = house;
  const form = await house.type(kaatje, 'contact');
  await house.click(kaatje, form, button, { channel: 'telephone', ...inputs });
  const receipt = () => connector.cards(conversationOf(kaatje)).find(({ id }) => id === form.id);
  await connector.until(() => receipt()?.version === 2, 'the receipt stands');
  return { id: idOn(form), receipt: receipt() ?? form };
}

/** Kaatje asks Grondzaken, or who the inputs say, to call somebody back. */
export function askCallback(house: TestZeven, inputs: object = {}): Promise<Asked> {
  const answers = { department: 'grondzaken', ...citizen, ...inputs };
  return register(house, 'Terugbelverzoek vastleggen', answers);
}

/** Kaatje corrects what she registered: the form opens, she changes these answers and presses the button. */
export async function correct(
  house: TestZeven,
  { receipt }: Asked,
  button: string,
  inputs: object,
): Promise<ClickAnswer> {
  const { value: form } = await house.click(house.kaatje, receipt, 'Corrigeren');
  return house.click(house.kaatje, { ...receipt, card: form }, button, { ...answersIn(form), ...inputs });
}

/** The card in this channel, as soon as there is one that says these words. */
export async function cardIn(
  { connector }: TestZeven,
  scene: Scene,
  words = '',
  limitMs = 5_000,
): Promise<StandingCard> {
  const found = () =>
    connector.cards(conversationOf(scene)).find(({ card }) => wordsOn(card).includes(words));
  await connector.until(() => found() !== undefined, `a card that says "${words}"`, limitMs);
  return found() ?? Promise.reject(new Error('The card went away'));
}

/** What stands in the fields of a form, as a client sends it along with the button. */
function answersIn(form: unknown): Record<string, string> {
  if (typeof form !== 'object' || form === null) return {};
  const inner = Object.values(form).map(answersIn);
  const answers: Record<string, string> = Object.assign({}, ...inner);
  const isField = 'type' in form && String(form.type).startsWith('Input.') && 'id' in form && 'value' in form;
  return isField ? { ...answers, [String(form.id)]: String(form.value) } : answers;
}

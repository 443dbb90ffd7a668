import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  conversationOf,
  fetchTask,
  inChat,
  message,
  person,
  submitAction,
  TENANT,
} from '../rig/activities.ts';
import { citizen, wordsOn } from '../rig/cardWords.ts';
import { type ClosableStorage, closableStorage } from '../rig/closableStorage.ts';
import { startTestZeven, type TestZeven } from '../rig/zeven.ts';
import { idOn } from './cardId.ts';

let storage: ClosableStorage;
let house: TestZeven;
beforeEach(async () => {
  storage = await closableStorage();
  house = await startTestZeven({ storage });
});
afterEach(async () => {
  storage.open();
  await house.stop();
  await storage.stop();
});

const inputs = { channel: 'telephone', department: 'grondzaken', note: 'Over de heg', ...citizen };

describe('a registration that storage does not take', () => {
  it('comes back with what was typed and a sentence, and can be sent again', async () => {
    const form = await house.type(house.kaatje, 'contact');
    storage.close();
    const { value } = await house.click(house.kaatje, form, 'Terugbelverzoek vastleggen', inputs);
    const words = wordsOn(value);
    expect(words).toContain('lukt nu niet');
    for (const typed of ['Over de heg', 'Jan Testburger', '06 12345678', 'Berm']) {
      expect(words).toContain(typed);
    }

    storage.open();
    const formAgain = { ...form, card: value };
    const receipt = await house.click(house.kaatje, formAgain, 'Terugbelverzoek vastleggen', inputs);
    expect(wordsOn(receipt.value)).toContain('Vastgelegd');
    expect(await house.store.contacts.read(TENANT, idOn(form))).toBeDefined();
  });

  it('comes back in a dialog as well', async () => {
    const opened = await house.send(fetchTask(house.kaatje, { commandId: 'registerContact' }));
    const { data } = opened.body.task.value.card.content.actions[0];
    storage.close();
    const answer = await house.send(
      submitAction(house.kaatje, { commandId: 'registerContact', data: { ...data, ...inputs } }),
    );
    expect(wordsOn(answer.body)).toMatch(/lukt nu niet.*Over de heg/);
  });
});

describe('while storage refuses', () => {
  it('somebody new is told that it went wrong, with a number, and is helped when it is over', async () => {
    const nora = inChat(house.connector, person(5, 'Nora Nieuw'));
    storage.close();
    await house.send(message(nora, 'contact'));
    const said = house.connector.standing(conversationOf(nora)).at(-1)?.activity.text;
    expect(said).toMatch(/ging mis.*nummer: [0-9a-f]{8}\./);
    storage.open();
    expect(wordsOn((await house.type(nora, 'contact')).card)).toContain('Contact registreren');
  });

  it('a click on a card is answered with a sentence, and the card stays', async () => {
    const form = await house.type(house.kaatje, 'contact');
    const { value } = await house.click(house.kaatje, form, 'Direct opgelost', { channel: 'counter' });
    storage.close();
    const answer = await house.click(house.kaatje, { ...form, card: value }, 'Corrigeren');
    expect(answer.type).toBe('application/vnd.microsoft.activity.message');
    expect(answer.value).toMatch(/ging mis/);
  });
});

import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Activity, conversationOf, message, TENANT } from '../../rig/activities.ts';
import { startTestZeven, type TestZeven } from '../../rig/zeven.ts';
import { idOn } from '../cardId.ts';

let house: TestZeven;
let agent: Agent;
beforeEach(async () => {
  house = await startTestZeven();
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
});
afterEach(async () => {
  agent.destroy();
  await house.connector.stop();
});

/** Posts over a connection that is kept for the next request, as the proxies before a bot in the cloud do. */
async function post(activity: Activity): Promise<IncomingMessage> {
  const sending = request(`${house.url}/api/messages`, {
    method: 'POST',
    agent,
    headers: { 'Content-Type': 'application/json' },
  });
  sending.end(JSON.stringify(activity));
  const [answer] = await once(sending, 'response');
  await text(answer);
  return answer;
}

describe('a bot that stops', () => {
  it('answers what it was asked before, and takes nothing new', async () => {
    const { connector, kaatje, zeven } = house;
    connector.trouble({ kind: 'slow', ms: 500 });
    const asked = post(message(kaatje, 'contact'));
    await connector.until(() => connector.calls.length === 1, 'the answer is on its way');

    const stopped = zeven.stop();
    await expect(post(message(kaatje, 'help'))).rejects.toThrow();
    await expect(fetch(house.url)).rejects.toThrow();
    expect((await asked).statusCode).toBe(200);
    await stopped;
    expect(connector.calls).toHaveLength(1);
  });

  it('does not wait for connections that are only kept open', async () => {
    const { connector, kaatje, zeven } = house;
    await post(message(kaatje, 'contact'));
    connector.trouble({ kind: 'slow', ms: 300 });
    const asked = post(message(kaatje, 'contact'));
    await connector.until(() => connector.calls.length === 2, 'the answer is on its way');

    const stopped = zeven.stop();
    expect((await asked).headers.connection).toBe('close');
    const answered = performance.now();
    await stopped;
    // Node by itself keeps such a connection for five seconds.
    expect(performance.now() - answered).toBeLessThan(1500);
  });

  it('first puts the receipt in place that follows an answer', async () => {
    const { connector, kaatje, zeven } = house;
    const card = await house.type(kaatje, 'contact');
    connector.trouble({ kind: 'slow', ms: 500 }, { only: 'update' });
    await house.click(kaatje, card, 'Direct opgelost', { channel: 'counter' });
    const answered = performance.now();
    await zeven.stop();
    expect(performance.now() - answered).toBeGreaterThan(400);
    expect(connector.cards(conversationOf(kaatje))[0]?.version).toBe(2);
  });

  it('first notes where the card stands that it is posting, so that nobody posts it again', async () => {
    const { connector, kaatje, grondzaken, zeven, store } = house;
    await house.send(message(grondzaken, 'koppel Grondzaken'));
    const card = await house.type(kaatje, 'contact');
    const posts = connector.calls.length;
    connector.trouble({ kind: 'slow', ms: 500 }, { only: 'post' });
    await house.click(kaatje, card, 'Terugbelverzoek vastleggen', {
      channel: 'telephone',
      department: 'grondzaken',
      citizenName: 'Jan Testburger',
      citizenPhone: '06 12345678',
      subject: 'Berm',
    });
    await connector.until(
      () => connector.calls.slice(posts).some(({ kind }) => kind === 'post'),
      'the card is being posted',
    );
    await zeven.stop();
    const [standing] = connector.cards(conversationOf(grondzaken));
    expect(await store.cards.list(TENANT, idOn(card))).toMatchObject([
      { activity: standing?.id, shownRevision: 1 },
    ]);
  });
});

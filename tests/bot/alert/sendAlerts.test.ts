import type { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendAlerts } from '../../../bot/alert/sendAlerts.ts';
import {
  type Activity,
  channel,
  conversationOf,
  inChat,
  installation,
  message,
  person,
  type Scene,
  TENANT,
} from '../../rig/activities.ts';
import { type TestStorage, testStorage } from '../../rig/azurite.ts';
import { askCallback, cardIn, linkBoth } from '../../rig/callbacks.ts';
import { wordsOn } from '../../rig/cardWords.ts';
import { botRemoved, outage, throttled } from '../../rig/fakeConnector.ts';
import type { Standing } from '../../rig/fakeConversations.ts';
import { startTestZeven, type TestZeven } from '../../rig/zeven.ts';
import { local } from '../../shared/alert/openCallbacks.ts';

let storage: TestStorage;
let house: TestZeven;
let clock: Temporal.Instant;
let before: Map<string, number>;

/** It is Monday; what is asked now is due on Wednesday at five. */
beforeEach(async () => {
  clock = local('2026-11-23T10:00');
  before = new Map();
  storage = testStorage();
  house = await startTestZeven({ now: () => clock, storage });
  await linkBoth(house);
  await look('2026-11-23T10:00');
});
afterEach(() => house.stop());

/** It is this local time, and Zeven looks whether there is anything to tell. */
async function look(time: string): Promise<void> {
  clock = local(time);
  for (const scene of [house.grondzaken, house.vergunningen]) told(scene);
  while ((await sendAlerts(TENANT, house.zeven.services)).kind === 'later') clock = clock.add({ seconds: 5 });
}

/** What was said in a channel or chat since the last time it was asked for: texts, and the words of cards. */
function told(scene: Scene): string[] {
  const standing = house.connector.standing(conversationOf(scene));
  const fresh = standing.slice(before.get(conversationOf(scene)) ?? 0);
  before.set(conversationOf(scene), standing.length);
  return fresh.map(({ activity }) => [activity.text, ...(activity.attachments ?? []).map(wordsOn)].join(' '));
}

/** What stands in the channel of Grondzaken and says these words. */
function saying(words: string): Standing | undefined {
  const standing = house.connector.standing(conversationOf(house.grondzaken));
  return standing.find(({ activity }) => wordsOn(activity).includes(words));
}

describe('a department', () => {
  it('is told every working morning what is open, and nothing twice', async () => {
    await askCallback(house, { subject: 'Berm' });
    await cardIn(house, house.grondzaken, 'Berm');
    const days = [];
    for (const time of [
      '2026-11-24T08:29',
      '2026-11-24T08:30',
      '2026-11-24T09:00',
      '2026-11-25T08:30',
      '2026-11-25T14:59',
      '2026-11-25T15:00',
      '2026-11-25T18:00',
      '2026-11-26T08:30',
      '2026-11-27T08:30',
      '2026-11-28T10:00',
      '2026-11-30T08:30',
    ]) {
      await look(time);
      days.push([time, told(house.grondzaken).length]);
    }
    expect(Object.fromEntries(days)).toEqual({
      '2026-11-24T08:29': 0,
      '2026-11-24T08:30': 1,
      '2026-11-24T09:00': 0,
      '2026-11-25T08:30': 1,
      '2026-11-25T14:59': 0,
      '2026-11-25T15:00': 1,
      '2026-11-25T18:00': 0,
      '2026-11-26T08:30': 1,
      '2026-11-27T08:30': 1,
      '2026-11-28T10:00': 0,
      '2026-11-30T08:30': 1,
    });
  });

  it('reads what is too late, for today, for the next working day, and by nobody taken', async () => {
    await askCallback(house, { subject: 'Berm' });
    clock = local('2026-11-24T10:00');
    await askCallback(house, { subject: 'Dakkapel' });
    clock = local('2026-11-25T10:00');
    await askCallback(house, { subject: 'Kermis' });
    await expect.poll(() => house.store.due.list(TENANT)).toHaveLength(3);
    await look('2026-11-26T08:30');
    const alert = told(house.grondzaken).find((words) => words.includes('Terugbelverzoeken vandaag'));
    expect(alert).toMatch(
      /Te laat \(1\).*Berm.*Voor vandaag \(1\).*Dakkapel.*volgende werkdag \(1\).*Kermis/,
    );
    expect(alert).toContain('Nog door niemand opgepakt: 3 van 3 verzoeken');
  });

  it('reads in one line that all is well', async () => {
    await look('2026-11-24T08:30');
    expect(told(house.vergunningen)).toEqual([expect.stringMatching(/^Vergunningen: niets te laat/)]);
  });

  it('is told nothing of what is done', async () => {
    await askCallback(house, { subject: 'Berm' });
    const card = await cardIn(house, house.grondzaken, 'Berm');
    await house.click(house.grondzaken, card, 'Afgerond');
    await expect.poll(() => house.store.due.list(TENANT)).toEqual([]);
    await look('2026-11-25T08:30');
    expect(told(house.grondzaken)).toEqual([expect.stringMatching(/niets te laat/)]);
    await look('2026-11-25T15:00');
    expect(told(house.grondzaken)).toEqual([]);
  });

  it('calls who took it by name, and only them', async () => {
    await askCallback(house, { subject: 'Berm' });
    await house.click(house.grondzaken, await cardIn(house, house.grondzaken, 'Berm'), 'Oppakken');
    await cardIn(house, house.grondzaken, 'Opgepakt door');
    await askCallback(house, { subject: 'Dakkapel' });
    await expect
      .poll(async () => (await house.store.due.list(TENANT)).map(({ owner }) => owner?.name))
      .toContain('Gijs Grondvast');
    await expect.poll(() => house.store.due.list(TENANT)).toHaveLength(2);
    await look('2026-11-25T15:00');
    const warning = saying('nog vóór sluitingstijd');
    expect(warning?.activity.text).toBe('<at>Gijs Grondvast</at>: 1 verzoek nog vóór sluitingstijd');
    expect(warning?.activity.entities).toEqual([
      {
        type: 'mention',
        text: '<at>Gijs Grondvast</at>',
        mentioned: { id: '29:1zeven-0002', name: 'Gijs Grondvast' },
      },
    ]);
    expect(wordsOn(warning?.activity)).toContain('Dakkapel');
  });
});

describe('a channel that was just linked', () => {
  const elsewhere = () => ({ ...house.grondzaken, channel: channel(6, 'Elders') });

  it.each([
    ['before half past eight gets the alert of that morning', '2026-11-24T07:00', 1],
    ['after that hears from the next morning on', '2026-11-24T08:45', 0],
  ])('%s', async (_when, linkedAt, alerts) => {
    clock = local(linkedAt);
    await house.send(message(elsewhere(), 'koppel nieuw Beheer'));
    told(elsewhere());
    await look(linkedAt);
    await look('2026-11-24T09:00');
    expect(told(elsewhere())).toHaveLength(alerts);
    await look('2026-11-25T08:30');
    expect(told(elsewhere())).toHaveLength(1);
  });
});

describe('the team lead', () => {
  const petra = person(3, 'Petra Perceel');

  /** Petra leads Grondzaken; a request of Monday is still open on Friday. */
  async function leadAndLate(): Promise<Scene> {
    house.connector.setMembers(house.grondzaken.channel?.teamId ?? '', [petra]);
    await house.send(mentioning(message(house.grondzaken, 'teamleider <at>Petra Perceel</at>'), petra));
    expect(told(house.grondzaken).join()).toContain('Petra Perceel krijgt voortaan bericht');
    await look('2026-11-23T10:01');
    await askCallback(house, { subject: 'Berm' });
    await cardIn(house, house.grondzaken, 'Berm');
    for (const day of ['24', '25', '26']) await look(`2026-11-${day}T08:30`);
    // The bot opens the chat by the id of Entra.
    return inChat(house.connector, { ...petra, id: petra.aadObjectId });
  }

  it('is told in person what stays overdue for another working day, once', async () => {
    const chat = await leadAndLate();
    expect(told(chat)).toEqual([]);
    await look('2026-11-27T08:30');
    expect(told(chat)).toEqual([
      expect.stringMatching(/1 verzoek meer dan een werkdag te laat.*Grondzaken.*Berm/),
    ]);
    expect(saying('donderdag 26 november')?.activity.text).toBeUndefined();
    expect(saying('vrijdag 27 november')?.activity.text).toBeUndefined();
    await look('2026-11-30T08:30');
    expect(told(chat)).toEqual([]);
  });

  it('is mentioned in the channel where the bot may not tell them in person', async () => {
    const chat = await leadAndLate();
    house.connector.trouble(botRemoved, { only: 'create', times: 9 });
    await look('2026-11-27T08:30');
    expect(told(chat)).toEqual([]);
    const alert = saying('Grondzaken, vrijdag 27 november');
    expect(alert?.activity.text).toBe('<at>Petra Perceel</at>: 1 verzoek meer dan een werkdag te laat');
    expect(wordsOn(alert?.activity)).toContain('Terugbelverzoeken vandaag');
  });

  it('is known by who asks, and can be nobody', async () => {
    await leadAndLate();
    told(house.grondzaken);
    await house.send(message(house.grondzaken, 'teamleider'));
    await house.send(message(house.grondzaken, 'teamleider geen'));
    await house.send(message(house.grondzaken, 'teamleider'));
    expect(told(house.grondzaken)).toEqual([
      expect.stringContaining('De teamleider van Grondzaken is Petra Perceel'),
      expect.stringContaining('Grondzaken heeft geen teamleider meer'),
      expect.stringContaining('Grondzaken heeft nog geen teamleider'),
    ]);
  });

  it('belongs to a department: first its channel is linked', async () => {
    const elsewhere = { ...house.grondzaken, channel: channel(3, 'Elders') };
    await house.send(message(elsewhere, 'teamleider'));
    expect(told(elsewhere).join()).toContain('Koppel dit kanaal eerst');
    await house.send(message(house.kaatje, 'teamleider'));
    expect(told(house.kaatje).join()).toContain('in haar eigen kanaal');
  });
});

describe('the contact centre and the management team', () => {
  let kcc: Scene;
  let dmt: Scene;
  beforeEach(async () => {
    kcc = { ...house.grondzaken, channel: channel(4, 'KCC') };
    dmt = { ...house.grondzaken, channel: channel(5, 'DMT') };
    await house.send(message(kcc, 'koppel KCC'));
    await house.send(message(dmt, 'koppel Directie- en managementteam'));
    expect(told(kcc).join()).toContain('Elke werkdag');
    expect(told(dmt).join()).toContain('Elke maandag');
    await look('2026-11-23T10:01');
  });

  it('get their figures: every working day, and on Monday', async () => {
    const mornings = [];
    for (const day of ['24', '25', '28', '30']) {
      await look(`2026-11-${day}T08:30`);
      mornings.push([day, told(kcc).length, told(dmt).length]);
    }
    expect(mornings).toEqual([
      ['24', 1, 0],
      ['25', 1, 0],
      ['28', 0, 0],
      ['30', 1, 1],
    ]);
  });

  it('read value, norm and what may still go wrong', async () => {
    await askCallback(house, { subject: 'Berm' });
    await expect.poll(() => house.store.rollups.read(TENANT, '2026-11')).toBeDefined();
    await look('2026-11-24T08:30');
    const [figures = ''] = told(kcc);
    expect(figures).toMatch(
      /De cijfers van het KCC.*In één keer afgehandeld: .*0%.*Nog geen metingen: Service level telefoon/,
    );
    expect(figures).toContain('Norm: meer dan 95%');
  });

  it('get no callbacks', async () => {
    const { card } = await house.type(house.kaatje, 'contact');
    const field = card.body.find(({ id }: { id: string }) => id === 'department');
    expect(field.choices.map(({ title }: { title: string }) => title)).toEqual([
      'Grondzaken',
      'Vergunningen',
    ]);
  });
});

describe('when Teams is in trouble', () => {
  it.each([
    ['busy', throttled(2)],
    ['out of order', outage(503)],
  ])('%s, the alert comes all the same, once', async (_what, trouble) => {
    house.connector.trouble(trouble, { only: 'post', times: 2 });
    await look('2026-11-24T08:30');
    expect(told(house.grondzaken)).toHaveLength(1);
    expect(told(house.vergunningen)).toHaveLength(1);
  });

  it('and the bot was removed, what it missed comes as one message when it is back', async () => {
    await askCallback(house, { subject: 'Berm' });
    await askCallback(house, { subject: 'Dakkapel' });
    await expect.poll(() => house.store.due.list(TENANT)).toHaveLength(2);
    await expect.poll(() => house.connector.cards(conversationOf(house.grondzaken)).length).toBe(2);
    house.connector.trouble(botRemoved, { only: 'post', times: 2 });
    for (const day of ['24', '25', '26']) await look(`2026-11-${day}T08:30`);
    expect([...told(house.grondzaken), ...told(house.vergunningen)]).toEqual([]);
    house.connector.mend();
    clock = local('2026-11-26T14:00');
    await house.send(installation(house.grondzaken, 'add'));
    told(house.grondzaken);
    await look('2026-11-26T14:01');
    expect(told(house.grondzaken)).toEqual([
      expect.stringMatching(/2 verzoeken te laat(?=.*Berm)(?=.*Dakkapel)/),
    ]);
  });
});

it('two instances tell each thing once', async () => {
  const { services } = house.zeven;
  await askCallback(house, { subject: 'Berm' });
  await cardIn(house, house.grondzaken, 'Berm');
  const other = await startTestZeven({ now: () => clock, storage });
  try {
    clock = local('2026-11-25T15:00');
    told(house.grondzaken);
    await Promise.all([sendAlerts(TENANT, services), sendAlerts(TENANT, other.zeven.services)]);
    await Promise.all([sendAlerts(TENANT, services), sendAlerts(TENANT, other.zeven.services)]);
    expect(told(house.grondzaken)).toHaveLength(1);
  } finally {
    await other.stop();
  }
});

/** The message, with the person in it really mentioned. */
function mentioning(activity: Activity, { id, name }: { id: string; name: string }): Activity {
  const mention = { type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } };
  const entities = Array.isArray(activity['entities']) ? activity['entities'] : [];
  return { ...activity, entities: [...entities, mention] };
}

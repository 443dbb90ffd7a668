import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { feedbackToken } from '../../bot/feedback/feedbackToken.ts';
import { invite } from '../../bot/feedback/invite.ts';
import { feedbackAddress } from '../../bot/tabLinks.ts';
import type { Rating } from '../../shared/fact/rating.ts';
import type { RatedWork } from '../../shared/feedback/invitation.ts';
import { settings } from '../../shared/settings.ts';
import { channel, conversationOf, execute, inChannel, message, submit, TENANT } from '../rig/activities.ts';
import { askCallback, cardIn, linkBoth } from '../rig/callbacks.ts';
import { cardMistakes } from '../rig/cardMistakes.ts';
import { wordsOn } from '../rig/cardWords.ts';
import type { StandingCard } from '../rig/fakeConnector.ts';
import { startTestZeven, type TestZeven } from '../rig/zeven.ts';

const start = Temporal.Instant.from('2026-11-26T10:32+01:00'); // a Thursday

let house: TestZeven;
let clock = start;
beforeAll(async () => {
  house = await startTestZeven({ now: () => clock });
  await linkBoth(house);
});
afterAll(() => house.stop());
beforeEach(() => {
  clock = start;
});

const aCase: RatedWork = { about: 'case', department: 'grondzaken', process: 'strook-grond' };

async function link(work = aCase): Promise<string> {
  const invited = await invite(TENANT, work, `${house.url}/beoordeling`, house.zeven.services);
  return invited.link;
}

let lastAddress = 0;

/** Each from an address of its own, as citizens come. */
function headersOf(headers: Record<string, string>): Record<string, string> {
  return { 'X-Forwarded-For': `10.0.0.1, 192.0.2.${++lastAddress}:51234`, ...headers };
}

interface Page {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

async function open(url: string, headers: Record<string, string> = {}): Promise<Page> {
  const response = await fetch(url, { headers: headersOf(headers) });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

async function send(
  url: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Page> {
  const body = new URLSearchParams(form);
  const response = await fetch(url, { method: 'POST', body, headers: headersOf(headers) });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

async function ratings(): Promise<Rating[]> {
  const kept: Rating[] = [];
  for await (const some of house.store.facts.readAll(TENANT, 'ratings')) kept.push(...some);
  return kept;
}

const heading = ({ text }: Page) => /<h1>(.*?)<\/h1>/s.exec(text)?.[1];

describe('the page', () => {
  it('asks for a mark and a remark, in the name of the municipality', async () => {
    const page = await open(await link());
    expect(page.status).toBe(200);
    expect(page.text).toContain('<html lang="nl">');
    expect(page.text).toContain('Gemeente Testdam');
    expect(page.text).toContain('Uw aanvraag is klaar.');
    expect(page.text.match(/type="radio" name="score" value="(\d+)"/g)).toHaveLength(10);
    expect(page.text).not.toMatch(/<script|strook-grond|grondzaken/i);
  });

  it('speaks English to who reads that', async () => {
    const page = await open(await link({ ...aCase, about: 'contact' }), { 'Accept-Language': 'en-GB,nl' });
    expect(page.text).toContain('<html lang="en">');
    expect(heading(page)).toBe('What do you think of us?');
  });

  it('can run nothing, send nothing elsewhere, and is kept and found by nobody', async () => {
    const { headers, text } = await open(await link());
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
      ),
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const style = /<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '';
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
    expect(headers.get('content-security-policy')).toContain(Buffer.from(digest).toString('base64'));
  });
});

describe('a link', () => {
  it('is used once: a preview does not use it, of two at once one counts, and then it says so', async () => {
    const url = await link();
    const before = (await ratings()).length;
    for (let times = 0; times < 3; times++) expect((await open(url)).status).toBe(200);

    const both = await Promise.all([send(url, { score: '9' }), send(url, { score: '2' })]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both.map(heading).sort()).toEqual(['Dank u wel', 'U gaf al een beoordeling. Dank u wel.']);
    expect(await ratings()).toHaveLength(before + 1);

    expect(heading(await open(url))).toBe('U gaf al een beoordeling. Dank u wel.');
    expect(heading(await send(url, { score: '1' }))).toBe('U gaf al een beoordeling. Dank u wel.');
    expect(await ratings()).toHaveLength(before + 1);
  });

  it('whose rating was kept by a process that died then says so, too', async () => {
    const { link: url, invitation } = await invite(
      TENANT,
      aCase,
      `${house.url}/beoordeling`,
      house.zeven.services,
    );
    const { id } = invitation;
    await house.store.facts.addOnce(TENANT, 'ratings', 'feedback', {
      ...aCase,
      id,
      day: '2026-11-26',
      score: 7,
      remark: '',
    });
    expect(heading(await send(url, { score: '1' }))).toBe('U gaf al een beoordeling. Dank u wel.');
    expect(heading(await open(url))).toBe('U gaf al een beoordeling. Dank u wel.');
    expect((await ratings()).find((rating) => rating.id === id)?.score).toBe(7);
  });

  it('that does not work says the same to everybody, whatever is wrong with it', async () => {
    const good = await link();
    const expired = await link();
    const { store } = house;
    const key = await store.invitations.signingKey(TENANT);
    const other = '7e000000-0000-4000-8000-0000000000ff';
    const id = 'AAECAwQFBgcICQoLDA0ODw';
    const wrong = [
      good.slice(0, -1) + (good.endsWith('A') ? 'B' : 'A'),
      `${house.url}/beoordeling/${feedbackToken({ tenant: TENANT, id }, key)}`,
      `${house.url}/beoordeling/${feedbackToken({ tenant: other, id }, key)}`,
      `${house.url}/beoordeling/${feedbackToken({ tenant: other, id }, await store.invitations.signingKey(other))}`,
      `${house.url}/beoordeling/`,
      `${house.url}/beoordeling/${'x'.repeat(300)}`,
      `${house.url}/beoordeling/..%2f..%2f%27%3Cscript%3E`,
    ];
    const pages = [
      ...(await Promise.all(wrong.map((url) => open(url)))),
      ...(await Promise.all(wrong.map((url) => send(url, { score: '9' })))),
    ];
    clock = Temporal.Instant.from('2027-01-26T00:00+01:00');
    pages.push(await open(expired), await send(expired, { score: '9' }));

    expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([404]));
    expect(heading(pages[0] ?? expect.fail())).toBe('Deze link werkt niet (meer)');
    expect(pages[0]?.text).not.toContain('Testdam');
  });

  it('works to the last minute of its last day', async () => {
    const url = await link();
    clock = Temporal.Instant.from('2027-01-25T23:59+01:00');
    expect((await open(url)).status).toBe(200);
  });

  it('leads to the domain of the municipality, or in local mode to this program', () => {
    const audience = 'api://zeven.waterland.example/7e000000-0000-4000-8000-0000000000aa';
    const inTeams = { kind: 'entra', audience, teamsAppId: 'any' } as const;
    expect(feedbackAddress(inTeams, 'http://0.0.0.0:3978')).toBe(
      'https://zeven.waterland.example/beoordeling',
    );
    expect(feedbackAddress({ kind: 'local' }, 'http://127.0.0.1:3978')).toBe(
      'http://127.0.0.1:3978/beoordeling',
    );
  });
});

describe('a mistake', () => {
  it('brings the form again with what was typed, and says at the field what is wrong', async () => {
    const url = await link();
    const remark = '\n<b>"Fijn"</b> & 123456782';
    const { status, text } = await send(url, { score: '8', remark });
    expect(status).toBe(422);
    expect(text).toContain('<title>Fout: ');
    expect(text).toContain('value="8" required checked>');
    expect(text).toContain('&lt;b&gt;&quot;Fijn&quot;&lt;/b&gt; &amp; 123456782</textarea>');
    expect(text).toMatch(/<p class="wrong" id="remark-mistake" role="alert">.*burgerservicenummer/);
    expect(text).toMatch(/<textarea [^>]*aria-describedby="remark-mistake remark-hint" aria-invalid="true"/);
    expect(text).not.toContain('score-mistake');

    const without = await send(url, { remark: 'Fijn' });
    expect(without.status).toBe(422);
    expect(without.text).toMatch(/<fieldset [^>]*aria-describedby="score-mistake scale"/);
    expect(without.text).toMatch(/id="score-mistake" role="alert">Kies een cijfer/);
    expect((await send(url, { score: '8', remark: 'x'.repeat(1001) })).text).toContain('1.000 tekens');
    expect(heading(await send(url, { score: '8', remark: 'Fijn' }))).toBe('Dank u wel');
  });

  it.each([
    ['JSON', 'application/json', '{"score":"9"}', 422],
    ['a file', 'multipart/form-data; boundary=x', '--x--', 422],
    ['nothing', 'application/x-www-form-urlencoded', '', 422],
    ['far too much', 'application/x-www-form-urlencoded', `score=9&remark=${'x'.repeat(17_000)}`, 413],
  ])('of a program that sends %s keeps nothing', async (_, type, body, status) => {
    const url = await link();
    const headers = headersOf({ 'Content-Type': type });
    expect((await fetch(url, { method: 'POST', body, headers })).status).toBe(status);
    expect((await open(url)).text).toContain('<form');
  });
});

it('who asks too much is told to wait, and others are not', async () => {
  const url = await link();
  const mine = `192.0.2.${++lastAddress}`;
  // Every connection has a port of its own.
  const many = Array.from({ length: settings.feedback.pagesInWindow + 1 }, (_, port) =>
    open(url, { 'X-Forwarded-For': `${mine}:${port}` }),
  );
  const refused = (await Promise.all(many)).filter(({ status }) => status !== 200);
  expect(refused.map(({ status }) => status)).toEqual([429]);
  const [page = expect.fail()] = refused;
  expect(heading(page)).toBe('Het is even te druk');
  const wait = Number(page.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(settings.feedback.windowSeconds);

  const sent = await send(url, { score: '9' }, { 'X-Forwarded-For': `10.9.9.9, ${mine}:80` });
  expect(sent.status).toBe(429);
  expect((await send(url, { score: '9' })).status).toBe(200);
});

it('a mark counts on the scorecard, that of a case below five twice', async () => {
  const token = await fetch(`${house.url}/api/local/token`, { method: 'POST' });
  const authorization = `Bearer ${(await token.json()).token}`;
  const figures = async () => {
    const response = await fetch(`${house.url}/api/scorecard?department=vergunningen&process=kapvergunning`, {
      headers: { authorization },
    });
    const { answers } = await response.json();
    const byId = Object.fromEntries(
      answers.map(({ id, numerator, denominator }: Record<string, unknown>) => [
        id,
        [numerator, denominator],
      ]),
    );
    return [byId['rating'], byId['lowRatings']];
  };
  const work = { department: 'vergunningen', process: 'kapvergunning' };
  await send(await link({ ...work, about: 'contact' }), { score: '3', remark: '' });
  await send(await link({ ...work, about: 'case' }), { score: '4', remark: 'Duurde\r\nlang' });
  await send(await link({ ...work, about: 'case' }), { score: '9', remark: '' });
  const kept = (await ratings()).filter(({ department }) => department === 'vergunningen');
  expect(kept.map(({ score, day, remark }) => [score, day, remark]).sort()).toEqual([
    [3, '2026-11-26', ''],
    [4, '2026-11-26', 'Duurde\nlang'],
    [9, '2026-11-26', ''],
  ]);
  await expect.poll(figures, { timeout: 5_000 }).toEqual([
    [16, 3],
    [1, 2],
  ]);
});

/** The message to the citizen, as it stands in the field of a card. */
function messageOn(card: StandingCard['card']): string {
  return card.body.find(({ id }: { id?: string }) => id === 'message').value;
}

function linkIn(text: string): string {
  return /^http:\S+$/m.exec(text)?.[0] ?? expect.fail(`No link in: ${text}`);
}

describe('"beoordeling"', () => {
  it('in a chat makes a message with a link, for the contact centre or who one chooses', async () => {
    const form = await house.type(house.kaatje, 'Beoordeling');
    expect(cardMistakes(form.card)).toEqual([]);
    const { value } = await house.click(house.kaatje, form, 'Maak link', {
      department: 'kcc',
      process: 'strook-grond',
      aboutCase: 'true',
    });
    expect(wordsOn(value)).toContain('Klantcontactcentrum · Strook grond kopen');
    expect(wordsOn(value)).toContain('tot en met maandag 25 januari');
    expect(wordsOn(value)).not.toContain('alleen jij');
    const text = messageOn(value);
    expect(text).toMatch(
      /^Beste inwoner,\n\nUw aanvraag is klaar\.[\s\S]+tot en met maandag 25 januari\.[\s\S]+\nGemeente Testdam$/,
    );
    const url = linkIn(text);
    await send(url, { score: '10', remark: 'Vlot' });
    expect(await ratings()).toContainEqual(
      expect.objectContaining({ score: 10, department: 'kcc', process: 'strook-grond', about: 'case' }),
    );
    expect((await house.click(house.kaatje, { ...form, card: value }, 'Nog een link')).value).toEqual(
      form.card,
    );
  });

  it('in the channel of a department is about its work, and for who clicks', async () => {
    const form = await house.type(house.vergunningen, 'feedback');
    const chosen = form.card.body.find(({ id }: { id?: string }) => id === 'department').value;
    expect(chosen).toBe('vergunningen');
    const before = house.connector.calls.length;
    const { value } = await house.click(house.vergunningen, form, 'Maak link', { department: chosen });
    expect(wordsOn(value)).toContain('Deze kaart zie alleen jij.');
    expect(messageOn(value)).toContain('U had pas contact met ons.');
    expect(house.connector.calls).toHaveLength(before);
  });

  it('puts the link below the form for clients that know no Action.Execute', async () => {
    const form = await house.type(house.vergunningen, 'beoordeling');
    const [{ fallback }] = form.card.actions;
    const data = { ...fallback.data, department: 'vergunningen' };
    await house.send(submit(house.vergunningen, { activityId: form.id, data }));
    const { threadId } = await cardIn(house, house.vergunningen, 'Link voor een beoordeling');
    expect(threadId).toBe(form.id);
  });

  it('in a channel without a department says what to do first', async () => {
    const hall = inChannel(house.connector, house.grondzaken.person, channel(9, 'Hal'));
    await house.send(message(hall, 'beoordeling'));
    const [{ activity } = { activity: undefined }] = house.connector.standing(conversationOf(hall));
    expect(activity.text).toMatch(/hoort nog bij geen afdeling.*"koppel"/);
  });

  it.each(['', 'dmt', 'onbekend'])('makes no link for the department "%s"', async (department) => {
    const form = await house.type(house.kaatje, 'beoordeling');
    const { value } = await house.click(house.kaatje, form, 'Maak link', { department });
    expect(value).toBe('Kies eerst een afdeling.');
  });
});

describe('on the card of a callback', () => {
  it('a rating can be asked for once it is done, in the channel where it stands', async () => {
    const { id } = await askCallback(house, { process: 'strook-grond' });
    const open = await cardIn(house, house.grondzaken);
    expect(wordsOn(open.card)).not.toContain('Vraag een beoordeling');
    const data = { verb: 'feedback.callback', id };
    const click = execute(house.grondzaken, { activityId: open.id, verb: data.verb, data });
    expect((await house.send(click)).body.value).toContain('als het verzoek is afgerond');

    await house.click(house.grondzaken, open, 'Afgerond');
    const done = await cardIn(house, house.grondzaken, 'Afgerond, op tijd');
    const { value } = await house.click(house.grondzaken, done, 'Vraag een beoordeling');
    expect(wordsOn(value)).toContain('Grondzaken · Strook grond kopen');
    await send(linkIn(messageOn(value)), { score: '6', remark: '' });
    expect(await ratings()).toContainEqual(
      expect.objectContaining({ score: 6, department: 'grondzaken', about: 'contact' }),
    );

    const elsewhere = execute(house.vergunningen, { activityId: '1', verb: data.verb, data });
    expect((await house.send(elsewhere)).body.value).toContain('in het kanaal van Grondzaken');
  });
});
